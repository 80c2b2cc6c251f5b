// Numbers as people type and paste them, while they type them, and as others may see them.
import fc from 'fast-check'
import { formatMsisdn, parseMsisdn, toMsisdnDraft } from '../../src/msisdn'

const NUMBER = '13800138000'

/** Any mainland mobile number. */
const number = fc.stringMatching(/^1(?:[3-689]\d|7[0-8])\d{8}$/)

/** The zeros of some scripts. */
const ZEROS = [0x0030, 0xff10, 0x0660, 0x06f0, 0x0966, 0x0e50, 0x1d7ce, 0x1d7f6, 0x1e950, 0x1fbf0]
const toScript = (digits: string, zero: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** Every character of Unicode that text may hold. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
  (char) => !/^[\p{Cs}\p{Co}\p{Cn}]$/u.test(char),
)

const DASHES = ['-', '\u2010', '\u2011', '\u2012', '–', '—', '―', '\u2212', '﹘', '﹣', '－', '⸺', '\u00ad']
const SPACES = [' ', '  ', '\t', '\n', '\u00a0', '\u2003', '\u2009', '\u202f', '\u3000']
const INVISIBLE = [
  '\ufe0f',
  '\ufe0f\u20e3',
  '\u3164',
  '\u{e0020}',
  '\u{e0100}',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2060',
  '\ufeff',
  '\u202d',
  '\u202c',
  '\u2068',
]
const DOTS = ['.', '·', '•', '・', '。', '．']
const BRACKETS = ['(', ')', '（', '）', '[', ']', '【', '】']
const SEPARATORS = [...DASHES, ...SPACES, ...INVISIBLE, ...DOTS, ...BRACKETS, '/']
const COUNTRY_CODES = [
  '',
  '86',
  '+86',
  '0086',
  '+0086',
  '086',
  '＋86',
  '+86 ',
  '(+86)',
  '﹢86',
  '⁺86',
  '➕86',
  '86-',
  '00 86 ',
  '８６',
  '٨٦',
]
const CALL_PREFIXES = ['', '', '17951', '17911 ', '17909-', '12593', '125831', '10193', '11808']
const TRUNKS = ['', '', '0', '(0)']

/** One number in one of the ways people write it. */
const written = fc
  .record({
    number,
    callPrefix: fc.constantFrom(...CALL_PREFIXES),
    countryCode: fc.constantFrom(...COUNTRY_CODES),
    trunk: fc.constantFrom(...TRUNKS),
    zero: fc.constantFrom(...ZEROS),
    separators: fc.array(fc.constantFrom('', '', '', ...SEPARATORS), { minLength: 12, maxLength: 12 }),
  })
  .map(({ number, callPrefix, countryCode, trunk, zero, separators }) => {
    const digits = [...number].map((digit, index) => `${separators[index]}${toScript(digit, zero)}`).join('')
    return { number, text: `${callPrefix}${countryCode}${trunk}${digits}${separators[11]}` }
  })

/** The digits of a text. Unicode's blocks of digits begin at a code that a non-digit precedes, or ten after another. */
function toAsciiDigits(text: string): string {
  return [...text].map((char) => (/^\p{Nd}$/u.test(char) ? DIGITS.indexOf(char) % 10 : '')).join('')
}
const DIGITS = CHARACTERS.filter((char) => /^\p{Nd}$/u.test(char))

/** What the field holds after each key, the field showing the draft in groups. */
function typedInto(field: string, keys: string): string {
  return [...keys].reduce((draft, key) => toMsisdnDraft(formatMsisdn(draft) + key, draft), field)
}

