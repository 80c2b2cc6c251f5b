// What a restart says of what was left.

import type { Fault } from '@local-number/simulator-contract'
import { leftFromBefore } from '../../src/cli/welcome'

const FAULT: Fault = { id: 'f', call: 'verify', handset: null, times: null, effect: { status: 503 } }
const left = (offsetMs: number, faults: readonly Fault[]) => leftFromBefore({ clock: { now: 0, offsetMs }, faults })

test('a clock that is right and no fault are nothing to speak of', () => {
  expect(left(0, [])).toEqual([])
})

test('a clock may be ahead or behind, by less than a second even', () => {
  expect(left(86_400_000, [])).toEqual(['The clock is 1 day ahead.'])
  expect(left(-7_500_000, [])).toEqual(['The clock is 2 hours 5 minutes behind.'])
  expect(left(-3, [])).toEqual(['The clock is less than a second behind.'])
})

test('faults are counted', () => {
  expect(left(0, [FAULT])).toEqual(['1 fault is on.'])
  expect(left(0, [FAULT, FAULT, FAULT])).toEqual(['3 faults are on.'])
})
