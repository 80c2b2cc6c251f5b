/** @jest-environment jsdom */
import { FAULT_RULES, NEW_FAULT, toFaultRequest } from '../../src/faults/draft'
import { findMistakes } from '../support/find-mistakes'

const draft = (effect: Partial<typeof NEW_FAULT.effect>, over: Partial<typeof NEW_FAULT> = {}) => ({
  ...NEW_FAULT,
  ...over,
  effect: { ...NEW_FAULT.effect, ...effect },
})

test('a fault needs an effect', () => {
  expect(findMistakes(FAULT_RULES, NEW_FAULT)).toEqual({ effect: 'effect' })
  expect(findMistakes(FAULT_RULES, draft({ code: '  ' }))).toEqual({ effect: 'effect' })
  expect(findMistakes(FAULT_RULES, draft({ code: '130018' }))).toEqual({})
})

test('numbers are numbers, switches are true, the rest is text', () => {
  const request = toFaultRequest(draft({ delayMs: '2000', status: '503', malformedJson: true, code: '130018' }))
  expect(request.effect).toEqual({ delayMs: 2000, status: 503, malformedJson: true, code: '130018' })
})

test('lasts once, some times, or until it is cleared', () => {
  const times = (often: typeof NEW_FAULT.often) => toFaultRequest(draft({ code: '1' }, { often, times: '4' })).times
  expect([times('once'), times('several'), times('untilCleared')]).toEqual([1, 4, null])
})

test('concerns one handset or all', () => {
  expect(toFaultRequest(draft({ code: '1' }, { handset: 'cm-5g' }))).toMatchObject({ handset: 'cm-5g' })
  expect(toFaultRequest(draft({ code: '1' }))).not.toHaveProperty('handset')
  expect(toFaultRequest(draft({ code: '1' }, { handset: 'cm-5g', call: 'verify' }))).toMatchObject({ handset: 'cm-5g' })
})

test('an effect that the call cannot have is left out', () => {
  expect(toFaultRequest(draft({ truncatedImage: true }, { call: 'verify' })).effect).toEqual({})
  expect(findMistakes(FAULT_RULES, draft({ malformedJson: true }, { call: 'getMobile' }))).toEqual({ effect: 'effect' })
  expect(toFaultRequest(draft({ truncatedImage: true }, { call: 'getMobile' })).effect).toEqual({
    truncatedImage: true,
  })
})

test('a number out of its range is said to be, and never bent into it', () => {
  expect(findMistakes(FAULT_RULES, draft({ status: '700' }))).toEqual({ 'effect.status': 'status' })
  expect(findMistakes(FAULT_RULES, draft({ delayMs: '600001' }))).toEqual({ 'effect.delayMs': 'time' })
  expect(findMistakes(FAULT_RULES, draft({ delayMs: '100', jitterMs: '200' }))).toEqual({ 'effect.jitterMs': 'jitter' })
  expect(findMistakes(FAULT_RULES, draft({ delayMs: '100', jitterMs: '600001' }))).toEqual({
    'effect.jitterMs': 'time',
  })
  expect(findMistakes(FAULT_RULES, draft({ code: '1' }, { often: 'several', times: '' }))).toEqual({ times: 'times' })
  expect(findMistakes(FAULT_RULES, draft({ delayMs: '600000', jitterMs: '1', status: '599' }))).toEqual({})
})