describe('parseMsisdn', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+8613800138000',
    '+86 138 0013 8000',
    '0086 138 0013 8000',
    '8613800138000',
    '(+86) 138 0013 8000',
    '１３８００１３８０００',
    '＋８６－１３８－００１３－８０００',
    '\u202a+86 138 0013 8000\u202c',
    '\ufeff13800138000\r\n',
    '138\ufe0f00138000',
    '1\ufe0f\u20e338\u200b0013\u{e0001}8000',
    '١٣٨٠٠١٣٨٠٠٠',
    '۱۳۸۰۰۱۳۸۰۰۰',
    '१३८००१३८०००',
    '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎',
    '𞥑𞥓𞥘𞥐𞥐𞥑𞥓𞥘𞥐𞥐𞥐',
    '🯱🯳🯸🯰🯰🯱🯳🯸🯰🯰🯰',
    '➕86 13800138000',
    '+\u030186 13800138000',
    '1380013800٠',
    '+٨٦ ١٣٨ ٠٠١٣ ٨٠٠٠',
    '013800138000',
    '+86 (0)138 0013 8000',
    '086 138 0013 8000',
    '+0086 138 0013 8000',
    '1795113800138000',
    '17951 013800138000',
    '17911 +86 138 0013 8000',
    '12593-138-0013-8000',
    '10193 13800138000',
  ])('reads %j', (text) => {
    expect(parseMsisdn(text)).toBe(NUMBER)
  })

  test.each(SEPARATORS)('reads a number grouped by %j', (separator) => {
    expect(parseMsisdn(`138${separator}0013${separator}8000`)).toBe(NUMBER)
  })

  test('reads every number in every way it is written', () => {
    fc.assert(
      fc.property(written, ({ number, text }) => parseMsisdn(text) === number),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['nothing', ''],
    ['ten digits', '1380013800'],
    ['twelve digits', '138001380001'],
    ['a 12x number', '12800138000'],
    ['a 11x number', '11800138000'],
    ['a landline of Beijing', '010-8888 8888'],
    ['a landline with the country code', '+86 10 8888 8888'],
    ['a service number', '10086'],
    ['a toll-free number', '400-810-1234'],
    ['a number of Hong Kong', '+852 9123 4567'],
    ['a number of New York', '+1 347 555 0123'],
    ['a sign without a country code', '+13800138000'],
    ['a duplicate country code', '+86 86 13800138000'],
    ['half a country code', '+8 13800138000'],
    ['words before it', '电话 13800138000'],
    ['words behind it', '13800138000 (home)'],
    ['a link', 'tel:+8613800138000'],
    ['two numbers', '13800138000 13900139000'],
    ['a masked number', '138****8000'],
    ['a prefix for cheap calls with eleven digits in all', '17951138001'],
    ['a prefix for cheap calls in front of a landline', '17951 010 8888 8888'],
    ['a trunk 0 in front of a country code', '0 +86 13800138000'],
    ['two trunk zeros', '0013800138000'],
    ['Chinese numerals', '一三八〇〇一三八〇〇〇'],
    ['letters that look like digits', '138OO138OOO'],
  ])('returns null for %s', (_, text) => {
    expect(parseMsisdn(text)).toBeNull()
  })

  test('every default-ignorable character of Unicode may stand inside a number', () => {
    const codes = Array.from({ length: 0xe1000 }, (_, code) => code)
    const ignorable = codes.filter((code) => /^\p{Default_Ignorable_Code_Point}$/u.test(String.fromCodePoint(code)))
    expect(ignorable.length).toBeGreaterThan(4_000)
    const refused = ignorable.filter((code) => parseMsisdn(`138${String.fromCodePoint(code)}00138000`) !== NUMBER)
    expect(refused).toEqual([])
  })

  test('every decimal digit of Unicode is read as its value', () => {
    const digits = CHARACTERS.filter((char) => /^\p{Nd}$/u.test(char))
    // Each block runs from 0 to 9.
    expect(digits.length).toBeGreaterThan(600)
    digits.forEach((digit, index) => {
      expect(parseMsisdn(`1380013800${digit}`)).toBe(`1380013800${index % 10}`)
    })
  })

  test('returns for any text eleven ASCII digits of that text, or null', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'+0186 -a') })),
        (text) => {
          const msisdn = parseMsisdn(text)
          return msisdn === null || (/^1[3-9]\d{9}$/.test(msisdn) && toAsciiDigits(text).endsWith(msisdn))
        },
      ),
    )
  })
})

