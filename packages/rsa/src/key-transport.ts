// What happens to the text of a key on its way through settings, scripts, JSON and web forms.
import { fromBase64, removeInvisible } from './codec'
import { readSequence } from './der'

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'" }

const fromCode = (digits: string, radix = 16): string => String.fromCharCode(Number.parseInt(digits, radix))

/** Escapes of XML, of web forms, and of JSON, .env files and shells (`\n`, `\/`, `\u002B`), also escaped again. */
const undoEscapes = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/&#x([0-9a-f]{1,4});/gi, (_, hex: string) => fromCode(hex))
    .replace(/&#(\d{1,5});/g, (_, decimal: string) => fromCode(decimal, 10))
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => fromCode(hex))
    .replace(/\\+(?:u([0-9a-f]{4})|([\s\S]?))/gi, (_, hex: string | undefined, character: string) =>
      hex === undefined ? (controls[character] ?? character) : fromCode(hex),
    )

/** Undoes what changes no key: PEM and base64 contain none of these escapes, no quote, and nothing invisible. */
export const cleanKeyText = (text: string): string =>
  removeInvisible(undoEscapes(text)).replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, '')

/**
 * Whether the spaces in a text whose DER does not end with it were plus signs: a web form's decoder makes spaces of
 * them. Spaces that took the place of line breaks cut the text into pieces of one size.
 */
export function hasLostPlus(body: string): boolean {
  const lines = body.split(/[\r\n]+/)
  const trimmed = lines.map((line) => line.trim())
  return (
    [lines, trimmed].some((parts) => isWhole(parts.join('').replaceAll(' ', '+'))) ||
    trimmed.some((line) => !haveOneSize(line.split(' ')))
  )
}

function isWhole(base64: string): boolean {
  const der = fromBase64(base64)
  return der !== undefined && readSequence(der) !== undefined
}

function haveOneSize(pieces: readonly string[]): boolean {
  const size = pieces[0]?.length ?? 0
  return pieces.every((piece, at) => (at < pieces.length - 1 ? piece.length === size : piece.length <= size))
}
