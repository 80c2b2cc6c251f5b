import { createHash } from 'node:crypto'
import { createTextFinder } from '../../src/sign/consent-texts'

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const TEXTS = {
  one: { 'zh-CN': '唯一的条款' },
  several: { 'zh-CN': '条款', 'zh-Hant': '條款', zh: '中文条款', en: 'Terms' },
}
const find = createTextFinder(TEXTS)

it('a text is found by its version and locale, as the hash of its UTF-8', () => {
  expect(find('several', 'zh-CN')).toBe(hash('条款'))
  expect(find('several', 'en')).toBe(hash('Terms'))
})

it.each(['zh-CN', 'en', undefined])('the only text of a version is that of every locale: %s', (locale) => {
  expect(find('one', locale)).toBe(hash('唯一的条款'))
})

it.each([
  ['en-GB', 'Terms'],
  ['en-Latn-GB-x-shop', 'Terms'],
  ['zh-Hant-HK', '條款'],
  ['zh-TW', '中文条款'],
])('for %s without a text of its own, the longest beginning of the tag counts: %s', (locale, text) => {
  expect(find('several', locale)).toBe(hash(text))
})

it.each(['fr', 'ens', undefined])('of several texts, none is that of the locale %s', (locale) => {
  expect(find('several', locale)).toBeUndefined()
})

it.each(['another', 'constructor', '__proto__'])('the version %s has no text', (version) => {
  expect(find(version, 'en')).toBeUndefined()
})
