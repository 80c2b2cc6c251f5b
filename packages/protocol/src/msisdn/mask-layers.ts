// Reads the escapes of URLs, JSON, HTML and e-mail. Each character keeps its place in the logged text, so that what is
// masked is what was logged.

/** A text, and where each of its code units came from: in the logged text itself, from where they are. */
export interface Layer {
  readonly text: string
  /** The first code unit of its source. */
  readonly starts?: Int32Array
  /** The one behind the last of its source. */
  readonly ends?: Int32Array
}

/** Escapes within escapes are read as deep as `%252531`. */
const MAX_DEPTH = 3

/** Entities of what may stand between digits, or begins another escape. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', Tab: ' ', NewLine: ' ', shy: '', zwj: '', zwnj: '' },
    ...{ lrm: '', rlm: '', hyphen: '-', dash: '-', ndash: '-', mdash: '-', minus: '-', middot: '.', bull: '.' },
    ...{ period: '.', sol: '/', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', plus: '+', num: '#', percnt: '%' },
    ...{ bsol: '\\', equals: '=', semi: ';', comma: ',', lowbar: '_' },
  }),
)

/** Bytes in hex; escapes of JavaScript, JSON, Python and PHP; entities. */
const ESCAPE = new RegExp(
  [
    '((?:%[0-9a-f]{2})+)',
    '(?:\\\\x([0-9a-f]{2})|[%\\\\]u([0-9a-f]{4})|\\\\[ux]\\{0{0,8}([0-9a-f]{1,6})\\}|&#x0{0,8}([0-9a-f]{1,6});?)',
    '&#0{0,8}(\\d{1,7});?',
    '\\\\([nrt]|[fv]|[^a-z0-9])',
    '&([a-z]{2,7});',
  ].join('|'),
  'gi',
)
/** Quoted-printable. `=31` alone is more often a parameter's value. A `=` at the end of a line joins it to the next. */
const QUOTED_PRINTABLE = /((?:=[0-9a-f]{2}){2,}|=(?:[2457][0-9a-f]|0[9ad]))|(=\r?\n)/gi

/** The text as it is, and every way to read its escapes. */
export function readLayers(text: string): readonly Layer[] {
  return readDeeper({ text }, MAX_DEPTH)
}

function readDeeper(layer: Layer, depth: number): readonly Layer[] {
  if (depth === 0) return [layer]
  const unescaped = decode(layer, ESCAPE, fromEscape)
  const printable = decode(layer, QUOTED_PRINTABLE, fromQuotedPrintable)
  return [
    layer,
    ...(unescaped ? readDeeper(unescaped, depth - 1) : []),
    ...(printable ? readDeeper(printable, Math.min(depth - 1, 1)) : []),
  ]
}

type Read = (...match: string[]) => Units
/** Decoded code units, each with the length of what they are read from. */
type Units = readonly (readonly [text: string, length: number])[]

function decode({ text, starts, ends }: Layer, pattern: RegExp, read: Read): Layer | null {
  if (text.search(pattern) < 0) return null
  const parts: string[] = []
  // No escape is shorter than what it means.
  const [newStarts, newEnds] = [new Int32Array(text.length), new Int32Array(text.length)]
  let size = 0
  let done = 0
  const copy = (decoded: string, length: number) => {
    for (let unit = 0; unit < decoded.length; unit += 1) {
      newStarts[size] = starts ? (starts[done] as number) : done
      newEnds[size] = ends ? (ends[done + length - 1] as number) : done + length
      size += 1
    }
    parts.push(decoded)
    done += length
  }
  const copyEach = (to: number) => {
    const from = done
    for (; done < to; done += 1) {
      newStarts[size] = starts ? (starts[done] as number) : done
      newEnds[size] = ends ? (ends[done] as number) : done + 1
      size += 1
    }
    parts.push(text.slice(from, to))
  }
  for (const match of text.matchAll(pattern)) {
    copyEach(match.index as number)
    for (const [decoded, length] of read(...(match as unknown as string[]))) copy(decoded, length)
  }
  copyEach(text.length)
  return { text: parts.join(''), starts: newStarts, ends: newEnds }
}

function fromEscape(all: string, bytes?: string, ...groups: (string | undefined)[]): Units {
  if (bytes) return fromBytes(bytes)
  const [byte, unit, braced, hex, decimal, char, entity] = groups
  const digits = byte ?? unit ?? braced ?? hex
  const code = digits ? Number.parseInt(digits, 16) : Number(decimal)
  if (code <= 0x10ffff) return [[String.fromCodePoint(code), all.length]]
  if (char) return [[/[a-z]/i.test(char) ? ' ' : char, all.length]]
  return [[ENTITIES.get(entity ?? '') ?? all, all.length]]
}

function fromQuotedPrintable(all: string, bytes?: string): Units {
  return bytes ? fromBytes(bytes) : [['', all.length]]
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Reads UTF-8 as a sequence of `%xx` or `=xx`. */
function fromBytes(escaped: string): Units {
  const units: (readonly [string, number])[] = []
  for (let at = 0; at < escaped.length; ) {
    const first = toBytes(escaped.slice(at, at + 3))
    const length = 3 * countBytes(first[0] as number)
    const char =
      length === 3 ? String.fromCharCode(first[0] as number) : UTF8.decode(toBytes(escaped.slice(at, at + length)))
    const isWhole = at + length <= escaped.length && [...char].length === 1
    units.push(isWhole ? [char, length] : ['\ufffd', 3])
    at += isWhole ? length : 3
  }
  return units
}

function toBytes(escaped: string): Uint8Array {
  return Uint8Array.from({ length: escaped.length / 3 }, (_, at) =>
    Number.parseInt(escaped.slice(3 * at + 1, 3 * at + 3), 16),
  )
}

function countBytes(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}
