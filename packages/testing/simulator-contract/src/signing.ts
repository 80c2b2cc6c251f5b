// Key sizes and signature schemes that an app can register. Types only.

/** 1024 is the size that the carrier's tool generates, 2048 its variant. */
export type KeyBits = 1024 | 2048

/** `RsaUtils.sign` is MD5withRSA; some later interfaces of the platform use SHA256withRSA. */
export type SignatureAlgorithm = 'MD5withRSA' | 'SHA1withRSA' | 'SHA256withRSA'

/** `hex` is lower case, `HEX` upper case. */
export type SignatureEncoding = 'base64' | 'hex' | 'HEX'

export interface SignatureScheme {
  readonly algorithm: SignatureAlgorithm
  readonly encoding: SignatureEncoding
}
