/** @jest-environment jsdom */
import { FAULT_RULES, NEW_FAULT, toFaultRequest } from '../../src/faults/draft'
import { findMistakes } from '../support/find-mistakes'

const createDraft = (effect: Partial<typeof NEW_FAULT.effect>, over: Partial<typeof NEW_FAULT> = {}) => ({
  ...NEW_FAULT,
  ...over,
  effect: { ...NEW_FAULT.effect, ...effect },
})

test('a fault needs at least one effect', () => {
  expect(findMistakes(FAULT_RULES, NEW_FAULT)).toEqual({ effect: 'effect' })
  expect(findMistakes(FAULT_RULES, createDraft({ code: '  ' }))).toEqual({ effect: 'effect' })
  expect(findMistakes(FAULT_RULES, createDraft({ code: '130018' }))).toEqual({})
})

test('a fault request has numbers as numbers, switches as true, and the rest as text', () => {
  const request = toFaultRequest(createDraft({ delayMs: '2000', status: '503', malformedJson: true, code: '130018' }))
  expect(request.effect).toEqual({ delayMs: 2000, status: 503, malformedJson: true, code: '130018' })
})

test('a fault applies once, several times, or until it is cleared', () => {
  const times = (often: typeof NEW_FAULT.often) =>
    toFaultRequest(createDraft({ code: '1' }, { often, times: '4' })).times
  expect([times('once'), times('several'), times('untilCleared')]).toEqual([1, 4, null])
})

test('a fault applies to one handset or to all', () => {
  expect(toFaultRequest(createDraft({ code: '1' }, { handset: 'cm-5g' }))).toMatchObject({ handset: 'cm-5g' })
  expect(toFaultRequest(createDraft({ code: '1' }))).not.toHaveProperty('handset')
  expect(toFaultRequest(createDraft({ code: '1' }, { handset: 'cm-5g', call: 'verify' }))).toMatchObject({
    handset: 'cm-5g',
  })
})

test('an effect that the call cannot have is not sent, and does not count as one', () => {
  for (const call of ['getToken', 'httpsGetMobile', 'verify'] as const) {
    expect(toFaultRequest(createDraft({ truncatedImage: true, malformedJson: true }, { call })).effect).toEqual({
      malformedJson: true,
    })
  }
  expect(findMistakes(FAULT_RULES, createDraft({ malformedJson: true }, { call: 'getMobile' }))).toEqual({
    effect: 'effect',
  })
  expect(toFaultRequest(createDraft({ truncatedImage: true }, { call: 'getMobile' })).effect).toEqual({
    truncatedImage: true,
  })
})

test('a number out of its range is a mistake', () => {
  expect(findMistakes(FAULT_RULES, createDraft({ status: '700' }))).toEqual({ 'effect.status': 'status' })
  expect(findMistakes(FAULT_RULES, createDraft({ delayMs: '600001' }))).toEqual({ 'effect.delayMs': 'time' })
  expect(findMistakes(FAULT_RULES, createDraft({ delayMs: '100', jitterMs: '200' }))).toEqual({
    'effect.jitterMs': 'jitter',
  })
  expect(findMistakes(FAULT_RULES, createDraft({ delayMs: '100', jitterMs: '600001' }))).toEqual({
    'effect.jitterMs': 'time',
  })
  expect(findMistakes(FAULT_RULES, createDraft({ code: '1' }, { often: 'several', times: '' }))).toEqual({
    times: 'times',
  })
  expect(findMistakes(FAULT_RULES, createDraft({ delayMs: '600000', jitterMs: '1', status: '599' }))).toEqual({})
})

describe('the faults of a text message', () => {
  test('are its delay, its loss, a second copy, and a refused number', () => {
    const draft = createDraft(
      { delayMs: '60000', lost: true, duplicated: true, refused: true, code: '1', drop: 'answer', jitterMs: '5' },
      { call: 'textMessage' },
    )
    expect(toFaultRequest(draft)).toEqual({
      call: 'textMessage',
      times: 1,
      effect: { delayMs: 60_000, lost: true, duplicated: true, refused: true },
    })
    expect(toFaultRequest({ ...draft, call: 'verify' }).effect).not.toHaveProperty('lost')
  })

  test('have no mistakes in fields that are not shown', () => {
    const hidden = { lost: true, jitterMs: '9', status: '9', slowBodyMs: '-1' }
    expect(findMistakes(FAULT_RULES, createDraft(hidden, { call: 'textMessage' }))).toEqual({})
    expect(findMistakes(FAULT_RULES, createDraft({ delayMs: '-1' }, { call: 'textMessage' }))).toEqual({
      'effect.delayMs': 'time',
    })
  })
})
