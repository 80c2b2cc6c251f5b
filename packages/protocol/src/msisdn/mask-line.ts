// A text as the patterns of masking read it: ASCII digits, one character for what stands between two of them.
import { SEPARATOR, toAscii } from './characters'

export interface Line {
  readonly text: string
  /** Where each character is in the text that was read; until the next text is. */
  readonly places: Int32Array
}

/** Also between digits, in logs: what separates values, and what escapes leave behind. */
const MORE = /[,_+~*|;、]/
const ALL_SEPARATORS = new RegExp(`^(?:${SEPARATOR.source}|${MORE.source})$`)

const [WORD, GAP, DOT] = ['x', ' ', '.'].map((char) => char.charCodeAt(0)) as [number, number, number]
/** What characters are, as code of an ASCII digit, {@link GAP} or {@link WORD}: filled as texts need it. */
const KINDS = new Uint8Array(0x110000)

function toKind(code: number): number {
  const known = KINDS[code]
  if (known) return known
  const ascii = toAscii(String.fromCodePoint(code))
  const kind = /^\d$/.test(ascii) ? ascii.charCodeAt(0) : ALL_SEPARATORS.test(ascii) ? GAP : WORD
  KINDS[code] = kind
  return kind
}

const isAsciiDigit = (code: number) => code >= 0x30 && code <= 0x39
/** So many arguments are no burden for any engine. */
const CHUNK = 4_096

/** For log lines, since new buffers take longer than reading them. */
const SCRATCH = { codes: new Uint8Array(CHUNK), places: new Int32Array(CHUNK) }

/** Runs of separators become one space, and of other characters one `x`. A dot between ASCII digits stays, for IP addresses. */
export function toLine(text: string): Line {
  const isShort = text.length <= CHUNK
  const { codes, places } = isShort
    ? SCRATCH
    : { codes: new Uint8Array(text.length), places: new Int32Array(text.length) }
  let size = 0
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number
    const kind = toKind(code)
    if (kind !== last || isAsciiDigit(kind)) {
      const isDot = code === DOT && isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(text.charCodeAt(at + 1))
      codes[size] = isDot ? DOT : kind
      places[size] = at
      size += 1
    }
    last = kind
    if (code > 0xffff) at += 1
  }
  return { text: toText(codes.subarray(0, size)), places }
}

function toText(codes: Uint8Array): string {
  if (codes.length <= CHUNK) return String.fromCharCode.apply(null, codes as unknown as number[])
  const parts: string[] = []
  for (let at = 0; at < codes.length; at += CHUNK) parts.push(toText(codes.subarray(at, at + CHUNK)))
  return parts.join('')
}
