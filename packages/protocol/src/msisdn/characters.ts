// The digits of all scripts, and what people write between digits. Parsing, typing and masking read texts with these,
// so that what one of them accepts the others know. As ranges of code units: WeChat's engine on some phones rejects
// `\p{…}` and the `u` flag's escapes when it loads the file.

/** The zero of every block of decimal digits (Unicode 17, general category Nd). Each block runs from 0 to 9. */
const ZEROS = [
  0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
  0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0,
  0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0,
  0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8,
  0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
]

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
const PLUS =
  /[\u00b1\u02d6\u1429\u207a\u208a\u2213\u2214\u2295\u229e\u2719\u271a\u2795\u29fa\u29fb\u2a01\u2a22-\u2a28\u2a2d\u2a2e\u2a39\ufb29\ufe62]|\ud83d[\udfa1-\udfa7]|\ud83e\udfbb/g

/** Writes digits of all scripts, plus signs and full-width characters as ASCII. */
export function toAscii(text: string): string {
  return text
    .replace(BEYOND_ASCII, toDigit)
    .replace(PLUS, '+')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

/** Stands for a numeral beyond the Basic Multilingual Plane; in a text it is a character that got lost. */
export const UNREADABLE = '\ufffd'

/**
 * Numerals that are no decimal digits, for a character class: superscripts, circled and Roman ones, fractions, dates in
 * one character (Unicode's No and Nl and what is compatible with a digit), and Chinese ones.
 */
export const HAN_NUMERALS = '零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟幺廿卅萬億貳參陸'
export const NUMERALS =
  `${HAN_NUMERALS}${UNREADABLE}\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u09f4-\\u09f9\\u0b72-\\u0b77\\u0bf0-\\u0bf2\\u0c78-\\u0c7e` +
  '\\u0d58-\\u0d5e\\u0d70-\\u0d78\\u0f2a-\\u0f33\\u1369-\\u137c\\u16ee-\\u16f0\\u17f0-\\u17f9\\u19da\\u2070-\\u2089\\u2150-\\u2189' +
  '\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u2cfd\\u3007\\u3021-\\u3029\\u3038-\\u303a\\u3192-\\u3195\\u3220-\\u3229' +
  '\\u3248-\\u324f\\u3251-\\u325f\\u3280-\\u3289\\u32b1-\\u32cb\\u3358-\\u33fe\\ua6e6-\\ua6ef\\ua830-\\ua835'
/** Beyond the Basic Multilingual Plane: all of the scripts that have numerals there, which nobody types, and 🔟. */
export const NUMERAL_PAIRS =
  /[\ud800-\ud834\ud83a\ud83b][\udc00-\udfff]|\ud83c[\udd00-\udd0c\udd9d-\uddaa]|\ud83d\udd1f/g

/** Characters without a shape of their own (Unicode's Default_Ignorable_Code_Point), and marks on others. */
const INVISIBLE =
  '\\u00ad\\u0300-\\u036f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u20d0-\\u20f0' +
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
