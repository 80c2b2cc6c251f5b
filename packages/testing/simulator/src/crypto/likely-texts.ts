// The texts that people sign by mistake instead of the right one: the same pieces, put together differently.
import { createHash } from 'node:crypto'

/** A named piece of the text that had to be signed. */
export interface TextPart {
  readonly name: string
  readonly value: string
}

export const SEPARATORS = ['&', '|', ',', ';', '-', '_', ':', '.', '+', '\n', ' ', ', ']

/** The versions in the documents' examples and in other calls. */
export const VERSIONS = ['1.0', '1.1', '1.2', '1.3', '2.0']

/** More pieces are not tried in every order: the six of the verify call already have 720 orders. */
const MAX_REORDERED = 6

/** The likeliest first. */
export function* generateLikelyTexts(parts: readonly TextPart[]): Generator<string> {
  const values = parts.map(({ value }) => value)
  const text = values.join('')
  yield* listSpellings(text)
  yield* listJoinedTexts(parts)
  for (const index of values.keys()) yield removeAt(values, index).join('')
  for (const version of VERSIONS) {
    yield parts.map(({ name, value }) => (name === 'version' ? version : value)).join('')
  }
  if (parts.length > MAX_REORDERED) return
  // The version is left out most often, because it does not look like a part of the message.
  const withoutVersion = parts.filter(({ name }) => name !== 'version').map(({ value }) => value)
  for (const order of permute(withoutVersion)) yield order.join('')
  for (const order of permute(values)) yield order.join('')
}

/** The right text spelled differently: with a shell's line end, in quotes, or hashed first. */
function listSpellings(text: string): readonly string[] {
  const md5 = createHash('md5').update(text).digest('hex')
  return [`${text}\n`, `${text}\r\n`, JSON.stringify(text), md5, md5.toUpperCase()]
}

function listJoinedTexts(parts: readonly TextPart[]): readonly string[] {
  const pairs = parts.map(({ name, value }) => `${name}=${value}`)
  const fields = Object.fromEntries(parts.map(({ name, value }) => [name, value]))
  return [
    ...SEPARATORS.map((separator) => parts.map(({ value }) => value).join(separator)),
    pairs.join('&'),
    [...pairs].sort().join('&'),
    JSON.stringify(fields),
  ]
}

export function* permute<T>(values: readonly T[]): Generator<readonly T[]> {
  if (values.length === 0) yield []
  for (const [index, first] of values.entries()) {
    for (const rest of permute(removeAt(values, index))) yield [first, ...rest]
  }
}

export function removeAt<T>(values: readonly T[], index: number): readonly T[] {
  return values.filter((_, other) => other !== index)
}
