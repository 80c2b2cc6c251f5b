// How a scenario's request differs from a correct one, as data.
import { createHash, type KeyObject } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import { encrypt, encryptUnpadded, type KeyPair, type Scheme, sign } from './crypto'

export interface Alteration {
  /** Field values, set before signing. `null` omits a field; a list repeats it in a query. */
  readonly fields?: Fields
  /** Field values, set after signing, so that the signature does not match. */
  readonly fieldsAfterSigning?: Fields
  readonly sign?: keyof typeof SIGN_ALTERATIONS
  /** How the HTTPS edition's sign is made instead. */
  readonly md5?: keyof typeof MD5_ALTERATIONS
  readonly phoneNum?: keyof typeof PHONE_NUM_ALTERATIONS
  /** Additional headers, or another content type. */
  readonly headers?: Readonly<Record<string, string>>
  /** Replaces the JSON body. */
  readonly rawBody?: string
  /** The line that receives the request. @default the login's line */
  readonly line?: Line
  /** The typed number. @default the SIM's number */
  readonly typed?: string
}

export type Fields = Readonly<Record<string, unknown>>

/** The keys that a signature can be made with. */
export interface Signer {
  readonly own: KeyPair
  /** A pair that is not registered. */
  readonly foreign: KeyPair
}

const signWith =
  (pair: keyof Signer, scheme?: Scheme) =>
  (text: string, signer: Signer): string =>
    sign(text, signer[pair].privateKey, scheme)

export const SIGN_ALTERATIONS = {
  foreignKey: signWith('foreign'),
  hex: signWith('own', { digest: 'md5', encoding: 'hex' }),
  sha256: signWith('own', { digest: 'sha256', encoding: 'base64' }),
  sha1: signWith('own', { digest: 'sha1', encoding: 'base64' }),
  sha256InUpperHex: signWith('own', { digest: 'sha256', encoding: 'HEX' }),
  anotherText: (text, signer) => sign(`${text.slice(0, -1)}9`, signer.own.privateKey),
  noSignature: () => 'no signature',
} satisfies Record<string, (text: string, signer: Signer) => string>

/** The HTTPS edition's sign (protocol.md §9). */
export function hashMd5(text: string, appKey: string): string {
  return hash('md5', `${text}${appKey}`)
}

const hash = (name: 'md5' | 'sha256', text: string) => createHash(name).update(text).digest('hex')

export const MD5_ALTERATIONS = {
  upperCase: (text, appKey) => hashMd5(text, appKey).toUpperCase(),
  otherAppKey: (text, appKey) => hashMd5(text, '0'.repeat(appKey.length)),
  withoutAppKey: (text) => hashMd5(text, ''),
  appKeyFirst: (text, appKey) => hashMd5(appKey, text),
  sha256: (text, appKey) => hash('sha256', `${text}${appKey}`),
  base64: (text, appKey) => Buffer.from(hashMd5(text, appKey), 'hex').toString('base64'),
  noSignature: () => 'no signature',
} satisfies Record<string, (text: string, appKey: string) => string>

/** What phoneNum consists of, and the keys to encrypt it with. */
export interface PhoneNumParts {
  readonly phone: string
  readonly appKey: string
  readonly timestamp: string
  readonly platformKey: KeyObject
  readonly foreign: KeyPair
}

const composePhoneNum = ({ phone, appKey, timestamp }: PhoneNumParts) => `${phone}${appKey}${timestamp}`

export function encryptPhoneNum(parts: PhoneNumParts): string {
  return encrypt(composePhoneNum(parts), parts.platformKey)
}

export const PHONE_NUM_ALTERATIONS = {
  foreignKey: (parts) => encrypt(composePhoneNum(parts), parts.foreign.publicKey),
  unpadded: (parts) => encryptUnpadded(composePhoneNum(parts), parts.platformKey),
  cut: (parts) => Buffer.from(encryptPhoneNum(parts), 'base64').subarray(1).toString('base64'),
  notBase64: composePhoneNum,
  otherAppKey: (parts) => encryptPhoneNum({ ...parts, appKey: '0'.repeat(parts.appKey.length) }),
  otherTimestamp: (parts) => encryptPhoneNum({ ...parts, timestamp: '20200101000000000' }),
  numberAlone: ({ phone, platformKey }) => encrypt(phone, platformKey),
} satisfies Record<string, (parts: PhoneNumParts) => string>
