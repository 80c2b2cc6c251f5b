// Valid JSON messages with a few altered fields, as text.
import fc from 'fast-check'
import { brokenJson, jsonValue } from './values'

type Json = Readonly<Record<string, unknown>>

interface Alteration {
  /** An object in the message, or `null` for the message itself. */
  readonly part: string | null
  readonly name: string
  /** JSON, or `null` to remove the field. */
  readonly value: string | null
}

/**
 * @param createValid creates a valid message
 * @param names the fields to alter: its own, and possible others
 * @param parts the fields that are objects, whose fields are altered, too
 */
export function createAlteredMessage(
  createValid: () => Json,
  names: readonly string[],
  parts: readonly string[] = ['header', 'body'],
): fc.Arbitrary<Buffer> {
  const part = fc.constantFrom(null, ...parts)
  const name = fc.constantFrom(...names, ...parts, '__proto__', 'constructor', 'toString')
  const alteration = fc.record({ part, name, value: fc.option(jsonValue, { freq: 6 }) })
  const altered = fc
    .array(alteration, { maxLength: 3 })
    .map((alterations) => alterations.reduce(alterField, JSON.stringify(createValid())))
  return fc.oneof(
    { weight: 8, arbitrary: altered.map((text) => Buffer.from(text)) },
    jsonValue.map((text) => Buffer.from(text)),
    brokenJson.map((text) => Buffer.from(text)),
    fc.tuple(altered, fc.nat()).map(([text, at]) => insertInvalidUtf8(Buffer.from(text), at)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  )
}

/** Puts the field in front; if its name occurs again, the parser decides. */
function alterField(text: string, { part, name, value }: Alteration): string {
  const key = JSON.stringify(name)
  if (value === null) return text.replace(`${key}:`, `${JSON.stringify(`no ${name}`)}:`)
  const opening = part === null ? '{' : `${JSON.stringify(part)}:{`
  // The old field is renamed first, so that the parser finds the altered one.
  const renamed = text.replace(`${key}:`, `"old":`)
  return renamed.includes(opening) ? renamed.replace(opening, () => `${opening}${key}:${value},`) : renamed
}

/** Inserts a byte that does not occur in UTF-8. */
function insertInvalidUtf8(bytes: Buffer, at: number): Buffer {
  const start = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, start), Buffer.of(0xff), bytes.subarray(start)])
}
