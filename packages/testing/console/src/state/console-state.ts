// What the console knows, and how each message changes it. Pure: an answer and the events around it may arrive in any
// order and lead to the same state.
import type {
  AdminError,
  Exchange,
  ExchangeEvent,
  SimulatorState,
  Trace,
  TraceSummary,
} from '@local-number/simulator-contract'

/** Why there is no answer of the admin API. */
export type Outage = 'unreachable' | 'unauthorized' | 'wrongToken' | 'notJson'

/** Something that did not work: an outage, or the simulator's refusal. */
export type Problem = { readonly outage: Outage } | AdminError

export interface ConsoleState {
  readonly connection: 'connecting' | 'live' | 'lost'
  /** Why nothing could be read; `null` as soon as something was. */
  readonly problem: Problem | null
  /** `null` until it is read. */
  readonly simulator: SimulatorState | null
  /** The latest first; `null` until they are read. */
  readonly summaries: readonly TraceSummary[] | null
  /** Reported by events since they began: newer than a list that was requested meanwhile. */
  readonly recent: readonly TraceSummary[]
  /** The known calls of each login, by trace id. Unless the trace was read, the first ones may be missing. */
  readonly exchanges: Readonly<Record<string, readonly Exchange[]>>
  /** By trace id: read as a `whole`, or known not to exist. */
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
  recent: [],
  exchanges: {},
  read: {},
}

/** As many as the simulator keeps, so that a page that is open for days does not grow. */
export const MOST_LOGINS = 1_000

type Change = Partial<ConsoleState>
type Reducers = { readonly [M in Message as M['type']]: (state: ConsoleState, message: M) => Change }

const CHANGES: Reducers = {
  // Messages may have been missed: what was read stays visible, and is read again.
  connected: () => ({ connection: 'live', problem: null, recent: [], read: {} }),
  disconnected: (_, { problem }) => ({ connection: 'lost', problem }),
  state: (_, { simulator }) => ({ simulator, problem: null }),
  summaries: ({ recent }, { summaries }) => ({ summaries: recent.reduceRight(upsertSummary, summaries) }),
  trace: (state, { trace }) => ({
    read: { ...state.read, [trace.id]: 'whole' },
    exchanges: { ...state.exchanges, [trace.id]: mergeExchanges(trace.exchanges, state.exchanges[trace.id]) },
    summaries: isListed(state, trace.id) ? state.summaries : [...(state.summaries ?? []), toSummary(trace)],
  }),
  traceMissing: (state, { id }) => ({ read: { ...state.read, [id]: 'missing' } }),
  exchange: (state, { event }) => ({
    summaries: state.summaries === null ? null : upsertSummary(state.summaries, event.trace).slice(0, MOST_LOGINS),
    recent: upsertSummary(state.recent, event.trace).slice(0, MOST_LOGINS),
    exchanges: {
      ...dropForgotten(state),
      [event.trace.id]: mergeExchanges([event.exchange], state.exchanges[event.trace.id]),
    },
  }),
  cleared: () => ({ summaries: [], recent: [], exchanges: {}, read: {} }),
}

export function reduce(state: ConsoleState, message: Message): ConsoleState {
  const change = CHANGES[message.type] as (state: ConsoleState, message: Message) => Change
  return { ...state, ...change(state, message) }
}

/** By their numbers. An answered call is never replaced by an earlier version without the answer. */
function mergeExchanges(received: readonly Exchange[], known: readonly Exchange[] = []): readonly Exchange[] {
  const bySeq = new Map(known.map((exchange) => [exchange.seq, exchange]))
  for (const exchange of received) {
    const old = bySeq.get(exchange.seq)
    if (exchange.answer !== null || old === undefined || old.answer === null) bySeq.set(exchange.seq, exchange)
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}

/** In order of arrival: the simulator's clock can be moved back, so a later login may have an earlier start. */
function upsertSummary(summaries: readonly TraceSummary[], summary: TraceSummary): readonly TraceSummary[] {
  if (!summaries.some(({ id }) => id === summary.id)) return [summary, ...summaries]
  return summaries.map((known) => (known.id === summary.id ? summary : known))
}

function isListed({ summaries }: ConsoleState, id: string): boolean {
  return summaries?.some((summary) => summary.id === id) ?? false
}

/** Drops the calls of logins that are no longer listed, once the list is full. */
function dropForgotten({ exchanges, summaries }: ConsoleState): ConsoleState['exchanges'] {
  if (summaries === null || summaries.length < MOST_LOGINS) return exchanges
  const listed = new Set(summaries.map(({ id }) => id))
  return Object.fromEntries(Object.entries(exchanges).filter(([id]) => listed.has(id)))
}

function toSummary(trace: Trace): TraceSummary {
  return { ...trace, exchanges: trace.exchanges.length }
}

/** A login with its known calls; `null` if it is not known. */
export function findTrace(state: ConsoleState, id: string): Trace | null {
  const summary = state.summaries?.find((candidate) => candidate.id === id)
  return summary === undefined ? null : { ...summary, exchanges: state.exchanges[id] ?? [] }
}
