// Reads a call's fields from what came over the wire: what is there, and whether it has the field's shape.
import type { CauseId } from '@local-number/protocol/return-codes'
import { type Refusal, refusal } from './checks'

/** The parts a field can stand in: the query of an image URL, or the two halves of a JSON body. */
export interface WireMessage {
  readonly query?: unknown
  readonly header?: unknown
  readonly body?: unknown
}

export interface Field {
  readonly in: keyof WireMessage
  readonly shape: RegExp
  /** May be missing or empty; it reads as `''` then. */
  readonly optional?: true
}

export type FieldTable = Readonly<Record<string, Field>>

/** What the call's causes of 130010 and 130030 are. */
export interface FieldCauses {
  missing(name: string): CauseId
  malformed(name: string): CauseId
}

export type FieldsOf<Table extends FieldTable> = { readonly [Name in keyof Table]: string }

/**
 * Both editions' ids (protocol.md §2): 32 letters and digits, or the H5 edition's random number and GUID. No length of the
 * others is documented: these are some times what anybody sends, so that nobody has to hash megabytes.
 */
export const SHAPES = {
  /** appId, wxappid, token. */
  name: /^.{1,256}$/s,
  /** expandParams, sign, phoneNum, userInformation. */
  text: /^.{1,8192}$/s,
  sdkVersion: /^1\.[0-2]$/,
  serverVersion: /^1\.\d$/,
  openType: /^[01]$/,
  msgId: /^(?:[0-9A-Za-z]{32}|0\.\d{1,22})$/,
  uuid: /^(?:[0-9A-Za-z]{32}|[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12})$/,
  serverMsgId: /^[0-9A-Za-z]{32}$/,
  // Digits only: whether the carrier compares this time with its own is not known, so any time will do here.
  timestamp: /^\d{17}$/,
} as const satisfies Record<string, RegExp>

/** The value at a field's place if it is a text, else `''`: what an answer echoes and a log shows. */
export function textAt(message: WireMessage, part: keyof WireMessage, name: string): string {
  const value = valueAt(message, part, name)
  return typeof value === 'string' ? value : ''
}

/** Refuses with 130010 if anything is missing, else with 130030 if anything is malformed. Only texts are well formed. */
export function readFields<Table extends FieldTable>(
  message: WireMessage,
  table: Table,
  causes: FieldCauses,
): FieldsOf<Table> | Refusal {
  const read = Object.entries(table).map(([name, field]) => {
    const value = valueAt(message, field.in, name) ?? ''
    const missing = value === ''
    const malformed = missing ? false : typeof value !== 'string' || !field.shape.test(value)
    return { name, value, missing: missing && !field.optional, malformed }
  })
  const missing = read.find((field) => field.missing)
  if (missing) return refusal('130010', causes.missing(missing.name))
  const malformed = read.find((field) => field.malformed)
  if (malformed) return refusal('130030', causes.malformed(malformed.name))
  return Object.fromEntries(read.map(({ name, value }) => [name, value])) as FieldsOf<Table>
}

function valueAt(message: WireMessage, part: keyof WireMessage, name: string): unknown {
  const place = message[part]
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return undefined
  return (place as Record<string, unknown>)[name]
}
