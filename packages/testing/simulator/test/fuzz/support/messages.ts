// JSON messages that are right but for a few places, as text.
import fc from 'fast-check'
import { brokenJson, jsonValue } from './values'

type Json = Readonly<Record<string, unknown>>

interface Bend {
  /** Which part of the message: a half of it, or the message itself. */
  readonly part: string | null
  readonly name: string
  /** JSON, or `null` for a field that is taken out. */
  readonly value: string | null
}

/**
 * @param right makes a message that is taken
 * @param names the fields that it has, and some that it may have
 */
export function bentMessage(right: () => Json, names: readonly string[]): fc.Arbitrary<Buffer> {
  const part = fc.constantFrom(null, 'header', 'body')
  const name = fc.constantFrom(...names, 'header', 'body', '__proto__', 'constructor', 'toString')
  const bend = fc.record({ part, name, value: fc.option(jsonValue, { freq: 6 }) })
  const bent = fc.array(bend, { maxLength: 3 }).map((bends) => bends.reduce(withBend, textOf(right())))
  return fc.oneof(
    { weight: 8, arbitrary: bent.map((text) => Buffer.from(text)) },
    jsonValue.map((text) => Buffer.from(text)),
    brokenJson.map((text) => Buffer.from(text)),
    fc.tuple(bent, fc.nat()).map(([text, at]) => withInvalidUtf8(Buffer.from(text), at)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  )
}

function textOf(message: Json): string {
  return JSON.stringify(message)
}

/** Puts the field in front: a key that stands there a second time is for the parser to decide about. */
function withBend(text: string, { part, name, value }: Bend): string {
  const key = JSON.stringify(name)
  if (value === null) return text.replace(`${key}:`, `${JSON.stringify(`no ${name}`)}:`)
  const opening = part === null ? '{' : `${JSON.stringify(part)}:{`
  // First the old one is renamed, so that the parser finds the bent one.
  const renamed = text.replace(`${key}:`, `"old":`)
  return renamed.includes(opening) ? renamed.replace(opening, () => `${opening}${key}:${value},`) : renamed
}

/** A byte that no UTF-8 has, somewhere. */
function withInvalidUtf8(bytes: Buffer, at: number): Buffer {
  const place = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, place), Buffer.of(0xff), bytes.subarray(place)])
}
