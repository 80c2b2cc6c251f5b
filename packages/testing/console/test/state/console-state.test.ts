import type { Exchange, ExchangeEvent, Trace, TraceSummary } from '@local-number/simulator-contract'
import { type ConsoleState, findTrace, INITIAL, type Message, MOST_LOGINS, reduce } from '../../src/state/console-state'
import { createImageCall, createTokenCall, createTrace, createVerifyCall } from '../support/exchanges'

const reduceAll = (...messages: Message[]): ConsoleState => messages.reduce(reduce, INITIAL)
const toSummary = (whole: Trace): TraceSummary => ({ ...whole, exchanges: whole.exchanges.length })
const toEvent = (whole: Trace, exchange: Exchange): Message => {
  const event: ExchangeEvent = { trace: toSummary(whole), exchange }
  return { type: 'exchange', event }
}
const toList = (...traces: Trace[]): Message => ({ type: 'summaries', summaries: traces.map(toSummary) })

const first = createTrace([createImageCall()], { outcome: 'underWay', lastCode: '000000' })
const second = createTrace([createImageCall(), createTokenCall()], { outcome: 'underWay', lastCode: '000000' })

test('events add calls to their login', () => {
  const state = reduceAll(toList(), toEvent(first, createImageCall()), toEvent(second, createTokenCall()))
  expect(state.summaries).toHaveLength(1)
  expect(findTrace(state, first.id)?.exchanges.map(({ call }) => call)).toEqual(['getMobile', 'getToken'])
})

test('an answered call replaces the same call under way, and not the reverse', () => {
  const pending = createImageCall({ answer: null })
  const answered = reduceAll(toList(), toEvent(first, pending), toEvent(first, createImageCall()))
  expect(findTrace(answered, first.id)?.exchanges[0]?.answer).not.toBeNull()
  const late = reduce(answered, { type: 'trace', trace: createTrace([pending]) })
  expect(findTrace(late, first.id)?.exchanges[0]?.answer).not.toBeNull()
})

test('calls are sorted by their numbers, in any order of arrival', () => {
  const state = reduceAll(toList(), toEvent(second, createTokenCall()), {
    type: 'trace',
    trace: createTrace([createImageCall()]),
  })
  expect(findTrace(state, first.id)?.exchanges.map(({ seq }) => seq)).toEqual([1, 2])
})

test('a new login is the first in the list', () => {
  const newer = createTrace([createImageCall()], { id: 'f'.repeat(32), startedAt: first.startedAt + 1 })
  const state = reduceAll(toList(first), toEvent(newer, createImageCall({ seq: 9 })))
  expect(state.summaries?.map(({ id }) => id)).toEqual([newer.id, first.id])
})

test('a list that was requested before an event does not undo the event', () => {
  const state = reduceAll({ type: 'connected' }, toEvent(first, createImageCall()), toList())
  expect(state.summaries?.map(({ id }) => id)).toEqual([first.id])
})

test('after an interruption everything counts as unread, and stays visible until it is read again', () => {
  const before = reduceAll(toList(second), { type: 'trace', trace: second }, { type: 'disconnected', problem: null })
  expect(before.connection).toBe('lost')
  const state = reduce(before, { type: 'connected' })
  expect(state.read).toEqual({})
  expect(findTrace(state, second.id)?.exchanges).toHaveLength(2)
})

test('logins that the simulator no longer has disappear from the list', () => {
  const state = reduceAll(toList(first), { type: 'connected' }, toList())
  expect(state.summaries).toEqual([])
})

test('the latest login is the first in the list, even if the clock was moved back', () => {
  const later = createTrace([createImageCall()], { id: 'f'.repeat(32), startedAt: first.startedAt - 86_400_000 })
  const state = reduceAll(toList(first), toEvent(later, createImageCall({ seq: 9 })))
  expect(state.summaries?.map(({ id }) => id)).toEqual([later.id, first.id])
  const grown = reduce(state, toEvent(second, createTokenCall()))
  expect(grown.summaries?.map(({ id }) => id)).toEqual([later.id, first.id])
})

test('logins that were reported before the list arrived keep their order', () => {
  const [one, two] = ['d', 'e'].map((letter) => createTrace([createImageCall()], { id: letter.repeat(32) })) as [
    Trace,
    Trace,
  ]
  const state = reduceAll(
    { type: 'connected' },
    toEvent(one, createImageCall()),
    toEvent(two, createImageCall()),
    toList(one, first),
  )
  expect(state.summaries?.map(({ id }) => id)).toEqual([two.id, one.id, first.id])
})

test('a linked login that the list no longer contains is appended to it', () => {
  const old = createTrace([createVerifyCall()], { id: 'e'.repeat(32) })
  const state = reduceAll(toList(first), { type: 'trace', trace: old })
  expect(findTrace(state, old.id)?.exchanges).toHaveLength(1)
  expect(state.summaries?.at(-1)?.id).toBe(old.id)
})

test('a trace that does not exist is marked as missing', () => {
  expect(reduceAll({ type: 'traceMissing', id: 'x' }).read.x).toBe('missing')
})

test('clearing the traces empties the list at once', () => {
  const state = reduceAll(toList(first), { type: 'trace', trace: first }, { type: 'cleared' })
  expect(state.summaries).toEqual([])
  expect(findTrace(state, first.id)).toBeNull()
})

test('a page that stays open keeps only the newest logins', () => {
  let state = reduceAll({ type: 'connected' }, toList())
  for (let place = 0; place < MOST_LOGINS + 50; place++) {
    const one = createTrace([createImageCall()], { id: String(place), startedAt: first.startedAt + place })
    state = reduce(state, toEvent(one, createImageCall({ seq: place })))
  }
  expect(state.summaries).toHaveLength(MOST_LOGINS)
  expect(state.recent).toHaveLength(MOST_LOGINS)
  expect(Object.keys(state.exchanges).length).toBeLessThanOrEqual(MOST_LOGINS + 1)
  expect(state.summaries?.[0]?.id).toBe(String(MOST_LOGINS + 49))
})
