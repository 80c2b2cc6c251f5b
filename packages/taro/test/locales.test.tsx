// Which texts are shown.
import { en } from '../src/locale/en'
import { zhHK } from '../src/locale/zh-hk'
import { zhTW } from '../src/locale/zh-tw'
import { findLocale, mergeTexts, resolveLocale, zhCN } from '../src/texts'

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

test('every text that stands on two lines is a sentence of its own', () => {
  for (const { texts } of [zhCN, ...ALL]) {
    const fixed = [texts.reasons, texts.anyCarrier].map((notes) => notes.numberRetrievalFailed)
    const notes = [texts.reasons, texts.anyCarrier].flatMap((each) => Object.values(each))
    const sentences = notes.filter((note) => !fixed.includes(note)).map(({ advice }) => advice)
    for (const text of [...sentences, texts.useOtherWay]) expect(text).toMatch(/^$|[.。]$/)
  }
})

test('in English, Wi-Fi does not break', () => {
  expect(JSON.stringify(en.texts)).not.toContain('Wi-Fi')
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
