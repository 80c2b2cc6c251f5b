// The only masking of phone numbers: logs, traces and reports use it, so that none of them knows fewer spellings.
import { type Layer, readLayers } from './mask-layers'
import { toLine } from './mask-line'
import { ALONE, AMONG, ANY, WITHIN_DIGITS } from './mask-patterns'
import { maskMsisdn } from './parse'

export interface MaskOptions {
  /**
   * Also masks numbers that other digits precede or follow, as in `phone + appKey + timestamp`, but for the 17-digit
   * timestamps of the wire. Milliseconds since 1970 look like such a number and are masked, too.
   *
   * @default false
   */
  readonly withinDigits?: boolean
}

/**
 * Masks every mainland mobile number inside a text: all that `parseMsisdn` reads, also behind and between the escapes
 * of URLs, JSON, HTML and quoted-printable, as deep as `%252531`, and behind a country code, a trunk 0 or a carrier's
 * prefix for cheap calls. What precedes the number stays. IP addresses stay, too.
 *
 * @example
 * ```ts
 * maskMsisdnsIn('call +86 138-0013-8000 now') // 'call +86 138****8000 now'
 * ```
 */
export function maskMsisdnsIn(text: string, options: MaskOptions = {}): string {
  if (!options.withinDigits && !mayHoldNumber(text)) return text
  // Twice: of two numbers that overlap, the first match hides too little of the second.
  const masked = maskOnce(text, options)
  return masked === text ? text : maskOnce(masked, options)
}

/** Begins an escape, or may be a digit of another script. */
const UNUSUAL = /[%&=\\\u0080-\uffff]/
/** A number of ASCII digits, with anything but letters and digits between them. */
const PLAIN = /1[^\da-z]*[3-9](?:[^\da-z]*\d){9}(?!\d)/i

/** Most log lines hold none, which this sees in an eighth of the time that reading them closely takes. */
function mayHoldNumber(text: string): boolean {
  return UNUSUAL.test(text) || PLAIN.test(text)
}

/** A number and its place. */
interface Found {
  readonly digits: string
  readonly start: number
  readonly end: number
}

function maskOnce(text: string, options: MaskOptions): string {
  const found = readLayers(text).flatMap((layer) => findInLayer(layer, options))
  const parts: string[] = []
  let done = 0
  for (const { digits, start, end } of mergeOverlaps(found)) {
    parts.push(text.slice(done, start), maskMsisdn(digits))
    done = end
  }
  return parts.join('') + text.slice(done)
}

/** Two layers may find the same number, or two that share digits: of these, nothing is shown. */
function mergeOverlaps(found: readonly Found[]): readonly Found[] {
  const merged: Found[] = []
  for (const next of [...found].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1]
    if (!last || next.start >= last.end) merged.push(next)
    else {
      const digits = next.digits === last.digits ? next.digits : ''
      merged[merged.length - 1] = { digits, start: last.start, end: Math.max(last.end, next.end) }
    }
  }
  return merged
}

function findInLayer({ text, starts, ends }: Layer, { withinDigits = false }: MaskOptions): readonly Found[] {
  const line = toLine(text)
  if (!ANY.test(line.text)) return []
  return findInLine(line.text, withinDigits).map(({ digits, start, end }) => {
    const [first, last] = [line.places[start] as number, line.places[end - 1] as number]
    // The last digit may be two code units.
    const behind = (text.codePointAt(last) as number) > 0xffff ? last + 2 : last + 1
    return { digits, start: starts?.[first] ?? first, end: ends?.[behind - 1] ?? behind }
  })
}

function findInLine(line: string, withinDigits: boolean): readonly Found[] {
  return [...line.matchAll(withinDigits ? WITHIN_DIGITS : ALONE)].flatMap((match) => {
    const [, prefix, alone, digits, prefixInside, inside] = match
    const at = match.index as number
    if (digits) return findAmong(digits, at)
    const number = (alone ?? inside) as string
    const start = at + ((prefix ?? prefixInside) as string).length
    return [{ digits: number.replace(/\D/g, ''), start, end: start + number.length }]
  })
}

/** Among many digits, a timestamp or a prefix may stand before a number. */
function findAmong(digits: string, at: number): readonly Found[] {
  return [...digits.matchAll(AMONG)]
    .filter(([, kept]) => kept === undefined)
    .map(({ 0: number, index = 0 }) => ({ digits: number, start: at + index, end: at + index + number.length }))
}
