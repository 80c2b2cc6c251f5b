// Reads a call's fields from what came over the wire: what is there, and whether it has the field's shape.
import type { Failure } from './checks'

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
export type FieldsOf<Table extends FieldTable> = { readonly [Name in keyof Table]: string }

/** Both editions' ids (protocol.md §2): 32 letters and digits, or the H5 edition's random number and GUID. */
export const SHAPES = {
  anything: /./s,
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

/** Fails with 130010 if anything is missing, else with 130030 if anything is malformed. Only texts are well formed. */
export function readFields<Table extends FieldTable>(message: WireMessage, table: Table): FieldsOf<Table> | Failure {
  const read = Object.entries(table).map(([name, field]) => {
    const value = valueAt(message, field.in, name) ?? ''
    const missing = value === ''
    const malformed = missing ? false : typeof value !== 'string' || !field.shape.test(value)
    return { name, value, missing: missing && !field.optional, malformed }
  })
  if (read.some(({ missing }) => missing)) return { code: '130010' }
  if (read.some(({ malformed }) => malformed)) return { code: '130030' }
  return Object.fromEntries(read.map(({ name, value }) => [name, value])) as FieldsOf<Table>
}

function valueAt(message: WireMessage, part: keyof WireMessage, name: string): unknown {
  const place = message[part]
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return undefined
  return (place as Record<string, unknown>)[name]
}
