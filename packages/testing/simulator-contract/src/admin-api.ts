// The admin API, one line per route. Bodies and answers are JSON; refusals are `AdminError` with a 4xx or 5xx status.
//
//   GET    /_sim/state                    SimulatorState
//   GET    /_sim/events                   server-sent events: `exchange` (ExchangeEvent), `state` (SimulatorState),
//                                         `cleared` ({}) when the traces were deleted
//   GET    /_sim/traces?limit=50          TraceSummary[], the newest first; limit 1–1,000, default 50
//   GET    /_sim/traces/:id               Trace
//   DELETE /_sim/traces
//   POST   /_sim/apps                     AppRegistration → AppView
//   PATCH  /_sim/apps/:appId              AppPatch → AppView
//   DELETE /_sim/apps/:appId
//   POST   /_sim/key-pairs                { bits } → KeyPair, generated for the customer and not stored
//   POST   /_sim/handsets                 Handset → HandsetView
//   PATCH  /_sim/handsets/:id             HandsetPatch → HandsetView
//   DELETE /_sim/handsets/:id
//   GET    /_sim/handsets                 HandsetView[]
//   PUT    /_sim/handsets/active          { id }
//   PUT    /_sim/handsets/:id/network     { network }
//   GET    /_sim/handsets/:id/messages    TextMessage[], those that have arrived, the newest first
//   POST   /_sim/messages                 TextMessageRequest: 202, whether or not a handset has the number
//   DELETE /_sim/checks                   forgets how often numbers were checked, for the daily limit
//   POST   /_sim/faults                   FaultRequest → Fault
//   DELETE /_sim/faults/:id
//   DELETE /_sim/faults
//   POST   /_sim/clock                    ClockChange → Clock
//   GET    /_sim/magic-numbers            MagicNumber[]
//   GET    /_sim/health                   { status: 'ok' }
//
// Every DELETE answers 204. With a token, requests carry `authorization: Bearer …`; `GET /_sim/events` and
// `POST /_sim/messages` also take it as `?token=`, because an EventSource and a webhook cannot set the header.
import type { AppView } from './app'
import type { Fault, FaultCall } from './fault'
import type { HandsetView } from './handset'
import type { KeyBits } from './signing'
import type { TextMessage } from './text-message'

/** Everything but the traces. */
export interface SimulatorState {
  readonly clock: Clock
  readonly apps: readonly AppView[]
  readonly handsets: readonly HandsetView[]
  readonly faults: readonly Fault[]
  /** The newest 200, also those that are still on their way. The newest first. */
  readonly messages: readonly TextMessage[]
  /** The gateway, without a trailing slash. */
  readonly origin: string
  /** The test line, without a trailing slash. */
  readonly testLineOrigin: string
  /** The HTTPS edition's call, without a trailing slash. */
  readonly httpsEditionOrigin: string
  /** The HTTPS edition's call on the test line, without a trailing slash. */
  readonly httpsEditionTestLineOrigin: string
}

export interface Clock {
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly now: number
  /** How far it is ahead of the machine's clock, in milliseconds; negative if it is behind. */
  readonly offsetMs: number
}

/**
 * Moves the clock by some milliseconds, sets it to a time in milliseconds since 1970, or resets it to the machine's.
 */
export type ClockChange = { readonly advanceMs: number } | { readonly now: number } | { readonly reset: true }

/** Both halves as base64 of DER: PKCS#8 and X.509. */
export interface KeyPair {
  readonly privateKey: string
  readonly publicKey: string
  readonly bits: KeyBits
}

/** A number that produces an outcome without any setup. */
export interface MagicNumber {
  readonly msisdn: string
  readonly call: FaultCall
  /** The return code; of a text message, what happens to it. */
  readonly code: string
  /** How to use it: as the SIM's number, or typed by the user. */
  readonly as: 'sim' | 'typed'
}
