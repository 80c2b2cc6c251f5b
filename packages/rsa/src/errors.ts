// Everything that can go wrong, as one table: a stable code and a sentence with cause and remedy, never key material.

/** Which key an error speaks of. */
export type KeyRole = 'private key' | 'public key'

const messages = {
  keyMissing: 'No {key} was given. Was a setting left out?',
  keyNotBase64:
    'The {key} is not base64: it holds other characters, such as a quote or an escaped line end. Remove them.',
  keyTruncated: 'The {key} ends too early: its tail was lost in copying. Copy it again to the last character.',
  keyMalformed:
    'The {key} is base64, but not a key in PKCS#8, PKCS#1 or X.509 SubjectPublicKeyInfo form. ' +
    'A certificate or an OpenSSH key must be converted with openssl; a damaged one must be copied again.',
  keyDamaged:
    'The {key} has the form of an RSA key, but its numbers contradict one another. Copy it again from its source.',
  keyNotRsa: 'The {key} belongs to another algorithm than RSA. Make an RSA key pair with genKeyPair.',
  keyIsPublic: 'A public key stands where the {key} is expected. Were the two exchanged?',
  keyIsPrivate: 'A private key stands where the {key} is expected. Were the two exchanged?',
  keyEncrypted: 'The {key} is locked with a passphrase. Unlock it: openssl pkcs8 -topk8 -nocrypt -in locked.pem.',
  keyTooSmall: 'The {key} has fewer than 1024 bits. Make a key pair of 1024 bits or more.',
  keyTooLarge: 'The {key} has more than 16384 bits, which no engine takes. Make a smaller key pair.',
  keySizeUnknown: 'A key pair has 1024, 2048, 3072 or 4096 bits. Choose one of these.',
  unknownAlgorithm: 'The signature algorithm is unknown. Choose MD5withRSA, SHA1withRSA or SHA256withRSA.',
  unknownEncoding: 'The signature encoding is unknown. Choose base64, hex or HEX.',
  textNotUnicode: 'The text holds half a surrogate pair, which has no UTF-8 form. Cut text between characters only.',
  randomUnavailable:
    'There is no crypto.getRandomValues here, and weak randomness gives the key away. Run this elsewhere.',
  decryptionFailed: 'The text could not be decrypted. Is it whole, and encrypted for this key pair?',
} as const

/** What went wrong, for code to branch on: it never changes its meaning. */
export type RsaErrorCode = keyof typeof messages

/** The only error this package throws on bad input. */
export class RsaError extends Error {
  override readonly name = 'RsaError'
  readonly code: RsaErrorCode

  constructor(code: RsaErrorCode, role: KeyRole | 'key' = 'key') {
    super(messages[code].replace('{key}', role))
    this.code = code
  }
}
