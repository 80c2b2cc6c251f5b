// Parses the fields of a call: whether they are there and have the documented form.
import type { CauseId } from '@local-number/protocol/return-codes'
import { readField, type WireMessage } from '../common/wire-message'
import { type Refusal, refuse } from './checks'

export interface Field {
  readonly in: keyof WireMessage
  readonly shape: RegExp
  /** A missing or empty field becomes `''`. @default false */
  readonly optional?: true
}

export type FieldTable = Readonly<Record<string, Field>>

/** The causes of 130010 and 130030 in this call. */
export interface FieldCauses {
  missing(name: string): CauseId
  malformed(name: string): CauseId
}

export type Fields<Table extends FieldTable> = { readonly [Name in keyof Table]: string }

/**
 * Ids of both editions (protocol.md §2): 32 letters and digits, or the H5 edition's random number and GUID. The lengths
 * of the others are not documented: the limits here are several times what clients send, and keep megabytes from the
 * hashes.
 */
export const SHAPES = {
  /** appId, wxappid, token. */
  name: /^.{1,256}$/s,
  /** expandParams, sign, phoneNum, userInformation. */
  text: /^.{1,8192}$/s,
  sdkVersion: /^1\.[0-2]$/,
  serverVersion: /^1\.\d$/,
  openType: /^[01]$/,
  msgId: /^(?:[0-9A-Za-z]{32}|0\.\d{1,22}|\d(?:\.\d{1,20})?e-\d{1,3})$/,
  uuid: /^(?:[0-9A-Za-z]{32}|[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12})$/,
  httpsVersion: /^1\.\d$/,
  businessType: /^[15]$/,
  httpsId: /^[0-9A-Za-z]{32}$/,
  serverMsgId: /^[0-9A-Za-z]{32}$/,
  // Any time: whether the carrier compares it with its own clock is not known.
  timestamp: /^\d{17}$/,
} as const satisfies Record<string, RegExp>

/** What a message's fields are, and the first that is missing or malformed. */
export interface ReadFields<Table extends FieldTable> {
  readonly fields: Fields<Table>
  readonly missing: string | undefined
  readonly malformed: string | undefined
}

/** Every field must be text. */
export function inspectFields<Table extends FieldTable>(message: WireMessage, table: Table): ReadFields<Table> {
  const fields = Object.entries(table).map(([name, field]) => {
    const value = readField(message, field.in, name) ?? ''
    const missing = value === ''
    const malformed = missing ? false : typeof value !== 'string' || !field.shape.test(value)
    return { name, value, missing: missing && !field.optional, malformed }
  })
  return {
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])) as Fields<Table>,
    missing: fields.find((field) => field.missing)?.name,
    malformed: fields.find((field) => field.malformed)?.name,
  }
}

/** Refuses a missing field with 130010, else a malformed one with 130030. */
export function readFields<Table extends FieldTable>(
  message: WireMessage,
  table: Table,
  causes: FieldCauses,
): Fields<Table> | Refusal {
  const { fields, missing, malformed } = inspectFields(message, table)
  if (missing !== undefined) return refuse('130010', causes.missing(missing))
  if (malformed !== undefined) return refuse('130030', causes.malformed(malformed))
  return fields
}
