import type { Exchange, ExchangeEvent, Trace, TraceSummary } from '@local-number/simulator-contract'
import { type ConsoleState, INITIAL, type Message, MOST_LOGINS, reduce, traceOf } from '../../src/state/console-state'
import { imageCall, tokenCall, trace, verifyCall } from '../support/exchanges'

const after = (...messages: Message[]): ConsoleState => messages.reduce(reduce, INITIAL)
const summaryOf = (whole: Trace): TraceSummary => ({ ...whole, exchanges: whole.exchanges.length })
const heard = (whole: Trace, exchange: Exchange): Message => {
  const event: ExchangeEvent = { trace: summaryOf(whole), exchange }
  return { type: 'exchange', event }
}
const listed = (...traces: Trace[]): Message => ({ type: 'summaries', summaries: traces.map(summaryOf) })

const first = trace([imageCall()], { outcome: 'underWay', lastCode: '000000' })
const second = trace([imageCall(), tokenCall()], { outcome: 'underWay', lastCode: '000000' })

test('a login grows as its calls are heard', () => {
  const state = after(listed(), heard(first, imageCall()), heard(second, tokenCall()))
  expect(state.summaries).toHaveLength(1)
  expect(traceOf(state, first.id)?.exchanges.map(({ call }) => call)).toEqual(['getMobile', 'getToken'])
})

test('a call that was under way is replaced by its answer, never the other way', () => {
  const pending = imageCall({ answer: null })
  const answered = after(listed(), heard(first, pending), heard(first, imageCall()))
  expect(traceOf(answered, first.id)?.exchanges[0]?.answer).not.toBeNull()
  const late = reduce(answered, { type: 'trace', trace: trace([pending]) })
  expect(traceOf(late, first.id)?.exchanges[0]?.answer).not.toBeNull()
})

test('calls are in the order of their numbers, whatever came first', () => {
  const state = after(listed(), heard(second, tokenCall()), { type: 'trace', trace: trace([imageCall()]) })
  expect(traceOf(state, first.id)?.exchanges.map(({ seq }) => seq)).toEqual([1, 2])
})

test('the newest login is the first in the list', () => {
  const newer = trace([imageCall()], { id: 'f'.repeat(32), startedAt: first.startedAt + 1 })
  const state = after(listed(first), heard(newer, imageCall({ seq: 9 })))
  expect(state.summaries?.map(({ id }) => id)).toEqual([newer.id, first.id])
})

test('a list that was asked for before an event does not undo the event', () => {
  const state = after({ type: 'connected' }, heard(first, imageCall()), listed())
  expect(state.summaries?.map(({ id }) => id)).toEqual([first.id])
})

test('after an interruption everything counts as unread, and is shown until it is read again', () => {
  const before = after(listed(second), { type: 'trace', trace: second }, { type: 'disconnected', problem: null })
  expect(before.connection).toBe('lost')
  const state = reduce(before, { type: 'connected' })
  expect(state.read).toEqual({})
  expect(traceOf(state, second.id)?.exchanges).toHaveLength(2)
})

test('what the simulator forgot meanwhile goes from the list', () => {
  const state = after(listed(first), { type: 'connected' }, listed())
  expect(state.summaries).toEqual([])
})

test('the login that came last is the first, also when the clock was moved back', () => {
  const later = trace([imageCall()], { id: 'f'.repeat(32), startedAt: first.startedAt - 86_400_000 })
  const state = after(listed(first), heard(later, imageCall({ seq: 9 })))
  expect(state.summaries?.map(({ id }) => id)).toEqual([later.id, first.id])
  const grown = reduce(state, heard(second, tokenCall()))
  expect(grown.summaries?.map(({ id }) => id)).toEqual([later.id, first.id])
})

test('logins that were heard of before the list came keep their order', () => {
  const [one, two] = ['d', 'e'].map((letter) => trace([imageCall()], { id: letter.repeat(32) })) as [Trace, Trace]
  const state = after({ type: 'connected' }, heard(one, imageCall()), heard(two, imageCall()), listed(one, first))
  expect(state.summaries?.map(({ id }) => id)).toEqual([two.id, one.id, first.id])
})

test('a linked login that the list no longer reaches is shown all the same', () => {
  const old = trace([verifyCall()], { id: 'e'.repeat(32) })
  const state = after(listed(first), { type: 'trace', trace: old })
  expect(traceOf(state, old.id)?.exchanges).toHaveLength(1)
  expect(state.summaries?.at(-1)?.id).toBe(old.id)
})

test('a trace that does not exist is known not to', () => {
  expect(after({ type: 'traceMissing', id: 'x' }).read.x).toBe('missing')
})

test('cleared traces are gone at once', () => {
  const state = after(listed(first), { type: 'trace', trace: first }, { type: 'cleared' })
  expect(state.summaries).toEqual([])
  expect(traceOf(state, first.id)).toBeNull()
})

test('a page that is left open keeps the newest logins and no more', () => {
  let state = after({ type: 'connected' }, listed())
  for (let place = 0; place < MOST_LOGINS + 50; place++) {
    const one = trace([imageCall()], { id: String(place), startedAt: first.startedAt + place })
    state = reduce(state, heard(one, imageCall({ seq: place })))
  }
  expect(state.summaries).toHaveLength(MOST_LOGINS)
  expect(state.heard).toHaveLength(MOST_LOGINS)
  expect(Object.keys(state.exchanges).length).toBeLessThanOrEqual(MOST_LOGINS + 1)
  expect(state.summaries?.[0]?.id).toBe(String(MOST_LOGINS + 49))
})
