import type { SimulatorErrorCode } from '@local-number/simulator-contract'
import { TEXTS } from '../../src/texts/texts'
import { toLocale } from '../../src/texts/to-locale'

type Tree = { readonly [name: string]: string | ((...values: unknown[]) => string) | Tree }

/** Every text with its path; functions are called with samples. */
function listTexts(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = `${path}.${name}`
    if (typeof value === 'string') return [[here, value] as [string, string]]
    if (typeof value === 'function') return [[here, value('1', '2')] as [string, string]]
    return listTexts(value, here)
  })
}

const zh = listTexts(TEXTS['zh-CN'] as unknown as Tree, 'texts')
const en = listTexts(TEXTS.en as unknown as Tree, 'texts')

test('both languages have the same texts, none of them empty', () => {
  expect(en.map(([path]) => path).sort()).toEqual(zh.map(([path]) => path).sort())
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('English texts contain no Chinese except the name of the language', () => {
  const chinese = en.filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([path]) => path)
  expect(chinese).toEqual(['texts.shell.languages.zh-CN'])
})

test('the language follows the browser: Chinese for any region of Chinese, English for all others', () => {
  expect(['zh-CN', 'zh-TW', 'zh', 'ZH-hans'].map(toLocale)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN'])
  expect(['en-US', 'de', 'zhx', ''].map(toLocale)).toEqual(['en', 'en', 'en', 'en'])
})

type AtStart = 'databaseInUse' | 'databaseUnusable' | 'hostUnusable' | 'portTaken' | 'portUnusable' | 'tokenRequired'

/** Refusals of the admin API; the compiler keeps the list complete. */
const REFUSALS: Readonly<Record<Exclude<SimulatorErrorCode, AtStart>, true>> = {
  bodyMalformed: true,
  clockOutOfRange: true,
  duplicateApp: true,
  duplicateHandset: true,
  faultMalformed: true,
  fieldsMalformed: true,
  handsetInUse: true,
  handsetMalformed: true,
  keyMalformed: true,
  limitReached: true,
  numberRefused: true,
  tooManyListeners: true,
  unknownApp: true,
  unknownFault: true,
  unknownHandset: true,
  unknownTrace: true,
}

test.each(Object.keys(REFUSALS))('a refusal as %s has a text', (code) => {
  expect(TEXTS['zh-CN'].shell.refusals).toHaveProperty(code)
})
