// The DER forms of a key (PKCS#8, PKCS#1, X.509 SubjectPublicKeyInfo, certificate), recognized by the shape of the
// outer sequence: labels in PEM lines are often wrong.
import { concat, toHex } from './codec'
import { type DerElement, readElements, readSequence, readUnsigned, tags, writeElement, writeUnsigned } from './der'
import type { RsaErrorCode } from './errors'
import { type PrivateNumbers, type PublicNumbers, privateNames } from './numbers'

export type KeyNumbers =
  | { readonly kind: 'private'; readonly numbers: PrivateNumbers }
  | { readonly kind: 'public' | 'certificate'; readonly numbers: PublicNumbers }

/** A key's numbers, or the code of its fault. */
export type Reading = KeyNumbers | RsaErrorCode
type Parts = readonly DerElement[]
type Shapes = readonly (readonly [shape: RegExp, read: (parts: Parts) => Reading])[]

const rsaEncryption = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01)

const letters: Readonly<Record<number, string>> = {
  [tags.integer]: 'I',
  [tags.bitString]: 'B',
  [tags.octetString]: 'O',
  [tags.sequence]: 'S',
}

const pkcs1Shapes: Shapes = [
  [/^I{9}$/, readPrivate],
  [/^II$/, readPublic],
]

const shapes: Shapes = [
  // PKCS#8: version, algorithm, key; attributes may follow.
  [/^ISO/, ([, algorithm, key]) => readWrapped(algorithm, key?.contents)],
  // X.509: algorithm, key. A bit string begins with the count of unused bits, which is 0 here.
  [/^SB$/, ([algorithm, key]) => readWrapped(algorithm, key?.contents.subarray(1))],
  ...pkcs1Shapes,
  // A certificate: what is signed, algorithm, signature. A request for one looks the same, and lacks the key's place.
  [/^SSB$/, ([signed]) => readCertificate(signed)],
  // PKCS#8 encrypted with a passphrase.
  [/^SO$/, () => 'keyEncrypted'],
  // SEC 1: an EC private key.
  [/^IO/, () => 'keyNotRsa'],
]

function readPublic(parts: Parts): Reading {
  const [n, e] = parts.map(readUnsigned)
  return n && e ? { kind: 'public', numbers: { n, e } } : 'keyMalformed'
}

function readPrivate(parts: Parts): Reading {
  const [, n, e, d, p, q, dp, dq, qi] = parts.map(readUnsigned)
  const whole = n && e && d && p && q && dp && dq && qi
  return whole ? { kind: 'private', numbers: { n, e, d, p, q, dp, dq, qi } } : 'keyMalformed'
}

function readWrapped(algorithm: DerElement | undefined, key: Uint8Array | undefined): Reading {
  const [oid] = (algorithm && readElements(algorithm.contents)) ?? []
  if (oid?.tag !== tags.oid || !key) return 'keyMalformed'
  return toHex(oid.contents) === toHex(rsaEncryption) ? readAs(pkcs1Shapes, key) : 'keyNotRsa'
}

/** After the optional version: serial number, algorithm, issuer, validity, subject, key (RFC 5280 §4.1). */
function readCertificate(signed: DerElement | undefined): Reading {
  const parts = (signed && readElements(signed.contents)) ?? []
  const key = parts[parts[0]?.tag === tags.version ? 6 : 5]
  if (key?.tag !== tags.sequence) return 'keyMalformed'
  const reading = readParts(shapes, readElements(key.contents))
  return typeof reading === 'object' ? { kind: 'certificate', numbers: reading.numbers } : reading
}

function readAs(known: Shapes, der: Uint8Array): Reading {
  return readParts(known, readSequence(der))
}

function readParts(known: Shapes, parts: Parts | undefined): Reading {
  if (!parts) return 'keyMalformed'
  const shape = parts.map(({ tag }) => letters[tag] ?? '?').join('')
  const [, read] = known.find(([pattern]) => pattern.test(shape)) ?? []
  return read ? read(parts) : 'keyMalformed'
}

/** The numbers in the DER of a key of any form, or the code of its fault. */
export const readKeyDer = (der: Uint8Array): Reading => readAs(shapes, der)

const algorithm = writeElement(tags.sequence, writeElement(tags.oid, rsaEncryption), writeElement(tags.null))
const version = writeUnsigned(new Uint8Array(1))

/** X.509 SubjectPublicKeyInfo. */
export function writePublicDer({ n, e }: PublicNumbers): Uint8Array {
  const pkcs1 = writeElement(tags.sequence, writeUnsigned(n), writeUnsigned(e))
  return writeElement(tags.sequence, algorithm, writeElement(tags.bitString, new Uint8Array(1), pkcs1))
}

/** PKCS#8. */
export function writePrivateDer(numbers: PrivateNumbers): Uint8Array {
  const integers = privateNames.map((name) => writeUnsigned(numbers[name]))
  const pkcs1 = writeElement(tags.sequence, version, concat(integers))
  return writeElement(tags.sequence, version, algorithm, writeElement(tags.octetString, pkcs1))
}
