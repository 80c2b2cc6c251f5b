// A message of the carrier's wire before it is checked.

/** The parts a field can be in: the query of an image URL, or the two halves of a JSON body. */
export interface WireMessage {
  readonly query?: unknown
  readonly header?: unknown
  readonly body?: unknown
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
