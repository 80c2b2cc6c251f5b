// The digits of all scripts, and what people write between digits. Parsing, typing and masking read texts with these,
// so that what one of them accepts the others know. As ranges of code units: WeChat's engine on some phones rejects
// `\p{…}` and the `u` flag's escapes when it loads the file.
import { readRanges, toClass } from './ranges'

/** The zero of every block of decimal digits (Unicode 17, general category Nd). Each block runs from 0 to 9. */
const ZEROS = readRanges(
  '1c 180 40 5s bq 3k 3k 3k 3k 3k 3k 3k 3k 3k 2y 3k 28 80 28 1g0 1c 8m 3u 4w g 5c 2o 40 g r80 j4 1c 5s w 2o bk gf4 13k ' +
    '1ow g me 3u 1y 4a 80 9s 3k ao 34 g a 2e c0 34 io 2o 74 28 1s a8 d0g 1tc 2o 40 f4 iv4 25a a a a a 1u2 c0 e8 75 nz 3og',
).map(([zero]) => zero)

/** Characters that may be digits; {@link toDigit} decides. */
const BEYOND_ASCII = /[\ud800-\udbff][\udc00-\udfff]|[\u0660-\uff19]/g

function toDigit(char: string): string {
  const code = char.codePointAt(0) as number
  const zero = ZEROS.find((zero) => zero <= code && code < zero + 10)
  return zero ? String(code - zero) : char
}

/** Full-width forms, as a Chinese keyboard writes `+` and brackets. Without ICU, `normalize()` does nothing. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** What looks like a plus: every character that Unicode names one, and the Greek crosses. */
const PLUS = new RegExp(
  `[${toClass('4x f9 3f7 2fl g ax 1 3l 9 vv 1 3f h1 1 6 x.6 5 1 b 159s mx')}]|\\ud83d[\\udfa1-\\udfa7]|\\ud83e\\udfbb`,
  'g',
)

/** Writes digits of all scripts, plus signs and full-width characters as ASCII. */
export function toAscii(text: string): string {
  return text
    .replace(BEYOND_ASCII, toDigit)
    .replace(PLUS, '+')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

/** Stands for a numeral beyond the Basic Multilingual Plane; in a text it is a character that got lost. */
export const UNREADABLE = '\ufffd'

/** Chinese numerals, everyday and financial: 一三八, 壹叁捌, 廿. */
export const HAN_NUMERALS = toClass(
  'feo 3 4 2 2c 1b 8 17 w 1a 2r b8 2v 2 d0 2 2 3g 2 m0 f2 135 3p sf 26 w6 2bo ko 1zc py 1on 3h 1sm 1e 3i',
)
/**
 * Numerals that are no decimal digits, for a character class: superscripts, circled and Roman ones, fractions, dates in
 * one character (Unicode's No and Nl and what is compatible with a digit), and Chinese ones.
 */
export const NUMERALS =
  HAN_NUMERALS +
  UNREADABLE +
  toClass(
    '4y 1 6 3.2 1ti.5 ah.5 3d.2 3q.6 62.6 i.8 c2.9 ty.j oi.2 74.9 dd 1au.p 5j.1l k7.1n 27.l hj.t 12i lm q.8 f.2 9k.3 ' +
      '3v.9 v.7 2.e x.9 14.q 3x.4m mp4.9 8x.5',
  )
/** Beyond the Basic Multilingual Plane: all of the scripts that have numerals there, which nobody types, and 🔟. */
export const NUMERAL_PAIRS =
  /[\ud800-\ud834\ud83a\ud83b][\udc00-\udfff]|\ud83c[\udd00-\udd0c\udd9d-\uddaa]|\ud83d\udd1f/g

/** Characters without a shape of their own (Unicode's Default_Ignorable_Code_Point), and marks on others. */
const INVISIBLE = toClass('4t gj.33 j1 283 1 190 1 2e.4 1ks.4 r.4 1e.f 2p.w 390 14f0.f 6o 4h 28.8')
/** The same beyond the Basic Multilingual Plane: formats of shorthand and music, tags and variation selectors. */
const INVISIBLE_PAIRS = '\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]|[\\udb40-\\udb43][\\udc00-\\udfff]'
/** Dashes (Unicode's Pd) and the minus sign. */
const DASHES = `\\-${toClass('13e 1g 2te sm 1l6.5 e5 2dh 3 w 1 5 d8 k 34 14mw b')}`
/** Brackets of any form (Ps, Pe). */
const BRACKETS = `()[\\]{}${toClass('6dh 1 kj 1 u6.d 35.9 b8.l 19s.9 3.7 14qm.5')}`
/** Dots of both keyboards, and the slash. */
const DOTS = `./${toClass('53 67f 34w 6x 14k7 7j 4')}`
/** What people write between digits, beside full-width forms. */
export const SEPARATOR = new RegExp(`[\\s${DASHES}${BRACKETS}${DOTS}${INVISIBLE}]|${INVISIBLE_PAIRS}`, 'g')
