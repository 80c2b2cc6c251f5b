// Numbers as others may see them: in logs, traces and reports.
import { isIPv4 } from 'node:net'
import fc from 'fast-check'
import { maskMsisdnsIn } from '../../src/masking'
import { maskMsisdn, parseMsisdn } from '../../src/msisdn'
import { readLayers } from '../../src/msisdn/mask-layers'
import { toLine } from '../../src/msisdn/mask-line'

const NUMBER = '13800138000'

/** Any mainland mobile number. */
const number = fc.stringMatching(/^1(?:[3-689]\d|7[0-8])\d{8}$/)

/** The zeros of some scripts. */
const zero = fc.constantFrom(0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce, 0x1e950, 0x1fbf0)
const toScript = (digits: string, from: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)))

describe('maskMsisdn', () => {
  test('shows the first three digits and the last four', () => {
    expect(maskMsisdn(NUMBER)).toBe('138****8000')
  })

  test('shows nothing of a text that is not a number', () => {
    for (const text of ['', '1380013800', '138001380001', '+8613800138000']) expect(maskMsisdn(text)).toBe('***')
  })

  test('never shows more than seven characters of anything', () => {
    fc.assert(
      fc.property(fc.oneof(number, fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
        const shown = maskMsisdn(text)
          .replace('****', '')
          .replace(/^\*\*\*$/, '')
        return shown.length <= 7
      }),
    )
  })
})

/** All characters that `parseMsisdn` accepts between digits. */
const SEPARATORS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (char) => parseMsisdn(`138${char}00138000`) === NUMBER,
)

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
const everyByte = (mark: string) => (text: string) =>
  [...Buffer.from(text)].map((byte) => `${mark}${hex(byte, 2).toUpperCase()}`).join('')
