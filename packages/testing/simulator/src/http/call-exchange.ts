// One carrier call from arrival to answer.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Enrichment, FaultEffect, Handset } from '@local-number/simulator-contract'
import { NO_ANSWER } from '../common/no-answer'
import { ID_PARTS, readText, type WireMessage } from '../common/wire-message'
import type { Decision } from '../platform/codes'
import type { Findings } from '../trace/findings'
import type { RecordedExchange } from '../trace/recorded-exchange'

export interface ArrivedCall {
  readonly call: Call
  /** Whose origin the request was sent to; `null` on the test line, where handsets play no role. */
  readonly handset: Handset | null
  /** `null` if the request had no JSON body that parses. */
  readonly message: WireMessage | null
  /** Where the trace of the call is written. */
  readonly recorded: RecordedExchange
  /** Why the call could not be recorded. @default it was recorded */
  readonly recordingError?: unknown
}

/** What was answered. */
export interface Outcome {
  /** The code that the caller saw. */
  readonly outerCode: string
  /** The concrete code. */
  readonly innerCode: string
  readonly cause: CauseId | null
}

/** How the exchange ended. */
export interface ExchangeEnd {
  /** `null` if the connection was dropped. */
  readonly status: number | null
  /** Time to answer, in milliseconds. */
  readonly ms: number
}

export class CallExchange {
  readonly call: Call
  readonly handset: Handset | null
  readonly message: WireMessage | null
  readonly recordingError: unknown
  readonly #recorded: RecordedExchange
  #enrichment: Enrichment | null = null
  #forcedDecision: Decision | null = null
  #outcome: Outcome | null = null

  constructor({ call, handset, message, recorded, recordingError }: ArrivedCall) {
    this.call = call
    this.handset = handset
    this.message = message
    this.#recorded = recorded
    this.recordingError = recordingError
  }

  get traceId(): string {
    return this.#recorded.trace.id
  }

  /** What header enrichment did; `null` for calls that the gateway does not enrich. */
  get enrichment(): Enrichment | null {
    return this.#enrichment
  }

  /** What a fault decided in place of the platform. */
  get forcedDecision(): Decision | null {
    return this.#forcedDecision
  }

  /** `null` until the call is decided, and if the platform was never asked. */
  get outcome(): Outcome | null {
    return this.#outcome
  }

  /** An id of the message, unchecked; `''` if it is missing. */
  readId(name: string): string {
    return readText(this.message, ID_PARTS[this.call], name)
  }

  recordEnrichment(enrichment: Enrichment): void {
    this.#enrichment = enrichment
    this.#recorded.note({ enrichment })
  }

  recordFaults(faults: readonly FaultEffect[]): void {
    this.#recorded.note({ faults })
  }

  forceCode(code: string): void {
    this.#forcedDecision = { code, cause: null }
  }

  /** An arrow function, so that it can be passed to the platform. */
  readonly recordFindings = (findings: Findings): void => this.#recorded.note(findings)

  recordOutcome(outcome: Outcome): void {
    this.#outcome = outcome
  }

  /** Without an outcome the platform was never asked: the connection was dropped, or a fault answered. */
  end({ status, ms }: ExchangeEnd): void {
    const isDropped = status === null
    const { outerCode, innerCode, cause } = this.#outcome ?? {
      outerCode: '',
      innerCode: isDropped ? NO_ANSWER : '',
      cause: null,
    }
    this.#recorded.end({ ms, status, outerCode: isDropped ? NO_ANSWER : outerCode, innerCode, cause })
  }
}
