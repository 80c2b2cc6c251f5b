// The texts that people sign by mistake instead of the one they had to: the same pieces, put together differently.
import { createHash } from 'node:crypto'

/** A named piece of the text that had to be signed, in its order. */
export interface TextPart {
  readonly name: string
  readonly value: string
}

const SEPARATORS = ['&', '|', ',', ';', '-', '_', ':', '.', '+', '\n', ' ', ', ']

/** What the documents' examples and other calls have for a version. */
const VERSIONS = ['1.0', '1.1', '1.2', '1.3', '2.0']

/** More pieces than this are not tried in every order: the verify call's six have 720 orders already. */
const MOST_REORDERED = 6

/** The likeliest first. */
export function* otherTexts(parts: readonly TextPart[]): Generator<string> {
  const values = parts.map(({ value }) => value)
  const text = values.join('')
  yield* written(text)
  yield* joined(parts)
  for (const index of values.keys()) yield without(values, index).join('')
  for (const version of VERSIONS) {
    yield parts.map(({ name, value }) => (name === 'version' ? version : value)).join('')
  }
  if (parts.length > MOST_REORDERED) return
  // The version is what is left out most often, because it looks like no part of the message.
  const withoutVersion = parts.filter(({ name }) => name !== 'version').map(({ value }) => value)
  for (const order of orders(withoutVersion)) yield order.join('')
  for (const order of orders(values)) yield order.join('')
}

/** The right text in another writing: with a line end as a shell adds it, in quotes, percent-encoded, or hashed first. */
function written(text: string): readonly string[] {
  const md5 = createHash('md5').update(text).digest('hex')
  return [`${text}\n`, `${text}\r\n`, JSON.stringify(text), md5, md5.toUpperCase()]
}

function joined(parts: readonly TextPart[]): readonly string[] {
  const pairs = parts.map(({ name, value }) => `${name}=${value}`)
  const fields = Object.fromEntries(parts.map(({ name, value }) => [name, value]))
  return [
    ...SEPARATORS.map((separator) => parts.map(({ value }) => value).join(separator)),
    pairs.join('&'),
    [...pairs].sort().join('&'),
    JSON.stringify(fields),
  ]
}

function* orders(values: readonly string[]): Generator<readonly string[]> {
  if (values.length === 0) yield []
  for (const [index, first] of values.entries()) {
    for (const rest of orders(without(values, index))) yield [first, ...rest]
  }
}

function without(values: readonly string[], index: number): readonly string[] {
  return values.filter((_, other) => other !== index)
}
