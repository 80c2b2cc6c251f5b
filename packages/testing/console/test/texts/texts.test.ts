import type { SimulatorErrorCode } from '@local-number/simulator-contract'
import { localeOf } from '../../src/texts/locale-of'
import { TEXTS } from '../../src/texts/texts'

type Tree = { readonly [name: string]: string | ((...values: unknown[]) => string) | Tree }

/** Every text with its place, functions called with samples. */
function everyText(tree: Tree, place: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = `${place}.${name}`
    if (typeof value === 'string') return [[here, value] as [string, string]]
    if (typeof value === 'function') return [[here, value('1', '2')] as [string, string]]
    return everyText(value, here)
  })
}

const zh = everyText(TEXTS['zh-CN'] as unknown as Tree, 'texts')
const en = everyText(TEXTS.en as unknown as Tree, 'texts')

test('both languages have the same texts, none of them empty', () => {
  expect(en.map(([place]) => place).sort()).toEqual(zh.map(([place]) => place).sort())
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('English has no Chinese in it but the name of the language', () => {
  const chinese = en.filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([place]) => place)
  expect(chinese).toEqual(['texts.shell.languages.zh-CN'])
})

test('the language is the browser’s: Chinese of any region, English for all others', () => {
  expect(['zh-CN', 'zh-TW', 'zh', 'ZH-hans'].map(localeOf)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN'])
  expect(['en-US', 'de', 'zhx', ''].map(localeOf)).toEqual(['en', 'en', 'en', 'en'])
})

type AtStart = 'databaseInUse' | 'databaseUnusable' | 'portTaken' | 'portUnusable' | 'tokenRequired'

/** What the admin API can refuse; the compiler keeps the list whole. */
const REFUSALS: Readonly<Record<Exclude<SimulatorErrorCode, AtStart>, true>> = {
  bodyMalformed: true,
  clockOutOfRange: true,
  doubledApp: true,
  doubledHandset: true,
  faultMalformed: true,
  fieldsMalformed: true,
  handsetInUse: true,
  handsetMalformed: true,
  keyMalformed: true,
  limitReached: true,
  tooManyListeners: true,
  unknownApp: true,
  unknownFault: true,
  unknownHandset: true,
  unknownTrace: true,
}

test.each(Object.keys(REFUSALS))('a refusal as %s is said in words', (code) => {
  expect(TEXTS['zh-CN'].shell.refusals).toHaveProperty(code)
})
