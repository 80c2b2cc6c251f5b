// What happens to the text of a key on its way through settings, scripts, JSON and web forms, and how to undo it.
import { fromBase64, fromUtf8, removeInvisible } from './codec'
import { readSequence } from './der'

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  tab: '\t',
  newline: '\n',
  plus: '+',
  sol: '/',
  equals: '=',
  lowbar: '_',
}

/** Empty for what is no character, so that a damaged escape leaves a gap rather than an error. */
function fromCode(digits: string, radix = 16): string {
  const code = Number.parseInt(digits, radix)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** As UTF-8, or a byte for a character where it is none. */
function undoPercents(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return escaped.replace(/%(..)/g, (_, hex: string) => fromCode(hex))
  }
}

/** In a PEM line, a plus can only be a space that a web form has encoded. Then the others are spaces, too. */
const undoFormSpaces = (text: string): string =>
  /-----BEGIN\+[A-Z0-9+]{1,80}-----/.test(text.replace(/%2D/gi, '-')) ? text.replaceAll('+', ' ') : text

const backslashes = /\\+(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3][0-7]{2})|([\s\S]?))/gi

/** One layer of the escapes of XML, web forms, mails, JSON, .env files, shells and programs. */
const undoEscapes = (text: string): string =>
  undoFormSpaces(text)
    .replace(/&(\w{2,8});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/&#x([0-9a-f]{1,8});/gi, (_, hex: string) => fromCode(hex))
    .replace(/&#(\d{1,8});/g, (_, decimal: string) => fromCode(decimal, 10))
    .replace(/(?:%[0-9a-f]{2})+/gi, undoPercents)
    // Quoted-printable: in base64, an equal sign stands at the end alone.
    .replace(/=\r?\n(?=[\w+/])/g, '')
    .replace(/=([2-7][0-9A-F]|0[AD])/g, (_, hex: string) => fromCode(hex))
    .replace(backslashes, (_, braced?: string, long?: string, short?: string, octal?: string, character = '') => {
      const hex = braced ?? long ?? short
      if (hex !== undefined) return fromCode(hex)
      return octal === undefined ? (controls[character] ?? character) : fromCode(octal, 8)
    })

const edges = /[\s"'`“”‘’]/

/** Not by an expression, which would take quadratic time for a long run within the text. */
function trimQuotes(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && edges.test(text.charAt(start))) start += 1
  while (end > start && edges.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** Undoes what changes no key: PEM and base64 contain none of these escapes, no quote, and nothing invisible. */
export const cleanKeyText = (text: string): string =>
  trimQuotes(removeInvisible(undoEscapes(text)).replaceAll('\0', '').replaceAll('\u0085', '\n'))

/** `KEY=`, `export KEY=`, `private_key: `, `const key = `, `"key" => `: at most three words before the name. */
const assignment = /^(?:\w{1,20} +){0,3}["']?[\w$.-]{0,80}["']? ?(?::=|=>|[:=])\s{0,9}(?=[^\s=])/

/** The text of a data URL, of an assignment in a file or program, or of a literal in pieces. */
function undoSource(text: string): string {
  return text
    .replace(/^data:[^,]{0,200},/i, '')
    .replace(assignment, '')
    .replace(/^[bru]{1,2}(?=["'`])/i, '')
    .replace(/["'`](?: ?\+)?\s{0,99}["'`]/g, '')
    .replace(/[;,)]{1,3}$/, '')
}

/** The text that base64 stands for: UTF-8, or UTF-16 whose NULs are removed with the other escapes. */
function decodeText(base64: string): string {
  const bytes = /^[\w+/\s-]+={0,2}\s*$/.test(base64) ? fromBase64(base64) : undefined
  if (!bytes) return ''
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return fromUtf8(marked ? bytes.subarray(2) : bytes) ?? ''
}

/** All texts within a JSON value, and the objects that are keys. */
function listTexts(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  if ('kty' in value) return [JSON.stringify(value)]
  return Object.values(value).flatMap((item) => listTexts(item, depth - 1))
}

const MOST_DEPTH = 5

function undoJson(text: string): string[] {
  if (!/^\s*[[{"]/.test(text)) return []
  try {
    const value: unknown = JSON.parse(text)
    const texts = listTexts(value, MOST_DEPTH)
    return Array.isArray(value) ? [...texts, texts.join('\n')] : texts
  } catch {
    return []
  }
}

/**
 * What a text without a key may contain one in: the text with one layer less of what transports add.
 *
 * @param bodies what may be base64 in it: the text itself, or what is between its PEM lines
 */
export function unwrapKeyText(text: string, bodies: readonly string[]): readonly string[] {
  const cleaned = cleanKeyText(text)
  const json = [text, cleaned].flatMap(undoJson)
  if (json.length > 0) return json
  return [cleaned, ...[text, cleaned].map((each) => undoSource(each.trim())), ...bodies.map(decodeText)]
}

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
