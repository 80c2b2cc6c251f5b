// The digits of all scripts, and what people write between digits. Parsing, typing and masking read texts with these,
// so that what one of them accepts the others know. As ranges of code units: WeChat's engine on some phones rejects
// `\p{…}` and the `u` flag's escapes when it loads the file.

/** The zero of every decimal digit block of the Basic Multilingual Plane (Unicode 16, general category Nd). */
const ZEROS = [
  0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
  0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
]
/** The low surrogates of the zeros of bold, double-struck, sans-serif and monospace digits, behind `\ud835`. */
const MATHEMATICAL_ZEROS = [0xdfce, 0xdfd8, 0xdfe2, 0xdfec, 0xdff6]

/** A pattern for the digits from `first` to `last` in every script. */
export function createDigitPattern(first: number, last: number): string {
  const toClass = (zeros: readonly number[]) =>
    zeros.map((zero) => `${String.fromCharCode(zero + first)}-${String.fromCharCode(zero + last)}`).join('')
  return `(?:[${toClass(ZEROS)}]|\ud835[${toClass(MATHEMATICAL_ZEROS)}])`
}

const DIGIT = new RegExp(createDigitPattern(0, 9), 'g')

/** Full-width forms, as a Chinese keyboard writes `+` and brackets. Without ICU, `normalize()` does nothing. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** Writes digits of all scripts and full-width characters as ASCII. */
export function toAscii(text: string): string {
  return text
    .replace(DIGIT, toAsciiDigit)
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(digit.length - 1)
  const zeros = digit.length === 1 ? ZEROS : MATHEMATICAL_ZEROS
  return String(code - Math.max(...zeros.filter((zero) => zero <= code)))
}

/** Characters without a shape of their own (Unicode's Default_Ignorable_Code_Point), and the frame around an emoji digit. */
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u20e3' +
  '\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8'
/** The same beyond the Basic Multilingual Plane: formats of shorthand and music, tags and variation selectors. */
const INVISIBLE_PAIRS = '\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]|[\\udb40-\\udb43][\\udc00-\\udfff]'
/** Dashes (Unicode's Pd) and the minus sign. */
const DASHES =
  '\\-\\u058a\\u05be\\u1400\\u1806\\u2010-\\u2015\\u2212\\u2e17\\u2e1a\\u2e3a\\u2e3b\\u2e40\\u301c\\u3030\\u30a0\\ufe58' +
  '\\ufe63'
/** Brackets of any form (Ps, Pe). */
const BRACKETS =
  '()[\\]{}\\u2045\\u2046\\u2329\\u232a\\u2768-\\u2775\\u27e6-\\u27ef\\u2983-\\u2998\\u3008-\\u3011\\u3014-\\u301b' +
  '\\ufe59-\\ufe5e'
/** Dots of both keyboards, and the slash. */
const DOTS = './\\u00b7\\u2022\\u30fb\\u3002\\ufe52\\uff61\\uff65'

/** What people write between digits, beside full-width forms. */
export const SEPARATOR = new RegExp(`[\\s${DASHES}${BRACKETS}${DOTS}${INVISIBLE}]|${INVISIBLE_PAIRS}`, 'g')
