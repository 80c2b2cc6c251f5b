import { mistakesOf, NEW_FAULT, requestOf } from '../../src/faults/draft'

const draft = (effects: Partial<typeof NEW_FAULT.effects>, over: Partial<typeof NEW_FAULT> = {}) => ({
  ...NEW_FAULT,
  ...over,
  effects: { ...NEW_FAULT.effects, ...effects },
})

test('a fault needs an effect', () => {
  expect(mistakesOf(NEW_FAULT)).toEqual({ effect: 'effect' })
  expect(mistakesOf(draft({ code: '  ' }))).toEqual({ effect: 'effect' })
  expect(mistakesOf(draft({ code: '130018' }))).toEqual({})
})

test('numbers are numbers, switches are true, the rest is text', () => {
  const request = requestOf(draft({ delayMs: '2000', status: '503', malformedJson: 'yes', code: '130018' }))
  expect(request.effect).toEqual({ delayMs: 2000, status: 503, malformedJson: true, code: '130018' })
})

test('lasts once, some times, or until it is cleared', () => {
  const times = (often: typeof NEW_FAULT.often) => requestOf(draft({ code: '1' }, { often, times: '4' })).times
  expect([times('once'), times('several'), times('untilCleared')]).toEqual([1, 4, null])
})

test('concerns one handset or all', () => {
  expect(requestOf(draft({ code: '1' }, { handset: 'cm-5g' }))).toMatchObject({ handset: 'cm-5g' })
  expect(requestOf(draft({ code: '1' }))).not.toHaveProperty('handset')
  expect(requestOf(draft({ code: '1' }, { handset: 'cm-5g', call: 'verify' }))).toMatchObject({ handset: 'cm-5g' })
})

test('an effect that the call cannot have is left out', () => {
  expect(requestOf(draft({ truncatedImage: 'yes' }, { call: 'verify' })).effect).toEqual({})
  expect(mistakesOf(draft({ malformedJson: 'yes' }, { call: 'getMobile' }))).toEqual({ effect: 'effect' })
  expect(requestOf(draft({ truncatedImage: 'yes' }, { call: 'getMobile' })).effect).toEqual({ truncatedImage: true })
})

test('a number out of its range is said to be, and never bent into it', () => {
  expect(mistakesOf(draft({ status: '700' }))).toEqual({ status: 'status' })
  expect(mistakesOf(draft({ delayMs: '600001' }))).toEqual({ delayMs: 'time' })
  expect(mistakesOf(draft({ delayMs: '100', jitterMs: '200' }))).toEqual({ jitterMs: 'jitter' })
  expect(mistakesOf(draft({ code: '1' }, { often: 'several', times: '' }))).toEqual({ times: 'times' })
  expect(mistakesOf(draft({ delayMs: '600000', jitterMs: '1', status: '599' }))).toEqual({})
})