const everyUnit = (write: (code: number) => string) => (text: string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join('')
const everyCodePoint = (write: (code: number) => string) => (text: string) =>
  [...text].map((char) => write(char.codePointAt(0) as number)).join('')

/** Escapes, of all characters and of those that need it. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  url: encodeURIComponent,
  everyByteOfUrl: everyByte('%'),
  json: (text) => JSON.stringify(text),
  everyUnitOfJson: everyUnit((code) => `\\u${hex(code, 4)}`),
  asciiJson: (text) =>
    JSON.stringify(text).replace(
      /[^\0-\x7f]/g,
      everyUnit((code) => `\\u${hex(code, 4)}`),
    ),
  php: (text) => JSON.stringify(text).replace(/\//g, '\\/'),
  hexOrUnit: everyUnit((code) => (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`)),
  decimalEntities: everyCodePoint((code) => `&#${code};`),
  hexEntities: everyCodePoint((code) => `&#x${hex(code, 1)};`),
  quotedPrintable: everyByte('='),
}

/** Masked with and without `withinDigits`. */
const ALONE: readonly (readonly [text: string, masked: string])[] = [
  ['13800138000', '138****8000'],
  ['call 13800138000 now', 'call 138****8000 now'],
  ['phone=13800138000&token=1', 'phone=138****8000&token=1'],
  ['phoneNum%3D13800138000', 'phoneNum%3D138****8000'],
  ['13800138000,13900139000', '138****8000,139****9000'],
  ['+8613800138000', '+86138****8000'],
  ['8613800138000', '86138****8000'],
  ['008613800138000', '0086138****8000'],
  ['08613800138000', '086138****8000'],
  ['013800138000', '0138****8000'],
  ['+86 (0)138 0013 8000', '+86 (0)138****8000'],
  ['+86 138-0013-8000', '+86 138****8000'],
  ['138 0013 8000', '138****8000'],
  ['138-0013-8000', '138****8000'],
  ['138.0013.8000', '138****8000'],
  ['138_0013_8000', '138****8000'],
  ['138,0013,8000', '138****8000'],
  ['138，0013，8000', '138****8000'],
  ['１３８００１３８０００', '138****8000'],
  ['138•0013•8000', '138****8000'],
  ['138[0013]8000', '138****8000'],
  ['138・0013・8000', '138****8000'],
  ['138。0013。8000', '138****8000'],
  ['138〜0013〜8000', '138****8000'],
  ['138\u00ad0013\u20608000', '138****8000'],
  ['138 - - 0013 - - 8000', '138****8000'],
  ['8 613800138000', '8 6138****8000'],
  ['138.001.380.00', '138****8000'],
  ['%20138%200013%208000', '%20138****8000'],
  ['12593%2D138%200013%208000', '12593%2D138****8000'],
  ['1259313800138000', '12593138****8000'],
  ['1795113800138000', '17951138****8000'],
  ['17951013800138000', '179510138****8000'],
  ['017700770077', '0177****0077'],
  ['177.0077.0077', '177****0077'],
  ['177%200077%200077', '177****0077'],
  ['177_0077_0077', '177****0077'],
  ['177%2D0077%2D0077', '177****0077'],
  ['177%25200077%25200077', '177****0077'],
  ['177+0077+0077', '177****0077'],
  ['177~0077*0077', '177****0077'],
  ['177|0077;0077', '177****0077'],
  ['1.7.7.0.0.7.7.0.0.7.7', '177****0077'],
  ['177\\u00200077\\u00200077', '177****0077'],
  ['177\\\\t0077\\n0077', '177****0077'],
  ['177&nbsp;0077&nbsp;0077', '177****0077'],
  ['%31%37%37%30%30%37%37%30%30%37%37', '177****0077'],
  ['1%37700770077', '177****0077'],
  ['/%2531%2537%2537%2530%2530%2537%2537%2530%2530%2537%2537?', '/177****0077?'],
  ['"\\u0031\\u0037\\u003700770077"', '"177****0077"'],
  ['17951138001', '179****8001'],
  ['138         0013\n\n\n\n\n\n\n\n\n\n\n\n8000', '138****8000'],
  ['/x?phone=%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%91%EF%BC%93%EF%BC%98000&y', '/x?phone=138****8000&y'],
  ['"\\uff11\\uff13\\uff1800138000"', '"138****8000"'],
  ['"\\ud835\\udfcf3800138000"', '"138****8000"'],
  ['138\\/0013\\/8000', '138****8000'],
  ['138%E2%80%8B%E2%80%8B%E2%80%8B00138000', '138****8000'],
  ['%D9%A1%D9%A3%D9%A8%D9%A0%D9%A0%D9%A1%D9%A3%D9%A8%D9%A0%D9%A0%D9%A0', '138****8000'],
  ['%F0%9D%9F%8F%F0%9D%9F%91%F0%9D%9F%96%F0%9D%9F%8E0138000', '138****8000'],
  ['<b>&#49;&#51;&#56;&#48;&#48;138000</b>', '<b>138****8000</b>'],
  ['&#x31;&#X33;&#x000038;00138000', '138****8000'],
  ['&amp;#49;3800138000', '138****8000'],
  ['138&ndash;0013&ndash;8000', '138****8000'],
  ["b'\\x31\\x33\\x3800138000'", "b'138****8000'"],
  ['=31=33=38=30=30=31=33=38=30=30=30', '138****8000'],
  ['138=E2=80=8B0013=\r\n8000', '138****8000'],
  ['%u0031%u003300138000 %u0031%u0033%u003800138000', '%u0031%u003300138000 138****8000'],
  ['\\u{31}3800138000', '138****8000'],
  ['\\u0025\\u0033\\u00313800138000', '138****8000'],
  ['to=13800138000&from=138%200013%208000', 'to=138****8000&from=138****8000'],
]

/** Masked with `withinDigits` alone. */
const WITHIN_DIGITS: readonly (readonly [text: string, masked: string])[] = [
  ['1380013800012B4', '138****800012B4'],
  ['01380013800012B4', '0138****800012B4'],
  ['861380013800012B4', '86138****800012B4'],
  ['179511380013800012B4', '17951138****800012B4'],
  ['138008613800138000', '138****138****8000'],
  ['2026060112000000013800138000', '20260601120000000138****8000'],
  ['138001380002026060112000000', '138****80002026060112000000'],
  ['202606011200000001795113800138000', '2026060112000000017951138****8000'],
]

/** Never masked. */
const OTHERS = [
  '20260601120000000',
  '20260601120000000_20260601120000000',
  '300011877495,300011877496',
  '12345678901',
  '17951138',
  'verify.120020',
  '0.1712345678901234',
  '0.1795113800138000',
  'http://192.168.10.100:8080/',
  '177.10.100.177',
  '%31%32%33',
  '/path%3Fquery%3D1',
  '\\u0031\\u0032',
  '2026-11-30T17:43:17.123Z',
  'traceId=3f2a9b7c5d1e4f608192a3b4c5d6e7f8',
  '&copy;&#49;',
  '%EF%BC%91%F0%9D%9F',
  '100%',
  '138****8000',
]

describe('maskMsisdnsIn', () => {
  test.each(ALONE)('%s is shown as %s', (text, masked) => {
    expect([maskMsisdnsIn(text), maskMsisdnsIn(text, { withinDigits: true })]).toEqual([masked, masked])
  })

  test.each(WITHIN_DIGITS)('within digits, %s is shown as %s', (text, masked) => {
    expect(maskMsisdnsIn(text, { withinDigits: true })).toBe(masked)
    expect(maskMsisdnsIn(text)).toBe(text)
  })

  test.each(OTHERS)('%s stays as it is', (text) => {
    expect([maskMsisdnsIn(text), maskMsisdnsIn(text, { withinDigits: true })]).toEqual([text, text])
  })

  test('milliseconds since 1970 stay unless numbers within digits are masked', () => {
    for (const text of ['1763784000000', 't=1713800138000']) expect(maskMsisdnsIn(text)).toBe(text)
    expect(maskMsisdnsIn('1763784000000', { withinDigits: true })).toBe('176****000000')
  })

  test('leaves no number whole, whichever characters other than digits surround it', () => {
    const around = fc.stringMatching(/^[^\d.%]{0,9}$/)
    const dialled = fc.constantFrom('', '0', '86', '+86', '0086', '17951', '12593', '125930', '179110086')
    fc.assert(
      fc.property(number, around, dialled, around, fc.boolean(), (msisdn, before, prefix, after, withinDigits) => {
        expect(maskMsisdnsIn(`${before}${prefix}${msisdn}${after}`, { withinDigits })).not.toContain(msisdn)
      }),
    )
  })

  test.each(SEPARATORS)('masks numbers with the separator %j of parseMsisdn', (separator) => {
    const text = ['138', '0013', '8000'].join(separator)
    expect(maskMsisdnsIn(text)).toBe('138****8000')
  })

  describe('masks every number that parseMsisdn accepts, except IP addresses', () => {
    const gap = fc.string({ unit: fc.constantFrom(...SEPARATORS, '\u{e0001}', '\u{e0100}'), maxLength: 20 })
    const gaps = fc.array(fc.oneof(fc.constant(''), gap), { minLength: 18, maxLength: 18 })
    const prefix = fc.constantFrom('', '0', '86', '+86', '0086', '＋８６', '⁺86', '17951', '1795186')
    const spelling = fc.tuple(prefix, number, zero, gaps).map(([code, msisdn, from, between]) => {
      const chars = [...code, ...toScript(msisdn, from)]
      return { msisdn, text: chars.map((char, index) => char + (between[index] ?? '')).join('') }
    })

    test('as it is written', () => {
      fc.assert(
        fc.property(spelling, fc.boolean(), ({ msisdn, text }, withinDigits) => {
          fc.pre(!isIPv4(text))
          expect(parseMsisdn(text)).toBe(msisdn)
          expect(maskMsisdnsIn(text, { withinDigits })).toContain(maskMsisdn(msisdn))
        }),
      )
    })

    test('in any encoding, and in an encoding of the encoding', () => {
      const encoding = fc.constantFrom(...Object.values(ENCODINGS))
      const inner = fc.oneof(
        encoding,
        fc.constant((text: string) => text),
      )
      fc.assert(
        fc.property(spelling, encoding, inner, fc.boolean(), ({ msisdn, text }, outer, inner, withinDigits) => {
          fc.pre(!isIPv4(text))
          const masked = maskMsisdnsIn(`<${outer(inner(text))}>`, { withinDigits })
          // Its last four digits, or nothing, where escapes look like digits of another number.
          expect(masked).toMatch(new RegExp(`\\*{4}${msisdn.slice(7)}|(?<!\\*)\\*{3}(?!\\*)`))
          const shown = readLayers(masked).map(({ text }) => toLine(text).text.replace(/\D/g, ''))
          expect(shown.filter((digits) => digits.includes(msisdn))).toEqual([])
        }),
        { numRuns: 1_000 },
      )
    })
  })

  test('masks the same, whether or not the text has to be read closely', () => {
    const unit = fc.constantFrom('0', '1', '8', '6', '1380013', '8000', ' ', '-', '.', ':', '"', ',', 'x', '\n')
    const ascii = fc.string({ unit, minLength: 4, maxLength: 24 })
    fc.assert(
      // The percent sign alone is no escape, but might begin one.
      fc.property(ascii, (text) => expect(`${maskMsisdnsIn(text)}%`).toBe(maskMsisdnsIn(`${text}%`))),
      { numRuns: 5_000 },
    )
  })

  // Quadratic time would take hours.
  test('takes linear time for long texts that almost match', () => {
    for (const text of [
      '1',
      '13',
      '1 3',
      '%20',
      '1(',
      'x1',
      '1,',
      '0',
      '86',
      '17951',
      '12593 ',
      '1        ',
      '%20%20',
      '86・',
      '[',
      '%2531',
      '\\u0031',
      '1\\n',
      '1+',
      '1&nbsp;',
      '=31',
      '=E2=80=8B1',
      '&#49;&#',
      '\\\\',
      '13800138000 ',
    ]) {
      const long = text.repeat(100_000)
      for (const withinDigits of [true, false]) {
        expect(maskMsisdnsIn(long, { withinDigits }).length).toBeLessThanOrEqual(long.length)
      }
    }
  })
})

test('an engine without lookbehind can load the main entry', () => {
  const { RegExp: NativeRegExp } = globalThis
  class OldRegExp extends NativeRegExp {
    constructor(pattern: string | RegExp, flags?: string) {
      if (/\(\?<[=!]/.test(String(pattern)))
        throw new SyntaxError('Invalid regular expression: invalid group specifier')
      super(pattern, flags)
    }
  }
  try {
    globalThis.RegExp = OldRegExp as RegExpConstructor
    jest.isolateModules(() => {
      const loaded = require('../../src/index') as typeof import('../../src/index')
      expect(loaded.maskMsisdn(NUMBER)).toBe('138****8000')
    })
  } finally {
    globalThis.RegExp = NativeRegExp
  }
})
