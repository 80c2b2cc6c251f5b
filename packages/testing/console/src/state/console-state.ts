// What the console knows, and how each message changes it. Pure: the same messages in any order of arrival of an answer
// and the events around it give the same picture.
import type {
  AdminError,
  Exchange,
  ExchangeEvent,
  SimulatorState,
  Trace,
  TraceSummary,
} from '@local-number/simulator-contract'

/** Why there is no answer to speak of. */
export type Outage = 'unreachable' | 'unauthorized' | 'wrongToken' | 'notJson'

/** Something that did not work: an outage, or the simulator's refusal. */
export type Problem = { readonly outage: Outage } | AdminError

export interface ConsoleState {
  readonly connection: 'connecting' | 'live' | 'lost'
  /** Why nothing could be read; `null` once it could. */
  readonly problem: Problem | null
  /** `null` until it was read. */
  readonly simulator: SimulatorState | null
  /** The one that came last first; `null` until they were read. */
  readonly summaries: readonly TraceSummary[] | null
  /** What the events told of since they began: newer than a list that was asked for meanwhile. */
  readonly heard: readonly TraceSummary[]
  /** What is known of each login's calls, by trace id; a login that was not opened may lack its first ones. */
  readonly exchanges: Readonly<Record<string, readonly Exchange[]>>
  /** Ids of the traces that were read whole; `missing` are known not to exist. */
  readonly read: Readonly<Record<string, 'whole' | 'missing'>>
}

export type Message =
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected'; readonly problem: Problem | null }
  | { readonly type: 'state'; readonly simulator: SimulatorState }
  | { readonly type: 'summaries'; readonly summaries: readonly TraceSummary[] }
  | { readonly type: 'trace'; readonly trace: Trace }
  | { readonly type: 'traceMissing'; readonly id: string }
  | { readonly type: 'exchange'; readonly event: ExchangeEvent }
  | { readonly type: 'cleared' }

export const INITIAL: ConsoleState = {
  connection: 'connecting',
  problem: null,
  simulator: null,
  summaries: null,
  heard: [],
  exchanges: {},
  read: {},
}

/** A page that is left open for days must not grow: the simulator itself keeps no more. */
export const MOST_LOGINS = 1_000

type Change = Partial<ConsoleState>
type Reducers = { readonly [M in Message as M['type']]: (state: ConsoleState, message: M) => Change }

const CHANGES: Reducers = {
  // Whatever was read before may have missed messages: it is shown, and read again.
  connected: () => ({ connection: 'live', problem: null, heard: [], read: {} }),
  disconnected: (_, { problem }) => ({ connection: 'lost', problem }),
  state: (_, { simulator }) => ({ simulator, problem: null }),
  summaries: ({ heard }, { summaries }) => ({ summaries: heard.reduceRight(withSummary, summaries) }),
  trace: (state, { trace }) => ({
    read: { ...state.read, [trace.id]: 'whole' },
    exchanges: { ...state.exchanges, [trace.id]: merged(trace.exchanges, state.exchanges[trace.id]) },
    summaries: isListed(state, trace.id) ? state.summaries : [...(state.summaries ?? []), summaryOf(trace)],
  }),
  traceMissing: (state, { id }) => ({ read: { ...state.read, [id]: 'missing' } }),
  exchange: (state, { event }) => ({
    summaries: state.summaries === null ? null : withSummary(state.summaries, event.trace).slice(0, MOST_LOGINS),
    heard: withSummary(state.heard, event.trace).slice(0, MOST_LOGINS),
    exchanges: {
      ...withoutForgotten(state),
      [event.trace.id]: merged([event.exchange], state.exchanges[event.trace.id]),
    },
  }),
  cleared: () => ({ summaries: [], heard: [], exchanges: {}, read: {} }),
}

export function reduce(state: ConsoleState, message: Message): ConsoleState {
  const change = CHANGES[message.type] as (state: ConsoleState, message: Message) => Change
  return { ...state, ...change(state, message) }
}

/** By their numbers; an answered call is never replaced by an older picture of it. */
function merged(news: readonly Exchange[], known: readonly Exchange[] = []): readonly Exchange[] {
  const bySeq = new Map(known.map((exchange) => [exchange.seq, exchange]))
  for (const exchange of news) {
    const old = bySeq.get(exchange.seq)
    if (exchange.answer !== null || old === undefined || old.answer === null) bySeq.set(exchange.seq, exchange)
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}

/** By arrival: the simulator's clock can be moved back, so a later login may have begun before an earlier one. */
function withSummary(summaries: readonly TraceSummary[], summary: TraceSummary): readonly TraceSummary[] {
  if (!summaries.some(({ id }) => id === summary.id)) return [summary, ...summaries]
  return summaries.map((known) => (known.id === summary.id ? summary : known))
}

function isListed({ summaries }: ConsoleState, id: string): boolean {
  return summaries?.some((summary) => summary.id === id) ?? false
}

/** The calls of logins that are still in the list; looked at only when it has become long. */
function withoutForgotten({ exchanges, summaries }: ConsoleState): ConsoleState['exchanges'] {
  if (summaries === null || summaries.length < MOST_LOGINS) return exchanges
  const listed = new Set(summaries.map(({ id }) => id))
  return Object.fromEntries(Object.entries(exchanges).filter(([id]) => listed.has(id)))
}

function summaryOf(trace: Trace): TraceSummary {
  return { ...trace, exchanges: trace.exchanges.length }
}

/** A login with the calls that are known of it; `null` if it is not known. */
export function traceOf(state: ConsoleState, id: string): Trace | null {
  const summary = state.summaries?.find((candidate) => candidate.id === id)
  return summary === undefined ? null : { ...summary, exchanges: state.exchanges[id] ?? [] }
}
