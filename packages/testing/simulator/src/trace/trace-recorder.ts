// Puts the calls of a login together: getMobile and getToken by their ids, verify by the token it spends.
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
import { NO_ANSWER } from '../platform/codes'
import type { TraceTable } from '../storage/trace-table'
import { type Secret, traceableId } from './masking'
import { RecordedExchange } from './recorded-exchange'

/** A call that has just come in. */
export interface IncomingCall {
  readonly line: Line
  readonly call: Call
  readonly handset: string | null
  readonly request: ExchangeRequest
  /** The message's own ids, unchecked. */
  readonly sent: { readonly appId: string; readonly msgId: string }
  /** `''` for calls without one. */
  readonly token: string
  readonly secrets: readonly Secret[]
}

export interface RecorderOptions {
  readonly traces: TraceTable
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Hears of every call when it comes in and when it is answered. */
  readonly onExchange: (event: ExchangeEvent) => void
  /** Aborted when the simulator stops: calls under way are then forgotten. */
  readonly stop: AbortSignal
}

/** A client that asks under the same ids for ever gets a new trace now and then. */
const EXCHANGES_PER_TRACE = 20

const OUTCOMES: ReadonlyMap<string, TraceOutcome> = new Map([
  ['000', 'verified'],
  ['001', 'notThisNumber'],
  ['000000', 'underWay'],
])

/** What became of a call that was under way when the simulator was stopped. */
const INTERRUPTED: ExchangeAnswer = { status: null, outerCode: NO_ANSWER, innerCode: NO_ANSWER, cause: null, ms: 0 }

export class TraceRecorder {
  constructor(private readonly options: RecorderOptions) {
    const { traces } = options
    for (const [traceId, exchange] of traces.unanswered()) {
      const trace = traces.summary(traceId)
      if (trace) traces.put({ ...trace, outcome: 'failed', lastCode: NO_ANSWER }, { ...exchange, answer: INTERRUPTED })
    }
  }

  begin(incoming: IncomingCall): RecordedExchange {
    const { traces, now } = this.options
    const { call, request, secrets } = incoming
    const latest = this.#latestOf(incoming)
    const isFull = latest === undefined || latest.exchanges >= EXCHANGES_PER_TRACE
    const trace = withMsgId(isFull ? this.#open(incoming, latest) : latest, incoming)
    const begun: Exchange = { seq: traces.nextSeq(), call, at: now(), request, faults: [], answer: null }
    this.#tell({ ...trace, exchanges: trace.exchanges + 1 }, begun)
    return new RecordedExchange(begun, trace, {
      secrets,
      listener: { ended: (exchange, msisdnMasked) => this.#ended(trace.id, exchange, msisdnMasked) },
    })
  }

  /** The newest trace of the login that a call belongs to: one that went on for long has several. */
  #latestOf({ line, call, sent, token, secrets }: IncomingCall): TraceSummary | undefined {
    const { traces } = this.options
    if (call !== 'verify') return traces.ofLogin({ line, ...traceable(sent, secrets) })
    const first = traces.ofToken(line, token)
    return first && (traces.ofLogin(first) ?? first)
  }

  #open({ line, call, handset, sent, secrets }: IncomingCall, before: TraceSummary | undefined): TraceSummary {
    const { appId, msgId } = traceable(sent, secrets)
    return {
      id: randomBytes(16).toString('hex'),
      line,
      appId,
      handset: before?.handset ?? handset,
      // A verify call's msgId is its own, not a login's.
      msgId: call === 'verify' ? (before?.msgId ?? '') : msgId,
      verifyMsgIds: [],
      msisdnMasked: before?.msisdnMasked ?? '',
      startedAt: this.options.now(),
      outcome: 'underWay',
      lastCode: '',
      exchanges: 0,
    }
  }

  #ended(traceId: string, exchange: Exchange, msisdnMasked: string): void {
    if (this.options.stop.aborted) return
    const trace = this.options.traces.summary(traceId)
    // The traces may have been cleared while the call was under way.
    if (!trace || !exchange.answer) return
    const code = reachedCaller(exchange.answer)
    const outcome = OUTCOMES.get(code) ?? 'failed'
    this.#tell({ ...trace, outcome, lastCode: code, msisdnMasked: msisdnMasked || trace.msisdnMasked }, exchange)
  }

  #tell(trace: TraceSummary, exchange: Exchange): void {
    this.options.traces.put(trace, exchange)
    this.options.onExchange({ trace, exchange })
  }
}

/** A login goes on from the answer that its caller has, not from one that was lost on the way, or made there. */
function reachedCaller({ status, outerCode, innerCode }: ExchangeAnswer): string {
  return status === null ? outerCode : innerCode || `HTTP ${status}`
}

function withMsgId(trace: TraceSummary, { call, sent, secrets }: IncomingCall): TraceSummary {
  if (call !== 'verify') return trace
  const { msgId } = traceable(sent, secrets)
  return msgId === '' ? trace : { ...trace, verifyMsgIds: [...trace.verifyMsgIds, msgId] }
}

/** What no client of the carrier would send as an id is not repeated, and what must not be shown least of all. */
function traceable({ appId, msgId }: IncomingCall['sent'], secrets: readonly Secret[]) {
  return { appId: traceableId(appId, secrets), msgId: traceableId(msgId, secrets) }
}
