// From a block of a key's text to Node's key object, whatever its algorithm: for tickets and for TLS.
import {
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto'
import type { KeyBlock, RsaErrorCode } from '@local-number/rsa'

export type KeyKind = 'private' | 'public' | 'certificate'

export interface ReadableKey {
  readonly kind: KeyKind
  readonly key: KeyObject
  /** The public key that the text names beside the private one, as a JWK. */
  readonly named?: JsonWebKey
}

type Read<Source> = (source: Source) => KeyObject | ReadableKey
type Forms<Source> = readonly (readonly [kind: KeyKind, read: Read<Source>])[]

/** Tried in this order. Node's own choice by PEM lines would derive a public key from a private one. */
const DER_FORMS: Forms<Buffer> = [
  ['private', (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8' })],
  ['private', (key) => createPrivateKey({ key, format: 'der', type: 'sec1' })],
  ['private', (key) => createPrivateKey({ key, format: 'der', type: 'pkcs1' })],
  ['private', readEd25519Version2],
  ['public', (key) => createPublicKey({ key, format: 'der', type: 'spki' })],
  ['certificate', (key) => new X509Certificate(key).publicKey],
]

const JWK_FORMS: Forms<JsonWebKey> = [
  ['private', readCurveJwk],
  ['private', (key) => createPrivateKey({ key, format: 'jwk' })],
  ['public', (key) => createPublicKey({ key, format: 'jwk' })],
]

export function readKeyObject(block: KeyBlock): ReadableKey | undefined {
  if (block.form === 'unusable') return undefined
  return block.form === 'jwk' ? readAs(JWK_FORMS, block.jwk) : readAs(DER_FORMS, Buffer.from(block.der))
}

/** Drops the errors: OpenSSL may quote the key in them. */
function readAs<Source>(forms: Forms<Source>, source: Source): ReadableKey | undefined {
  for (const [kind, read] of forms) {
    try {
      const found = read(source)
      return 'kind' in found ? found : { kind, key: found }
    } catch {
      // Not of this form: the next one may fit.
    }
  }
  return undefined
}

/** PKCS#8 around the private value alone: OpenSSL then computes the public key, and reads no second version. */
const PKCS8_STARTS: Readonly<Record<string, string>> = {
  Ed25519: '302e020100300506032b657004220420',
  'P-256': '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
}

function derivePair(curve: string, secret: Buffer): KeyObject {
  const start = Buffer.from(PKCS8_STARTS[curve] ?? '', 'hex')
  return createPrivateKey({ key: Buffer.concat([start, secret]), format: 'der', type: 'pkcs8' })
}

/** RFC 8410 §7: version 2 of PKCS#8, with the public key at its end and attributes before it. */
const ED25519_VERSION_2 = /^30(?:8[12])?(?:..){1,2}020101300506032b657004220420(.{64})(?:a0.*?)?(?:812100(.{64}))?$/

function readEd25519Version2(der: Buffer): ReadableKey {
  const [, secret = '', x] = ED25519_VERSION_2.exec(der.toString('hex')) ?? []
  const named = x === undefined ? {} : { named: { x: Buffer.from(x, 'hex').toString('base64url') } }
  return { kind: 'private', key: derivePair('Ed25519', Buffer.from(secret, 'hex')), ...named }
}

/** A JWK may lack its public half, and Node believes one that belongs to another key. */
function readCurveJwk({ crv = '', d = '', x, y }: JsonWebKey): ReadableKey {
  return { kind: 'private', key: derivePair(crv, Buffer.from(d, 'base64url')), named: { x, y } }
}

/**
 * Whether a private key is damaged: one whose two halves do not belong together signs what no one can verify. A wrong
 * character in its text leads to such a key.
 */
export function findDamage({ kind, key, named = {} }: ReadableKey): Extract<RsaErrorCode, 'keyDamaged'> | undefined {
  if (kind !== 'private') return undefined
  const publicKey = createPublicKey(key)
  const { x, y } = publicKey.export({ format: 'jwk' })
  return isSameNumber(named.x, x) && isSameNumber(named.y, y) && canVerifyItself(key, publicKey)
    ? undefined
    : 'keyDamaged'
}

function isSameNumber(named: unknown, derived: string | undefined): boolean {
  return (
    named === undefined || (typeof named === 'string' && derived !== undefined && toNumber(named) === toNumber(derived))
  )
}

/** Without the leading zeros that some libraries drop. */
function toNumber(base64url: string): string {
  return Buffer.from(base64url, 'base64url')
    .toString('hex')
    .replace(/^(?:00)+/, '')
}

const PROBE = Buffer.from('a text to sign')

function canVerifyItself(key: KeyObject, publicKey: KeyObject): boolean {
  const hash = key.asymmetricKeyType?.startsWith('ed') ? null : 'sha256'
  try {
    return verify(hash, PROBE, publicKey, sign(hash, PROBE, key))
  } catch {
    return false
  }
}
