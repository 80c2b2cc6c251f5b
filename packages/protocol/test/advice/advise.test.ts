import { ADVICE, type Advice, advise, LOCALES } from '../../src/advice'
import { ALL_RETURN_CODES, lookUp } from '../../src/return-codes'

/** Every text of a language with its place, e.g. `codes.verify.000.meaning`. */
function texts(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${place}.${key}`))
}

describe.each(LOCALES)('the advice in %s', (locale) => {
  const advice: Advice = ADVICE[locale]

  test('covers exactly the rows of the registry', () => {
    expect(Object.keys(advice.codes).sort()).toEqual(ALL_RETURN_CODES.map((row) => row.key).sort())
  })

  test('covers exactly the causes of the registry', () => {
    const causes = new Set(ALL_RETURN_CODES.flatMap((row) => row.causes))
    expect(Object.keys(advice.causes).sort()).toEqual([...causes].sort())
  })

  test('has no empty text, no loose spaces and no full phone number', () => {
    for (const [place, text] of texts(advice, locale)) {
      expect([place, text.length > 0 && text === text.trim()]).toEqual([place, true])
      expect(text).not.toMatch(/\d{11}/)
    }
  })

  test('has a different text for every cause', () => {
    const sentences = Object.values(advice.causes).map(({ cause }) => cause)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('the two languages', () => {
  test('Chinese texts are Chinese', () => {
    for (const [place, text] of texts(ADVICE['zh-CN'], 'zh'))
      expect([place, /\p{sc=Han}/u.test(text)]).toEqual([place, true])
  })

  test('English texts are plain ASCII', () => {
    for (const [place, text] of texts(ADVICE.en, 'en')) expect([place, /^[ -~]+$/.test(text)]).toEqual([place, true])
  })
})

describe('advise', () => {
  test('returns meaning, remedy and each cause of a code', () => {
    const { meaning, remedy, causes } = advise(lookUp('getMobile', '111002'), 'en')
    expect(meaning).toContain('gateway')
    expect(remedy).toContain('China Mobile data')
    expect(causes.map(({ id }) => id)).toEqual(['otherCarrier', 'wifi', 'dataOnlySim'])
    for (const { cause, remedy } of causes) expect([cause, remedy]).not.toContain(undefined)
  })

  test('names the actor of each cause', () => {
    const { causes } = advise(lookUp('verify', '120020'), 'en')
    expect(causes.map(({ id, actor }) => `${id}: ${actor}`)).toEqual([
      'tokenExpired: user',
      'userInformationMissing: integrator',
      'userInformationEncoding: integrator',
      'tokenReused: integrator',
      'tokenOfAnotherApp: integrator',
      'tokenUnknown: integrator',
    ])
  })

  test('says of an unknown code that no document lists it', () => {
    expect(advise(lookUp('verify', 'constructor'), 'zh-CN')).toEqual({ ...ADVICE['zh-CN'].unknown, causes: [] })
  })
})
