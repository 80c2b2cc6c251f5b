import { titleOf } from '../../src/shell/title'
import { INITIAL, reduce } from '../../src/state/console-state'
import { parseRoute } from '../../src/state/route'
import { TEXTS } from '../../src/texts/texts'
import { tokenCall, trace } from '../support/exchanges'

const failed = trace([tokenCall()], { outcome: 'failed', lastCode: '130018' })
const state = reduce(INITIAL, { type: 'trace', trace: failed })
const titled = (hash: string) => titleOf(parseRoute(hash.slice(1)), state, TEXTS['zh-CN'])

test('a tab is named after its page', () => {
  expect(titled('#/handsets')).toBe('手机 – 号码认证模拟器')
  expect(titled('#/')).toBe('时间线 – 号码认证模拟器')
})

test('of a login it tells the number and how it went', () => {
  expect(titled(`#/traces/${failed.id}`)).toBe('138****8000 · 失败 130018 – 号码认证模拟器')
})

test('of nothing it says that there is nothing', () => {
  expect(titled('#/nope')).toBe('没有这个页面 – 号码认证模拟器')
  expect(titled('#/traces/unknown')).toBe('时间线 – 号码认证模拟器')
})
