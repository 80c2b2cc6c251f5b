// Numbers as people type and paste them, while they type them, and as others may see them.
import fc from 'fast-check'
import { formatMsisdn, parseMsisdn, toMsisdnDraft } from '../../src/msisdn'

const NUMBER = '13800138000'

/** Any mainland mobile number. */
const number = fc.stringMatching(/^1[3-9]\d{9}$/)

const DASHES = ['-', '\u2010', '\u2011', '\u2012', '–', '—', '―', '\u2212', '﹘', '﹣', '－', '⸺', '\u00ad']
const SPACES = [' ', '  ', '\t', '\n', '\u00a0', '\u2003', '\u2009', '\u202f', '\u3000']
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202d', '\u202c', '\u2068']
const DOTS = ['.', '·', '•', '・', '。', '．']
const BRACKETS = ['(', ')', '（', '）', '[', ']', '【', '】']
const SEPARATORS = [...DASHES, ...SPACES, ...INVISIBLE, ...DOTS, ...BRACKETS, '/']
const PREFIXES = ['', '86', '+86', '0086', '＋86', '+86 ', '(+86)', '86-', '00 86 ', '８６']

/** One number in one of the ways people write it. */
const written = fc
  .record({
    number,
    prefix: fc.constantFrom(...PREFIXES),
    wide: fc.boolean(),
    separators: fc.array(fc.constantFrom('', '', '', ...SEPARATORS), { minLength: 12, maxLength: 12 }),
  })
  .map(({ number, prefix, wide, separators }) => {
    const digits = [...number].map((digit) => (wide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit))
    const text = digits.map((digit, index) => `${separators[index]}${digit}`).join('')
    return { number, text: `${prefix}${text}${separators[11]}` }
  })

/** What the field holds after each key, the field showing the draft in groups. */
function typedInto(field: string, keys: string): string {
  return [...keys].reduce((draft, key) => toMsisdnDraft(formatMsisdn(draft) + key), field)
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
    ['Arabic digits', '١٣٨٠٠١٣٨٠٠٠'],
    ['Persian digits', '۱۳۸۰۰۱۳۸۰۰۰'],
    ['Devanagari digits', '१३८००१३८०००'],
    ['one foreign digit', '1380013800٠'],
    ['Chinese numerals', '一三八〇〇一三八〇〇〇'],
    ['letters that look like digits', '138OO138OOO'],
  ])('returns null for %s', (_, text) => {
    expect(parseMsisdn(text)).toBeNull()
  })

  test('returns for any text eleven ASCII digits of that text, or null', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'+0186 -a') })),
        (text) => {
          const msisdn = parseMsisdn(text)
          return (
            msisdn === null ||
            (/^1[3-9]\d{9}$/.test(msisdn) && text.normalize('NFKC').replace(/\D/g, '').endsWith(msisdn))
          )
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
    ['138001380001234', NUMBER],
    ['abc', ''],
    ['', ''],
  ])('finds the digits in %j', (text, draft) => {
    expect(toMsisdnDraft(text)).toBe(draft)
  })

  test.each(['+1 347 555 0123', 'tel:+1-347-555-0123', '001 347 555 0123', '+852 9123 4567', '+13800138000'])(
    'makes no mainland number out of %j',
    (text) => {
      expect(parseMsisdn(toMsisdnDraft(text))).toBeNull()
    },
  )

  test('never has more than eleven digits, or any other character but a leading sign', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0186 -'), maxLength: 40 }),
    )
    fc.assert(fc.property(text, (text) => /^\+?\d{0,11}$/.test(toMsisdnDraft(text))))
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

  test('writes 3-4-4, which reads back as the same number', () => {
    fc.assert(
      fc.property(number, (digits) => {
        expect(formatMsisdn(digits)).toMatch(/^\d{3} \d{4} \d{4}$/)
        expect(parseMsisdn(formatMsisdn(digits))).toBe(digits)
      }),
    )
  })
})
