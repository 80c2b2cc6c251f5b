import { formatDuration, formatTimeOnDay, getGapBefore, measureDuration } from '../../src/diagram/times'
import { TEXTS } from '../../src/texts/texts'
import { createImageCall, createTokenCall, createVerifyCall, START } from '../support/exchanges'

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
])('%d milliseconds are shown as %s', (ms, text) => {
  expect(formatDuration(ms, TEXTS.en.diagram.units)).toBe(text)
})

test('durations in Chinese have Chinese units', () => {
  const { units } = TEXTS['zh-CN'].diagram
  expect([3, 1_240, 61_000, 90_000_000].map((ms) => formatDuration(ms, units))).toEqual([
    '3 毫秒',
    '1.24 秒',
    '1 分 1 秒',
    '1 天 1 小时',
  ])
})

test('the gap before a call is counted from the answer to the previous call', () => {
  expect(getGapBefore(createTokenCall(), createImageCall())).toBe(995)
  expect(getGapBefore(createImageCall(), undefined)).toBeNull()
  expect(getGapBefore(createTokenCall(), createImageCall({ answer: null }))).toBeNull()
})

test('a login lasts until its last answer', () => {
  expect(measureDuration([createImageCall(), createTokenCall(), createVerifyCall({ at: START + 5_000 })])).toBe(5_005)
  expect(measureDuration([createImageCall({ answer: null })])).toBeNull()
  expect(measureDuration([])).toBeNull()
})

test('a time is shown without a date today, and with its date on another day', () => {
  const noon = new Date(2026, 5, 1, 12, 3, 9).getTime()
  expect(formatTimeOnDay(noon, noon + 3_600_000)).toBe('12:03:09')
  expect(formatTimeOnDay(noon - 86_400_000, noon)).toBe('2026-05-31 12:03:09')
})
