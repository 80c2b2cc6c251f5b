// Which of the keys in a text is meant, and which fault to name when none is.
import { toHex } from './codec'
import { type KeyRole, RsaError, type RsaErrorCode } from './errors'
import { readJwk } from './jwk'
import { type KeyNumbers, type Reading, readKeyDer } from './key-der'
import type { KeyBlock } from './key-text'
import { type PrivateNumbers, type PublicNumbers, privateNames } from './numbers'

type Kind = KeyNumbers['kind']

/** What each role accepts; an earlier kind wins over a later one. */
const acceptedKinds: Readonly<Record<KeyRole, readonly Kind[]>> = {
  'private key': ['private'],
  'public key': ['public', 'certificate'],
}

const wrongKind: Readonly<Record<Kind, RsaErrorCode>> = {
  private: 'keyIsPrivate',
  public: 'keyIsPublic',
  certificate: 'keyIsCertificate',
}

/** What the label of an unreadable block says. */
const labelKinds: readonly (readonly [label: RegExp, kind: Kind])[] = [
  [/PRIVATE/, 'private'],
  [/PUBLIC/, 'public'],
  [/CERTIFICATE/, 'certificate'],
]

/**
 * The numbers of the one key of this role. The same key twice is one key.
 *
 * @throws RsaError `keyAmbiguous`, or what is wrong with the block that comes closest
 */
export function chooseKey(blocks: readonly KeyBlock[], role: 'private key'): PrivateNumbers
export function chooseKey(blocks: readonly KeyBlock[], role: 'public key'): PublicNumbers
export function chooseKey(blocks: readonly KeyBlock[], role: KeyRole): PublicNumbers {
  const readings = blocks.map((block) => ({ block, reading: readBlock(block) }))
  for (const kind of acceptedKinds[role]) {
    const found = new Map(readings.flatMap(({ reading }) => (isOfKind(reading, kind) ? [toEntry(reading)] : [])))
    if (found.size > 1) throw new RsaError('keyAmbiguous', role)
    for (const numbers of found.values()) return numbers
  }
  const faults = readings.map(({ block, reading }) => findFault(block.label, reading, role))
  const isTelling = (fault: RsaErrorCode) => !Object.values(wrongKind).includes(fault)
  throw new RsaError(faults.find(isTelling) ?? faults[0] ?? 'keyMissing', role)
}

function readBlock(block: KeyBlock): Reading {
  if (block.form === 'unusable') return block.fault
  return block.form === 'jwk' ? readJwk(block.jwk) : readKeyDer(block.der)
}

const isOfKind = (reading: Reading, kind: Kind): reading is KeyNumbers =>
  typeof reading === 'object' && reading.kind === kind

function toEntry({ numbers }: KeyNumbers): [identity: string, numbers: PublicNumbers] {
  const all: Partial<PrivateNumbers> = numbers
  return [privateNames.map((name) => toHex(all[name] ?? new Uint8Array())).join(), numbers]
}

function findFault(label: string, reading: Reading, role: KeyRole): RsaErrorCode {
  const kind = typeof reading === 'object' ? reading.kind : labelKinds.find(([pattern]) => pattern.test(label))?.[1]
  if (kind && !acceptedKinds[role].includes(kind)) return wrongKind[kind]
  return typeof reading === 'string' ? reading : wrongKind[reading.kind]
}
