// A message of the carrier's wire before it is checked.
import type { Call } from '@local-number/protocol/return-codes'

/** The parts a field can be in: the query of an image URL, a JSON body without parts, or the two halves of one. */
export interface WireMessage {
  readonly query?: unknown
  readonly flat?: unknown
  readonly header?: unknown
  readonly body?: unknown
}

/** Where each call has its ids. */
export const ID_PARTS: Readonly<Record<Call, keyof WireMessage>> = {
  getMobile: 'query',
  getToken: 'header',
  httpsGetMobile: 'flat',
  verify: 'header',
}

/** `undefined` if the message does not have the field. */
export function readField(message: WireMessage, part: keyof WireMessage, name: string): unknown {
  const fields = message[part]
  if (typeof fields !== 'object' || fields === null || !Object.hasOwn(fields, name)) return undefined
  return (fields as Record<string, unknown>)[name]
}

/** The field's text; `''` if it is missing or not text. For what an answer echoes and a trace shows. */
export function readText(message: WireMessage | null, part: keyof WireMessage, name: string): string {
  const value = readField(message ?? {}, part, name)
  return typeof value === 'string' ? value : ''
}
