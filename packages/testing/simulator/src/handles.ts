// What a program can do with a running simulator.
import type {
  AppCredentials,
  AppPatch,
  AppRegistration,
  Fault,
  FaultCall,
  FaultEffect,
  FaultRequest,
  Handset,
  HandsetPatch,
  TextMessage,
  Trace,
} from '@local-number/simulator-contract'
import type { Lines } from './lines/open-lines'
import { readInbox } from './platform/deliver-message'
import { appPatchSchema, appSchema } from './schemas/app'
import { handsetPatchSchema, handsetSchema } from './schemas/handset'
import { parseFields } from './schemas/parse-fields'
import { toCredentials } from './state/apps'
import { findDemoCustomer } from './state/seed'
import type { State } from './state/state'
import { DEFAULT_TRACES } from './storage/trace-table'

/** A fault that was switched on. */
export interface FaultHandle extends Fault {
  /** Switches the fault off, if it is still on. */
  clear(): void
}

export interface Handles {
  /** The private key of the demo's app, as base64 of PKCS#8 DER; `null` if `apps` was given. */
  readonly customerPrivateKey: string | null
  readonly apps: readonly AppCredentials[]
  readonly clock: SimulatorClockHandle
  /**
   * Switches a fault on for the next such call, or the next text message.
   *
   * @throws SimulatorError `faultMalformed`, `limitReached`, `unknownHandset`
   */
  once(call: FaultCall, effect: FaultEffect, about?: { readonly handset?: string }): FaultHandle
  /**
   * Switches a fault on, for `times` calls or until it is cleared.
   *
   * @throws SimulatorError `faultMalformed`, `limitReached`, `unknownHandset`
   */
  fault(request: FaultRequest): FaultHandle
  clearFaults(): void
  /**
   * The newest logins first, each with its calls.
   *
   * @param limit 1–1,000
   * @default 50
   */
  traces(limit?: number): readonly Trace[]
  /**
   * The text messages that a handset has received, the newest first.
   *
   * @param handset its id, or a magic number of text messages
   * @throws SimulatorError `unknownHandset`
   */
  inbox(handset: string): readonly TextMessage[]
  /** @throws SimulatorError `unknownHandset` */
  setActiveHandset(id: string): void
  /**
   * Adds a handset. Resolves once its origin answers: its own port if the others have ports and it is free, else
   * its host name.
   *
   * @throws SimulatorError `duplicateHandset`, `handsetMalformed`, `fieldsMalformed`, `limitReached`, `unknownHandset`
   *   for its hotspot
   */
  addHandset(handset: Handset): Promise<void>
  /** @throws SimulatorError `unknownHandset`, `handsetMalformed`, `fieldsMalformed` */
  updateHandset(id: string, patch: HandsetPatch): void
  /** @throws SimulatorError `duplicateApp`, `fieldsMalformed`, `limitReached` */
  addApp(registration: AppRegistration): void
  /** @throws SimulatorError `unknownApp`, `fieldsMalformed` */
  updateApp(appId: string, patch: AppPatch): void
}

export interface SimulatorClockHandle {
  /** Milliseconds since 1970. */
  now(): number
  /** @param ms how far, in milliseconds; negative is back. @throws SimulatorError `clockOutOfRange` */
  advance(ms: number): void
  /** @param ms the time to set, in milliseconds since 1970. @throws SimulatorError `clockOutOfRange` */
  set(ms: number): void
  /** Sets the clock to the machine's time. */
  reset(): void
}

export function createHandles(state: State, lines: Lines): Handles {
  const { apps, handsets, clock, faults, traces } = state
  const fault = (request: FaultRequest) => toHandle(faults.add(request))
  const toHandle = (added: Fault): FaultHandle => ({ ...added, clear: () => void faults.clear(added.id) })
  return {
    customerPrivateKey: findDemoCustomer(state)?.privateKey ?? null,
    get apps() {
      return apps.all.map(toCredentials)
    },
    clock: {
      now: clock.now,
      advance: (advanceMs) => void clock.change({ advanceMs }),
      set: (now) => void clock.change({ now }),
      reset: () => void clock.change({ reset: true }),
    },
    once: (call, effect, about = {}) => fault({ call, effect, ...about }),
    fault,
    clearFaults: () => faults.clearAll(),
    traces: (limit = DEFAULT_TRACES) => traces.listNewest(limit).flatMap<Trace>(({ id }) => traces.get(id) ?? []),
    inbox: (handset) => readInbox(state, handset),
    setActiveHandset: (id) => handsets.setActive(id),
    addHandset: async (handset) => void (await lines.addHandset(parseFields(handset, handsetSchema))),
    updateHandset: (id, patch) => void handsets.update(id, parseFields(patch, handsetPatchSchema)),
    addApp: (registration) => void apps.register(parseFields(registration, appSchema)),
    updateApp: (appId, patch) => void apps.update(appId, parseFields(patch, appPatchSchema)),
  }
}
