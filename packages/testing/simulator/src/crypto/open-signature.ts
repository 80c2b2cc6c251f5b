// Opens a signature with a public key and reads what was signed: RFC 8017 §9.2, EMSA-PKCS1-v1_5, backwards.
import { constants, createHash, type KeyObject, publicDecrypt, verify } from 'node:crypto'

/** The DER in front of each digest [RFC 8017 §9.2, notes 1], and OpenSSL's name of the digest. */
const DIGEST_INFOS = {
  MD5withRSA: { prefix: '3020300c06082a864886f70d020505000410', hash: 'md5' },
  SHA1withRSA: { prefix: '3021300906052b0e03021a05000414', hash: 'sha1' },
  SHA224withRSA: { prefix: '302d300d06096086480165030402040500041c', hash: 'sha224' },
  SHA256withRSA: { prefix: '3031300d060960864801650304020105000420', hash: 'sha256' },
  SHA384withRSA: { prefix: '3041300d060960864801650304020205000430', hash: 'sha384' },
  SHA512withRSA: { prefix: '3051300d060960864801650304020305000440', hash: 'sha512' },
} as const

/** The last byte of every RSASSA-PSS block [RFC 8017 §9.1], and of one in 256 others. */
const PSS_TRAILER = 0xbc

type HashedAlgorithm = keyof typeof DIGEST_INFOS

/** Java's names. NONEwithRSA signs a text or a bare digest, as an RSA "encryption with the private key" does. */
export type FoundAlgorithm = HashedAlgorithm | 'NONEwithRSA' | 'RSASSA-PSS'

/** What a public key shows of a signature that its private half made. */
export interface OpenedSignature {
  readonly algorithm: FoundAlgorithm
  /** Whether the key is proven, without knowing the text: no other key yields a block with this padding. */
  readonly certain: boolean
  /** Whether this text was signed. */
  matches(text: string): boolean
  /** The signed text, if the signature contains it (NONEwithRSA); else `''`. */
  readonly text: string
}

const INFOS = Object.entries(DIGEST_INFOS).map(([algorithm, { prefix, hash }]) => ({
  algorithm: algorithm as HashedAlgorithm,
  prefix: Buffer.from(prefix, 'hex'),
  hash,
}))

/** @returns `null` if the private half of this key did not make the signature */
export function openSignature(bytes: Buffer, key: KeyObject): OpenedSignature | null {
  const block = decryptSignature(bytes, key)
  if (block === null) return null
  const payload = removeSignaturePadding(block)
  if (payload) return parsePayload(payload)
  return block.at(-1) === PSS_TRAILER ? createPssSignature(bytes, key) : null
}

function decryptSignature(bytes: Buffer, key: KeyObject): Buffer | null {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
  } catch {
    return null // the length of another key, or not below the modulus
  }
}

/** Removes `00 01 FF… 00` with at least eight FF. Signatures are public: this need not be constant-time. */
function removeSignaturePadding(block: Buffer): Buffer | null {
  const end = Math.max(block.indexOf(0, 2), 2)
  const padding = block.subarray(2, end)
  const isWhole = block[0] === 0 && block[1] === 1 && padding.length >= 8 && padding.every((byte) => byte === 0xff)
  return isWhole ? block.subarray(end + 1) : null
}

/** RSASSA-PSS does not show what was signed: only with the text can the key be verified. */
function createPssSignature(bytes: Buffer, key: KeyObject): OpenedSignature {
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING }
  const matches = (text: string) => INFOS.some(({ hash }) => verify(hash, Buffer.from(text), pss, bytes))
  return { algorithm: 'RSASSA-PSS', certain: false, matches, text: '' }
}

function parsePayload(payload: Buffer): OpenedSignature {
  const info = INFOS.find(({ prefix }) => payload.subarray(0, prefix.length).equals(prefix))
  if (info) {
    const digest = payload.subarray(info.prefix.length)
    return {
      algorithm: info.algorithm,
      certain: true,
      matches: (text) => hashText(info.hash, text).equals(digest),
      text: '',
    }
  }
  const bare = payload.toString('utf8')
  return {
    algorithm: 'NONEwithRSA',
    certain: true,
    matches: (text) => listBareForms(text).some((form) => form.equals(payload)),
    text: isReadable(bare) ? bare : '',
  }
}

/** What callers sign who hash the text themselves, or not at all: the text, its digest, or the digest's hex. */
function listBareForms(text: string): readonly Buffer[] {
  const digests = INFOS.map(({ hash }) => hashText(hash, text))
  const hexes = digests.map((digest) => digest.toString('hex'))
  return [
    Buffer.from(text),
    ...digests,
    ...[...hexes, ...hexes.map((hex) => hex.toUpperCase())].map((hex) => Buffer.from(hex)),
  ]
}

function hashText(hash: string, text: string): Buffer {
  return createHash(hash).update(text, 'utf8').digest()
}

export function isReadable(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text)
}
