// Opens a signature with a public key and reads what was put in: RFC 8017 §9.2, EMSA-PKCS1-v1_5, backwards.
import { constants, createHash, type KeyObject, publicDecrypt, verify } from 'node:crypto'

/** The DER in front of each digest [RFC 8017 §9.2, notes 1], and what OpenSSL calls it. */
const DIGEST_INFOS = {
  MD5withRSA: { prefix: '3020300c06082a864886f70d020505000410', hash: 'md5' },
  SHA1withRSA: { prefix: '3021300906052b0e03021a05000414', hash: 'sha1' },
  SHA224withRSA: { prefix: '302d300d06096086480165030402040500041c', hash: 'sha224' },
  SHA256withRSA: { prefix: '3031300d060960864801650304020105000420', hash: 'sha256' },
  SHA384withRSA: { prefix: '3041300d060960864801650304020205000430', hash: 'sha384' },
  SHA512withRSA: { prefix: '3051300d060960864801650304020305000440', hash: 'sha512' },
} as const

/** The last byte of every RSASSA-PSS block [RFC 8017 §9.1], and of one in 256 that are none. */
const PSS_TRAILER = 0xbc

type HashedAlgorithm = keyof typeof DIGEST_INFOS

/** In the words of Java. NONEwithRSA signs a text or a bare digest, as an RSA "encryption with the private key" does. */
export type FoundAlgorithm = HashedAlgorithm | 'NONEwithRSA' | 'RSASSA-PSS'

/** What a key finds in a signature that was made with its other half. */
export interface OpenedSignature {
  readonly algorithm: FoundAlgorithm
  /** Whether the key is the right one whatever the text: no other key opens a block that is padded so. */
  readonly certain: boolean
  /** Whether it was made of this text. */
  isOf(text: string): boolean
  /** What was signed, if it can be read off: a text under NONEwithRSA. */
  readonly text: string
}

const INFOS = Object.entries(DIGEST_INFOS).map(([algorithm, { prefix, hash }]) => ({
  algorithm: algorithm as HashedAlgorithm,
  prefix: Buffer.from(prefix, 'hex'),
  hash,
}))

/** `null` when the signature was not made with the other half of this key. */
export function openSignature(bytes: Buffer, key: KeyObject): OpenedSignature | null {
  const block = blockOf(bytes, key)
  if (block === null) return null
  const payload = payloadOf(block)
  if (payload) return opened(payload)
  return block.at(-1) === PSS_TRAILER ? openedPss(bytes, key) : null
}

function blockOf(bytes: Buffer, key: KeyObject): Buffer | null {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
  } catch {
    return null // of another key's length, or no number below the modulus
  }
}

/** What follows `00 01 FF… 00`, of which eight FF at least. Signatures are public: nothing here has to be constant-time. */
function payloadOf(block: Buffer): Buffer | null {
  const end = Math.max(block.indexOf(0, 2), 2)
  const padding = block.subarray(2, end)
  const whole = block[0] === 0 && block[1] === 1 && padding.length >= 8 && padding.every((byte) => byte === 0xff)
  return whole ? block.subarray(end + 1) : null
}

/** RSASSA-PSS does not show what was signed: only who knows the text can tell the key. */
function openedPss(bytes: Buffer, key: KeyObject): OpenedSignature {
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING }
  const isOf = (text: string) => INFOS.some(({ hash }) => verify(hash, Buffer.from(text), pss, bytes))
  return { algorithm: 'RSASSA-PSS', certain: false, isOf, text: '' }
}

function opened(payload: Buffer): OpenedSignature {
  const info = INFOS.find(({ prefix }) => payload.subarray(0, prefix.length).equals(prefix))
  if (info) {
    const digest = payload.subarray(info.prefix.length)
    return {
      algorithm: info.algorithm,
      certain: true,
      isOf: (text) => digestOf(info.hash, text).equals(digest),
      text: '',
    }
  }
  const bare = payload.toString('utf8')
  return {
    algorithm: 'NONEwithRSA',
    certain: true,
    isOf: (text) => bareForms(text).some((form) => form.equals(payload)),
    text: isReadable(bare) ? bare : '',
  }
}

/** What gets signed where the hashing was left to hand: the text, its digest, or the digest's hex. */
function bareForms(text: string): readonly Buffer[] {
  const digests = INFOS.map(({ hash }) => digestOf(hash, text))
  const spelled = digests.map((digest) => digest.toString('hex'))
  return [
    Buffer.from(text),
    ...digests,
    ...[...spelled, ...spelled.map((hex) => hex.toUpperCase())].map((hex) => Buffer.from(hex)),
  ]
}

function digestOf(hash: string, text: string): Buffer {
  return createHash(hash).update(text, 'utf8').digest()
}

export function isReadable(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text)
}
