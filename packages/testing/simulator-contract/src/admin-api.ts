// The admin API, one line per route. Bodies and answers are JSON; refusals are `AdminError` with a 4xx or 5xx status.
//
//   GET    /_sim/state                    SimulatorState
//   GET    /_sim/events                   server-sent events: `exchange` (ExchangeEvent), `state` (SimulatorState),
//                                         `cleared` ({}) when the traces were deleted
//   GET    /_sim/traces?limit=50          TraceSummary[], the newest first; 1–1,000, default 50
//   GET    /_sim/traces/:id               Trace
//   DELETE /_sim/traces
//   POST   /_sim/apps                     AppRegistration → AppView
//   PATCH  /_sim/apps/:appId              AppPatch → AppView
//   DELETE /_sim/apps/:appId
//   POST   /_sim/key-pairs                { bits } → KeyPair, made for the customer and kept nowhere
//   POST   /_sim/handsets                 Handset → HandsetView
//   PATCH  /_sim/handsets/:id             HandsetPatch → HandsetView
//   DELETE /_sim/handsets/:id
//   GET    /_sim/handsets                 HandsetView[]
//   PUT    /_sim/handsets/active          { id }
//   PUT    /_sim/handsets/:id/network     { network }
//   POST   /_sim/faults                   FaultRequest → Fault
//   DELETE /_sim/faults/:id
//   DELETE /_sim/faults
//   POST   /_sim/clock                    ClockChange → Clock
//   GET    /_sim/magic-numbers            MagicNumber[]
//   GET    /_sim/health                   { status: 'ok' }
//
// Every DELETE answers 204. With a token, requests carry `authorization: Bearer …`; `GET /_sim/events` also takes it as
// `?token=`, because an EventSource sends no headers.
import type { Call } from '@local-number/protocol/return-codes'
import type { AppView } from './app'
import type { Fault } from './fault'
import type { HandsetView } from './handset'
import type { KeyBits } from './signing'

/** Everything but the traces. */
export interface SimulatorState {
  readonly clock: Clock
  readonly apps: readonly AppView[]
  readonly handsets: readonly HandsetView[]
  readonly faults: readonly Fault[]
  /** Where the lines answer, without trailing slashes. */
  readonly origin: string
  readonly testLineOrigin: string
}

export interface Clock {
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly now: number
  /** How far it is ahead of the machine's, in milliseconds; negative when it is behind. */
  readonly offsetMs: number
}

/** Moves the clock by some milliseconds, sets it to a time since 1970, or lets it be the machine's again. */
export type ClockChange = { readonly advanceMs: number } | { readonly now: number } | { readonly reset: true }

/** Both base64 of DER: PKCS#8 and X.509. */
export interface KeyPair {
  readonly privateKey: string
  readonly publicKey: string
  readonly bits: KeyBits
}

/** A number that gives an outcome without any setup. */
export interface MagicNumber {
  readonly msisdn: string
  readonly call: Call
  readonly code: string
  /** Where it works: as the SIM's number, or typed by the user. */
  readonly as: 'sim' | 'typed'
}
