// The packed characters as code points. To change them, change them here, and copy what the failing test prints.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRanges } from '../../src/msisdn/ranges'

type Range = readonly [first: number, last: number]

const SOURCE = readFileSync(join(__dirname, '../../src/msisdn/characters.ts'), 'utf8')

/** Unpacks each text of the source by its name. */
function readPacked(name: string): string {
  const [, definition = ''] = SOURCE.split(`const ${name} =`)
  const [, packed = ''] = /(?:readRanges|toClass)\(([^)]+)\)/.exec(definition) ?? []
  return (packed.match(/[0-9a-z.]+/g) ?? []).join(' ')
}

function pack(ranges: readonly Range[]): string {
  let at = 0
  const packed = ranges.map(([first, last]) => {
    const distance = (first - at).toString(36)
    at = last
    return last === first ? distance : `${distance}.${(last - first).toString(36)}`
  })
  return packed.join(' ')
}

/** `00b2 00bc-00be`, as Unicode's tables write them. */
const parse = (text: string): readonly Range[] =>
  text.split(/\s+/).map((range) => {
    const [first = '', last = first] = range.split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })

/** `一三`, each by itself. */
const toCodePoints = (text: string): string =>
  [...text]
    .map((char) => char.codePointAt(0) as number)
    .sort((a, b) => a - b)
    .map((code) => code.toString(16))
    .join(' ')

test.each([
  ['HAN_NUMERALS', toCodePoints('零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟幺廿卅萬億貳參陸')],
  [
    'ZEROS',
    `0030 0660 06f0 07c0 0966 09e6 0a66 0ae6 0b66 0be6 0c66 0ce6 0d66 0de6 0e50 0ed0 0f20 1040 1090 17e0 1810 1946
      19d0 1a80 1a90 1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10 104a0 10d30 10d40 11066 110f0 11136
      111d0 112f0 11450 114d0 11650 116c0 116d0 116da 11730 118e0 11950 11bf0 11c50 11d50 11da0 11de0 11f50 16130
      16a60 16ac0 16b50 16d70 1ccf0 1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 1e140 1e2f0 1e4f0 1e5f1 1e950 1fbf0`,
  ],
  [
    'PLUS',
    `00b1 02d6 1429 207a 208a 2213 2214 2295 229e 2719 271a 2795 29fa 29fb 2a01 2a22-2a28 2a2d 2a2e 2a39 fb29 fe62`,
  ],
  [
    'NUMERALS',
    `00b2 00b3 00b9 00bc-00be 09f4-09f9 0b72-0b77 0bf0-0bf2 0c78-0c7e 0d58-0d5e 0d70-0d78 0f2a-0f33 1369-137c
      16ee-16f0 17f0-17f9 19da 2070-2089 2150-2189 2460-249b 24ea-24ff 2776-2793 2cfd 3007 3021-3029 3038-303a
      3192-3195 3220-3229 3248-324f 3251-325f 3280-3289 32b1-32cb 3358-33fe a6e6-a6ef a830-a835`,
  ],
  [
    'INVISIBLE',
    `00ad 0300-036f 061c 115f 1160 17b4 17b5 180b-180f 200b-200f 202a-202e 2060-206f 20d0-20f0 3164 fe00-fe0f feff
      ffa0 fff0-fff8`,
  ],
  ['DASHES', `058a 05be 1400 1806 2010-2015 2212 2e17 2e1a 2e3a 2e3b 2e40 301c 3030 30a0 fe58 fe63`],
  ['BRACKETS', `2045 2046 2329 232a 2768-2775 27e6-27ef 2983-2998 3008-3011 3014-301b fe59-fe5e`],
  ['DOTS', `00b7 2022 3002 30fb fe52 ff61 ff65`],
])('%s', (name, ranges) => {
  expect(readPacked(name)).toBe(pack(parse(ranges)))
  expect(readRanges(readPacked(name))).toEqual(parse(ranges))
})
