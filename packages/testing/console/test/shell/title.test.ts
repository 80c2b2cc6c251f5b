import { getTitle } from '../../src/shell/title'
import { INITIAL, reduce } from '../../src/state/console-state'
import { parseRoute } from '../../src/state/route'
import { TEXTS } from '../../src/texts/texts'
import { createTokenCall, createTrace } from '../support/exchanges'

const failed = createTrace([createTokenCall()], { outcome: 'failed', lastCode: '130018' })
const state = reduce(INITIAL, { type: 'trace', trace: failed })
const titleAt = (hash: string) => getTitle(parseRoute(hash.slice(1)), state, TEXTS['zh-CN'])

test('the tab of a page has the page’s name', () => {
  expect(titleAt('#/handsets')).toBe('模拟手机 – 号码认证模拟器')
  expect(titleAt('#/')).toBe('时间线 – 号码认证模拟器')
})

test('the tab of a login has its number, outcome and code', () => {
  expect(titleAt(`#/traces/${failed.id}`)).toBe('138****8000 · 失败 130018 – 号码认证模拟器')
})

test('the tab of an unknown page says so, and that of an unknown login has the timeline’s name', () => {
  expect(titleAt('#/nope')).toBe('没有这个页面 – 号码认证模拟器')
  expect(titleAt('#/traces/unknown')).toBe('时间线 – 号码认证模拟器')
})
