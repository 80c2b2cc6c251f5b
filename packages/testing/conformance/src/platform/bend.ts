// What is wrong with a request: every way in which a scenario's call differs from a right one, as data.
import type { KeyObject } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import { encrypt, encryptUnpadded, type KeyPair, type Scheme, sign } from './crypto'

export interface Bend {
  /** Fields of another value, signed as they are; `null` leaves one out, a list repeats it in a query. */
  readonly fields?: Fields
  /** The same, but behind the signature's back. */
  readonly tampered?: Fields
  readonly sign?: keyof typeof SIGN_BENDS
  readonly phoneNum?: keyof typeof PHONE_NUM_BENDS
  /** Headers besides, or another content type. */
  readonly headers?: Readonly<Record<string, string>>
  /** A body in the place of the JSON. */
  readonly rawBody?: string
  /** The line that is asked. Default: the login's own. */
  readonly line?: Line
  /** What the user types. Default: the SIM's number. */
  readonly typed?: string
}

export type Fields = Readonly<Record<string, unknown>>

/** What a signature can be made with. */
export interface Signer {
  readonly own: KeyPair
  /** A pair that is not filed. */
  readonly foreign: KeyPair
}

const signedBy =
  (pair: keyof Signer, scheme?: Scheme) =>
  (text: string, signer: Signer): string =>
    sign(text, signer[pair].privateKey, scheme)

export const SIGN_BENDS = {
  foreignKey: signedBy('foreign'),
  hex: signedBy('own', { digest: 'md5', encoding: 'hex' }),
  sha256: signedBy('own', { digest: 'sha256', encoding: 'base64' }),
  sha1: signedBy('own', { digest: 'sha1', encoding: 'base64' }),
  sha256InUpperHex: signedBy('own', { digest: 'sha256', encoding: 'HEX' }),
  anotherText: (text, signer) => sign(`${text.slice(0, -1)}9`, signer.own.privateKey),
  noSignature: () => 'no signature',
} satisfies Record<string, (text: string, signer: Signer) => string>

/** What phoneNum is made of. */
export interface PhoneNumParts {
  readonly phone: string
  readonly appKey: string
  readonly timestamp: string
  readonly platformKey: KeyObject
  readonly foreign: KeyPair
}

const plain = ({ phone, appKey, timestamp }: PhoneNumParts) => `${phone}${appKey}${timestamp}`

export function rightPhoneNum(parts: PhoneNumParts): string {
  return encrypt(plain(parts), parts.platformKey)
}

export const PHONE_NUM_BENDS = {
  foreignKey: (parts) => encrypt(plain(parts), parts.foreign.publicKey),
  unpadded: (parts) => encryptUnpadded(plain(parts), parts.platformKey),
  cut: (parts) => Buffer.from(rightPhoneNum(parts), 'base64').subarray(1).toString('base64'),
  notBase64: plain,
  otherAppKey: (parts) => rightPhoneNum({ ...parts, appKey: '0'.repeat(parts.appKey.length) }),
  otherTimestamp: (parts) => rightPhoneNum({ ...parts, timestamp: '20200101000000000' }),
  numberAlone: ({ phone, platformKey }) => encrypt(phone, platformKey),
} satisfies Record<string, (parts: PhoneNumParts) => string>