describe('toMsisdnDraft', () => {
  test('follows the typing digit by digit', () => {
    const drafts = [...NUMBER].map((_, index) => typedInto('', NUMBER.slice(0, index + 1)))
    expect(drafts).toEqual([...NUMBER].map((_, index) => NUMBER.slice(0, index + 1)))
  })

  test('keeps 86 while it may be the start of a number, and removes it when a mobile number follows', () => {
    expect(['8', '86', '861', '8613'].map((keys) => typedInto('', keys))).toEqual(['8', '86', '1', '13'])
  })

  test.each(['86', '+86', '0086'])('accepts %s typed before the number', (prefix) => {
    expect(typedInto('', `${prefix}${NUMBER}`)).toBe(NUMBER)
  })

  test('reads every number of parseMsisdn the same, pasted or typed', () => {
    fc.assert(
      fc.property(written, ({ number, text }) => {
        expect(parseMsisdn(toMsisdnDraft(text))).toBe(number)
        expect(parseMsisdn(typedInto('', text))).toBe(number)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['电话：13800138000', NUMBER],
    ['tel:+86-138-0013-8000', NUMBER],
    ['138abc', '138'],
    ['138001380001234', '138001380001234'],
    ['我的手机号码是：+86 138 0013 8000', NUMBER],
    ['2号手机 138-0013-8000，尾号8000', NUMBER],
    ['13800138000 / 13800138000', '1380013800013800138000'],
    ['手机 13800138000，也是 13800138000', NUMBER],
    ['13800138000 或 13900139000', '13800138000,13900139000'],
    ['1795113800138000', NUMBER],
    ['013800138000', NUMBER],
    ['١٣٨٠٠١٣٨٠٠٠', NUMBER],
    ['138\ufe0f00138000', NUMBER],
    ['17951', '17951'],
    ['abc', ''],
    ['', ''],
  ])('finds the digits in %j', (text, draft) => {
    expect(toMsisdnDraft(text)).toBe(draft)
  })

  describe("makes no mainland number of another country's", () => {
    test.each([
      ['+1 347 555 0123', '+13475550123'],
      ['tel:+1-347-555-0123', '+13475550123'],
      ['001 347 555 0123', '0013475550123'],
      ['+852 9123 4567', '+85291234567'],
      ['+13800138000', '+13800138000'],
      ['﹢1 347 555 0123', '+13475550123'],
      ['⁺1 347 555 0123', '+13475550123'],
      ['➕1 347 555 0123', '+13475550123'],
      ['+\u03011 347 555 0123', '+13475550123'],
      ['+:1 347 555 0123', '+13475550123'],
      ['+49：15112345678', '+49,15112345678'],
      ['+49, 151 12345678', '+49,15112345678'],
      ['国家代码 +49，号码 151 1234 5678', '+49,15112345678'],
      ['+49_151 12345678', '+49,15112345678'],
      ['<+49> 151 12345678', '+49,15112345678'],
      ['0049,15112345678', '0049,15112345678'],
      ['17951 0049,15112345678', '179510049,15112345678'],
      ['+55, (13) 91234-5678', '+55,13912345678'],
      ['+852，13800138000', '+852,13800138000'],
      ['tel:15112345678;phone-context=+49', '15112345678,+49'],
      ['15112345678，国家代码 0049', '15112345678,0049'],
      ['+四九 15112345678', '+四九15112345678'],
      ['+八六, +49 15112345678', '+八六,+4915112345678'],
    ])('%j gives %j', (text, draft) => {
      expect([toMsisdnDraft(text), parseMsisdn(draft)]).toEqual([draft, null])
      // Behind a complete number, keys change nothing.
      if (!draft.startsWith('1511')) expect(parseMsisdn(typedInto('', text))).toBeNull()
    })

    test('whichever plus precedes its code', () => {
      const pluses = CHARACTERS.filter((char) => char.normalize('NFKC').includes('+'))
      expect(pluses.length).toBeGreaterThan(5)
      for (const plus of [...pluses, ...'⊕⊞∔˖✙✚⨁⨤🞡🞧🮻'])
        expect([plus, toMsisdnDraft(`${plus}1 347 555 0123`)]).toEqual([plus, '+13475550123'])
    })

    test('wherever the code stands and whatever separates it from the number', () => {
      const code = fc
        .stringMatching(/^[1-79]\d{0,2}$/)
        .chain((code) => fc.constantFrom(`+${code}`, `＋${code}`, `00${code}`))
      // Without digits and signs of its own.
      const word = fc.stringMatching(/^[^\p{N}\p{P}\p{S}\p{Z}\p{C}\p{M}]$/u)
      const gap = fc
        .array(fc.oneof(fc.constantFrom(...SEPARATORS, ',', '，', '：', ':', ';', '_', '<', '>'), word), {
          maxLength: 9,
        })
        .map((chars) => chars.join(''))
      fc.assert(
        fc.property(code, number, gap, gap, fc.boolean(), (code, digits, between, around, isFirst) => {
          const text = isFirst ? `${around}${code}${between}${digits}` : `${digits}${between},${code}${around}`
          const draft = toMsisdnDraft(text)
          expect(parseMsisdn(draft)).toBeNull()
          expect(parseMsisdn(toMsisdnDraft(draft))).toBeNull()
        }),
        { numRuns: 1_000 },
      )
    })
  })

  describe('drops no numeral', () => {
    test.each([
      ['①③⑧⓪⓪①③⑧⓪⓪⓪', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
      ['¹³⁸⁰⁰¹³⁸⁰⁰⁰', '¹³⁸⁰⁰¹³⁸⁰⁰⁰'],
      ['一三八〇〇一三八〇〇〇', '一三八〇〇一三八〇〇〇'],
      ['手机号一三八零零一三八零零零', '一三八零零一三八零零零'],
      ['13800①38000 0', '13800①380000'],
      ['1³3800138000', '1³3800138000'],
      ['13800138000⅔', '13800138000⅔'],
      ['13800138000一', '13800138000一'],
      ['四九15112345678', '四九15112345678'],
      ['号码四九 15112345678', '四九15112345678'],
      ['13800🔟138000', '13800\ufffd138000'],
      ['13800\ufffd1380000', '13800\ufffd1380000'],
    ])('%j stays %j, which is no number', (text, draft) => {
      expect([toMsisdnDraft(text), parseMsisdn(draft)]).toEqual([draft, null])
    })

    test('whichever numeral of Unicode it is', () => {
      const numerals = CHARACTERS.filter(
        (char) => /^[\p{No}\p{Nl}]$/u.test(char) || (!/^\p{Nd}$/u.test(char) && /[0-9]/.test(char.normalize('NFKC'))),
      )
      expect(numerals.length).toBeGreaterThan(1_000)
      for (const numeral of numerals)
        for (const text of [`13800${numeral}138000`, `${numeral}13800138000`, `13800138000 ${numeral}`])
          expect([numeral, parseMsisdn(toMsisdnDraft(text))]).toEqual([numeral, null])
    })

    test.each([
      '张三 13800138000',
      '李四：13800138000',
      '13800138000 三单元',
      '星期一13800138000',
      '第①部 13800138000',
    ])('but in %j it belongs to a word', (text) => {
      expect(toMsisdnDraft(text)).toBe(NUMBER)
    })
  })

  describe('guesses at no number', () => {
    test.each([
      ['1380013800, 13900139000', '1380013800,13900139000'],
      ['138001380001, 13900139000', '138001380001,13900139000'],
      ['138 0013 80000, 139 0013 9000', '138001380000,13900139000'],
      ['138,0013,800, 13900139000', '138,0013,800,13900139000'],
      ['13900139000；23800138000', '13900139000,23800138000'],
      ['电话 010-8888 8888，手机 13900139000', '01088888888,13900139000'],
      ['张三 13800138000 2026-11-30', '1380013800020261130'],
      ['13800138000，2026-11-30', '13800138000,20261130'],
      ['订单 202611301234，手机 13800138000', '202611301234,13800138000'],
      ['1、3800138000', '1,3800138000'],
      ['1号 3800138000', '1,3800138000'],
      ['138,0013,8000', '138,0013,8000'],
      ['13800a138000', '13800,138000'],
    ])('%j stays %j', (text, draft) => {
      expect([toMsisdnDraft(text), parseMsisdn(draft)]).toEqual([draft, null])
    })

    test.each([
      '【某公司】验证码 123456，5分钟内有效，手机 13800138000',
      '张三，13800138000，世纪大道100号2003室',
      '张三 13800138000（分机 8001）',
      '1、手机：13800138000',
      '尾号8000，13800138000',
    ])('%j has only one', (text) => {
      expect(toMsisdnDraft(text)).toBe(NUMBER)
    })

    test('what is refused is refused again, as the field shows it and without its last character', () => {
      const piece = fc.oneof(
        number,
        fc.stringMatching(/^\d{1,12}$/),
        fc.constantFrom('+49', '0049', '+', '86', ',', ';', 'a', '号', '①', '三', '�', '17951', '1', '0'),
      )
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
          const draft = toMsisdnDraft(pieces.join(''))
          expect(toMsisdnDraft(draft)).toBe(draft)
          expect(toMsisdnDraft(formatMsisdn(draft))).toBe(draft)
        }),
        { numRuns: 2_000, examples: [[['86', '17951', '17000000000']]] },
      )
    })
  })

  test('letters and punctuation typed into a draft change nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1\d{1,10}$/), fc.nat(14), fc.constantFrom(...'a号,;_😀'), (draft, at, key) => {
        const field = formatMsisdn(draft)
        expect(toMsisdnDraft(`${field.slice(0, at)}${key}${field.slice(at)}`, draft)).toBe(draft)
      }),
    )
  })

  test('has at most 24 characters behind its sign: digits, plus signs, commas and numerals', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0186 -,a三'), maxLength: 60 }),
    )
    fc.assert(fc.property(text, (text) => /^\+?[\d+,\p{No}\p{Nl}\p{Lo}\p{So}\ufffd]{0,24}$/u.test(toMsisdnDraft(text))))
  })

  test('never turns digits into a number by dropping some at the end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12,30}$/), (digits) => {
        const draft = parseMsisdn(toMsisdnDraft(digits))
        expect(draft === null || digits.endsWith(draft)).toBe(true)
      }),
    )
  })

  test('a digit typed into a complete number changes nothing, wherever it is typed', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (digits, at, key) => {
        const field = `${digits.slice(0, at)}${key}${digits.slice(at)}`
        expect(toMsisdnDraft(field, digits)).toBe(digits)
      }),
    )
  })

  test('a text pasted over a complete number replaces it, even if it is one digit longer', () => {
    expect(toMsisdnDraft('139001390012', NUMBER)).toBe('139001390012')
  })

  test('reads its own result the same, also in the groups that the field shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0186 -') }), (text) => {
        const draft = toMsisdnDraft(text)
        expect(toMsisdnDraft(draft)).toBe(draft)
        expect(toMsisdnDraft(formatMsisdn(draft))).toBe(draft)
      }),
    )
  })

  test('loses one digit with each press of the delete key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1\d{0,10}$/), (draft) => {
        expect(toMsisdnDraft(formatMsisdn(draft).slice(0, -1))).toBe(draft.slice(0, -1))
      }),
    )
  })
})

describe('formatMsisdn', () => {
  test.each([
    ['', ''],
    ['138', '138'],
    ['1380', '138 0'],
    ['1380013', '138 0013'],
    ['13800138', '138 0013 8'],
    [NUMBER, '138 0013 8000'],
  ])('groups %j as %j', (digits, groups) => {
    expect(formatMsisdn(digits)).toBe(groups)
  })

  test('leaves a draft that is no number as it is', () => {
    for (const draft of ['+13475550123', '13800138000,13900139000', '13800①380000'])
      expect(formatMsisdn(draft)).toBe(draft)
  })

  test('writes 3-4-4, which reads back as the same number', () => {
    fc.assert(
      fc.property(number, (digits) => {
        expect(formatMsisdn(digits)).toMatch(/^\d{3} \d{4} \d{4}$/)
        expect(parseMsisdn(formatMsisdn(digits))).toBe(digits)
      }),
    )
  })
})
