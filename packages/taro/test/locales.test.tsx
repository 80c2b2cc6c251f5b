// Which texts are shown.
import { CARRIER_TERMS } from '../src'
import { en } from '../src/locale/en'
import { zhHK } from '../src/locale/zh-hk'
import { zhTW } from '../src/locale/zh-tw'
import { fill, findLocale, mergeTexts, resolveLocale, zhCN } from '../src/texts'

const ALL = [zhTW, zhHK, en]

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh_TW', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-HK'],
  ['zh_HK', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['fr', 'zh-CN'],
  ['', 'zh-CN'],
])('%j is shown as %s', (tag, found) => {
  expect(findLocale(tag, ALL).tag).toBe(found)
})

test('a locale that the app does not ship falls back to zh-CN', () => {
  for (const tag of ['en', 'zh_TW']) expect(findLocale(tag, [])).toBe(zhCN)
})

test('auto follows the browser', () => {
  const language = jest.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  expect(resolveLocale('auto', ALL)).toBe(en)
  language.mockRestore()
})

test('a locale object needs no list', () => {
  expect(resolveLocale(zhHK)).toBe(zhHK)
})

test('every locale has the same texts with the same places', () => {
  const places = (texts: object): unknown =>
    JSON.parse(JSON.stringify(texts), (_key, value) =>
      typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : value,
    )
  for (const { texts } of ALL) expect(places(texts)).toEqual(places(zhCN.texts))
})

test('every advice is a sentence of its own', () => {
  for (const { texts } of [zhCN, ...ALL]) {
    const { reasons, anyCarrier, turnWifiOff, sessionFailed, useOtherWay } = texts
    const notes = [...Object.values(reasons), ...Object.values(anyCarrier), turnWifiOff, sessionFailed]
    for (const text of [...notes.map(({ advice }) => advice), useOtherWay]) expect(text).toMatch(/^$|[.。]$/)
  }
})

test('Wi-Fi does not break', () => {
  for (const { texts } of [zhCN, ...ALL]) expect(JSON.stringify(texts)).not.toContain('Wi-Fi')
})

test('a count has a plural and a singular', () => {
  expect(fill(en.texts.notThisNumberTries, { n: 4 })).toMatch(/4 tries left/)
  expect(en.texts.notThisNumberLastTry).toMatch(/1 try left/)
})

test('where Chinese is traditional, every text is', () => {
  for (const { texts } of [zhHK, zhTW])
    expect(JSON.stringify(texts)).not.toMatch(/手機號(?!碼)|當前|[这时号码数据运营]/)
})

test('the carrier’s terms have their own title in simplified Chinese', () => {
  expect(zhCN.texts.carrierTerms[0]).toBe(CARRIER_TERMS.title)
})

test('an English text has no Chinese in it', () => {
  expect(JSON.stringify(en.texts)).not.toMatch(/[\u4e00-\u9fff]/)
})

test('own texts replace what they name, at any depth, and nothing else', () => {
  const merged = mergeTexts(zhCN.texts, { title: '登录', phone: { submit: '进入' }, quotes: ['[', ']'] })
  expect(merged).toEqual({
    ...zhCN.texts,
    title: '登录',
    phone: { ...zhCN.texts.phone, submit: '进入' },
    quotes: ['[', ']'],
  })
  expect(zhCN.texts.title).toBe('本机号码登录')
})
