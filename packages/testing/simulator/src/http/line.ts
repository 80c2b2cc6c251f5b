// The Koa types of a line, and what its middleware hand on to each other.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Enrichment, FaultEffect, Handset } from '@local-number/simulator-contract'
import type { Middleware, ParameterizedContext } from 'koa'
import type { RecordedExchange } from '../trace/recorded-exchange'

/** What the caller was told, and what really was. */
export interface Outcome {
  readonly outerCode: string
  readonly innerCode: string
  readonly cause: CauseId | null
}

export interface LineState {
  /** Whose origin the request was sent to. Not set on the test line, where the handset plays no role. */
  handset?: Handset
  call?: Call
  exchange?: RecordedExchange
  /** What header enrichment did. */
  enrichment?: Enrichment
  /** The effects that were applied. */
  faults?: readonly FaultEffect[]
  /** A fault's: the platform answers with this code and does nothing else. */
  forcedCode?: string
  /** Set by a carrier route. */
  outcome?: Outcome
}

/** The state once the call and its exchange are known. */
export interface CarrierState extends LineState {
  call: Call
  exchange: RecordedExchange
}

export type LineContext = ParameterizedContext<LineState>
export type LineMiddleware = Middleware<LineState>
export type CarrierContext = ParameterizedContext<CarrierState>
export type CarrierMiddleware = Middleware<CarrierState>
