// What a restart reports about its clock and faults.

import type { Fault } from '@local-number/simulator-contract'
import { describeLeftovers } from '../../src/cli/welcome'

const FAULT: Fault = { id: 'f', call: 'verify', handset: null, times: null, effect: { status: 503 } }
const describe = (offsetMs: number, faults: readonly Fault[]) =>
  describeLeftovers({ clock: { now: 0, offsetMs }, faults })

test('a right clock and no faults are not mentioned', () => {
  expect(describe(0, [])).toEqual([])
})

test('a moved clock is reported as ahead or behind, even by less than a second', () => {
  expect(describe(86_400_000, [])).toEqual(['The clock is 1 day ahead.'])
  expect(describe(-7_500_000, [])).toEqual(['The clock is 2 hours 5 minutes behind.'])
  expect(describe(-3, [])).toEqual(['The clock is less than a second behind.'])
})

test('the number of faults is reported', () => {
  expect(describe(0, [FAULT])).toEqual(['1 fault is on.'])
  expect(describe(0, [FAULT, FAULT, FAULT])).toEqual(['3 faults are on.'])
})
