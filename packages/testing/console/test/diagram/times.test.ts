import { duration, gapBefore, lasted, timeOnDay } from '../../src/diagram/times'
import { TEXTS } from '../../src/texts/texts'
import { imageCall, START, tokenCall, verifyCall } from '../support/exchanges'

test.each([
  [0, '0 ms'],
  [0.3, '<1 ms'],
  [3.4, '3 ms'],
  [999, '999 ms'],
  [1_240, '1.24 s'],
  [61_000, '1 min 1 s'],
  [12_000_000, '3 h 20 min'],
  [86_400_000, '1 d'],
  [-61_000, '−1 min 1 s'],
])('%d milliseconds read %s', (ms, text) => {
  expect(duration(ms, TEXTS.en.diagram.units)).toBe(text)
})

test('Chinese has its own units', () => {
  const { units } = TEXTS['zh-CN'].diagram
  expect([3, 1_240, 61_000, 90_000_000].map((ms) => duration(ms, units))).toEqual([
    '3 毫秒',
    '1.24 秒',
    '1 分 1 秒',
    '1 天 1 小时',
  ])
})

test('the gap before a call begins with the answer to the one before', () => {
  expect(gapBefore(tokenCall(), imageCall())).toBe(995)
  expect(gapBefore(imageCall(), undefined)).toBeNull()
  expect(gapBefore(tokenCall(), imageCall({ answer: null }))).toBeNull()
})

test('a login lasts until its last answer', () => {
  expect(lasted([imageCall(), tokenCall(), verifyCall({ at: START + 5_000 })])).toBe(5_005)
  expect(lasted([imageCall({ answer: null })])).toBeNull()
  expect(lasted([])).toBeNull()
})

test('in a list the time is enough today, and has its date on any other day', () => {
  const noon = new Date(2026, 5, 1, 12, 3, 9).getTime()
  expect(timeOnDay(noon, noon + 3_600_000)).toBe('12:03:09')
  expect(timeOnDay(noon - 86_400_000, noon)).toBe('2026-05-31 12:03:09')
})
