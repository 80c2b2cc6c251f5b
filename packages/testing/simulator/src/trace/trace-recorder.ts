// Groups the calls of a login into a trace: getMobile and getToken by their ids, verify by the token it spends.
import { randomBytes } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import type {
  Exchange,
  ExchangeAnswer,
  ExchangeEvent,
  ExchangeRequest,
  TraceOutcome,
  TraceSummary,
} from '@local-number/simulator-contract'
import { NO_ANSWER } from '../common/no-answer'
import type { TraceTable } from '../storage/trace-table'
import { type Secret, toTraceableId } from './masking'
import { RecordedExchange } from './recorded-exchange'

/** A call that has just arrived. */
export interface IncomingCall {
  readonly line: Line
  readonly call: Call
  readonly handset: string | null
  readonly request: ExchangeRequest
  /** The ids of the message, unchecked. */
  readonly sent: Ids
  /** `''` for calls without one. */
  readonly token: string
  readonly secrets: readonly Secret[]
}

interface Ids {
  readonly appId: string
  readonly msgId: string
}

export interface RecorderOptions {
  readonly traces: TraceTable
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when a call arrives and when it is answered. */
  readonly onExchange: (event: ExchangeEvent) => void
  /** Called with its last call when a login has become `unfinished`. */
  readonly onUnfinished: (event: ExchangeEvent) => void
  /** Aborted when the simulator stops: answers are not recorded any more. */
  readonly stop: AbortSignal
}

/** A client that repeats the same ids without end gets a new trace now and then. */
const MAX_EXCHANGES_PER_TRACE = 20

const OUTCOMES: ReadonlyMap<string, TraceOutcome> = new Map([
  ['000', 'verified'],
  ['001', 'notThisNumber'],
  ['000000', 'underWay'],
  ['103000', 'underWay'],
])

/** The answer of a call that was under way when the simulator stopped. */
const INTERRUPTED: ExchangeAnswer = { status: null, outerCode: NO_ANSWER, innerCode: NO_ANSWER, cause: null, ms: 0 }

export class TraceRecorder {
  /** Ends the exchanges that an earlier run left unanswered. */
  constructor(private readonly options: RecorderOptions) {
    const { traces } = options
    for (const [traceId, exchange] of traces.listUnanswered()) {
      const trace = traces.getSummary(traceId)
      if (trace) traces.put({ ...trace, outcome: 'failed', lastCode: NO_ANSWER }, { ...exchange, answer: INTERRUPTED })
    }
  }

  /** For a call that {@link begin} could not store. */
  beginUnrecorded({ call, handset, request, secrets }: IncomingCall): RecordedExchange {
    const begun: Exchange = { seq: 0, call, at: this.options.now(), request, faults: [], answer: null }
    return new RecordedExchange(begun, { id: createTraceId(), handset }, { secrets, onEnd: () => undefined })
  }

  begin(incoming: IncomingCall): RecordedExchange {
    const { traces, now } = this.options
    const { call, request, secrets } = incoming
    const ids = toTraceableIds(incoming)
    const latest = this.#findLatest(incoming, ids)
    const needsNewTrace = latest === undefined || latest.exchanges >= MAX_EXCHANGES_PER_TRACE
    const known = needsNewTrace ? this.#createTrace(incoming, ids, latest) : toContinued(latest)
    const trace = addVerifyMsgId(known, call, ids.msgId)
    const begun: Exchange = { seq: traces.takeSeq(), call, at: now(), request, faults: [], answer: null }
    this.#record({ ...trace, exchanges: trace.exchanges + 1 }, begun)
    const onEnd = (exchange: Exchange, msisdnMasked: string) => this.#end(trace.id, exchange, msisdnMasked)
    return new RecordedExchange(begun, trace, { secrets, onEnd })
  }

  /** The newest trace of the call's login: a login with many calls has several. */
  #findLatest({ line, call, token }: IncomingCall, ids: Ids): TraceSummary | undefined {
    const { traces } = this.options
    if (call !== 'verify') return traces.findByLogin({ line, ...ids })
    const first = traces.findByToken(line, token)
    return first && (traces.findByLogin(first) ?? first)
  }

  #createTrace({ line, call, handset }: IncomingCall, ids: Ids, before: TraceSummary | undefined): TraceSummary {
    return {
      id: createTraceId(),
      line,
      appId: ids.appId,
      handset: before?.handset ?? handset,
      // The msgId of a verify call is its own, not the login's.
      msgId: call === 'verify' ? (before?.msgId ?? '') : ids.msgId,
      verifyMsgIds: [],
      msisdnMasked: before?.msisdnMasked ?? '',
      startedAt: this.options.now(),
      outcome: 'underWay',
      lastCode: '',
      exchanges: 0,
    }
  }

  #end(traceId: string, exchange: Exchange, msisdnMasked: string): void {
    if (this.options.stop.aborted) return
    const trace = this.options.traces.getSummary(traceId)
    // The traces may have been cleared while the call was under way.
    if (!trace || !exchange.answer) return
    const code = toLastCode(exchange.answer)
    const outcome = OUTCOMES.get(code) ?? 'failed'
    const ended = { ...trace, outcome, lastCode: code, msisdnMasked: msisdnMasked || trace.msisdnMasked }
    this.#record(ended, exchange)
    if (outcome === 'underWay') this.#watch(ended, exchange)
  }

  /** Looks again when a token would have expired: a page that has left makes no call that would show it. */
  #watch(login: TraceSummary, exchange: Exchange): void {
    const { traces, stop, onUnfinished } = this.options
    const look = () => {
      const trace = stop.aborted ? undefined : traces.getSummary(login.id)
      if (trace?.outcome === 'unfinished') onUnfinished({ trace, exchange })
    }
    setTimeout(look, traces.getTokenLifetimeMs(login) + 1).unref()
  }

  #record(trace: TraceSummary, exchange: Exchange): void {
    this.options.traces.put(trace, exchange)
    this.options.onExchange({ trace, exchange })
  }
}

const createTraceId = () => randomBytes(16).toString('hex')

/** The code by which the trace's outcome is decided. A lost or replaced answer has none of the platform's. */
function toLastCode({ status, outerCode, innerCode }: ExchangeAnswer): string {
  return status === null ? outerCode : innerCode || `HTTP ${status}`
}

/** A further call shows that the login goes on. */
function toContinued(trace: TraceSummary): TraceSummary {
  return trace.outcome === 'unfinished' ? { ...trace, outcome: 'underWay' } : trace
}

function addVerifyMsgId(trace: TraceSummary, call: Call, msgId: string): TraceSummary {
  return call === 'verify' && msgId !== '' ? { ...trace, verifyMsgIds: [...trace.verifyMsgIds, msgId] } : trace
}

function toTraceableIds({ sent, secrets }: IncomingCall): Ids {
  return { appId: toTraceableId(sent.appId, secrets), msgId: toTraceableId(sent.msgId, secrets) }
}
