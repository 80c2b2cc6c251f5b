// What a test can do with a running simulator.
import type { Call } from '@local-number/protocol/return-codes'
import type {
  AppCredentials,
  AppPatch,
  AppRegistration,
  Fault,
  FaultEffect,
  FaultRequest,
  Handset,
  HandsetPatch,
  Trace,
} from '@local-number/simulator-contract'
import { credentialsOf } from './apps'
import { demoCustomer } from './furnish'
import type { Lines } from './lines'
import { appPatchSchema, appSchema } from './schemas/app'
import { handsetPatchSchema, handsetSchema } from './schemas/handset'
import { parseFields } from './schemas/parse-fields'
import type { World } from './world'

/** A fault that was switched on. */
export interface FaultHandle extends Fault {
  /** Switches it off, if it still is on. */
  clear(): void
}

export interface Handles {
  /**
   * Signs for the demo's app: base64 of PKCS#8 DER. `null` if the options named other apps, whose customers have their own.
   */
  readonly customerPrivateKey: string | null
  readonly apps: readonly AppCredentials[]
  readonly clock: SimulatorClockHandle
  /** Makes the next such call go wrong. @throws SimulatorError `faultMalformed`, `limitReached`, `unknownHandset` */
  once(call: Call, effect: FaultEffect, about?: { readonly handset?: string }): FaultHandle
  /**
   * Makes calls go wrong, `times` of them or until it is cleared.
   *
   * @throws SimulatorError `faultMalformed`, `limitReached`, `unknownHandset`
   */
  fault(request: FaultRequest): FaultHandle
  clearFaults(): void
  /** The newest logins first, each with its calls. `limit`: 1–1,000, default 50. */
  traces(limit?: number): readonly Trace[]
  /** @throws SimulatorError `unknownHandset` */
  setActiveHandset(id: string): void
  /**
   * Resolves once its origin is answered: a port of its own if the others have ports and that one is free.
   *
   * @throws SimulatorError `doubledHandset`, `handsetMalformed`, `fieldsMalformed`, `limitReached`, `unknownHandset` for its
   *   hotspot
   */
  addHandset(handset: Handset): Promise<void>
  /** @throws SimulatorError `unknownHandset`, `handsetMalformed`, `fieldsMalformed` */
  updateHandset(id: string, patch: HandsetPatch): void
  /** @throws SimulatorError `doubledApp`, `fieldsMalformed`, `limitReached` */
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
  /** Back to the machine's. */
  reset(): void
}

const TRACES_BY_DEFAULT = 50

export function handlesOf(world: World, lines: Lines): Handles {
  const { apps, handsets, clock, faults, traces } = world
  const fault = (request: FaultRequest) => handleOf(faults.add(request))
  const handleOf = (added: Fault): FaultHandle => ({ ...added, clear: () => void faults.clear(added.id) })
  return {
    customerPrivateKey: demoCustomer(world)?.privateKey ?? null,
    get apps() {
      return apps.all.map(credentialsOf)
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
    traces: (limit = TRACES_BY_DEFAULT) => traces.newest(limit).flatMap<Trace>(({ id }) => traces.get(id) ?? []),
    setActiveHandset: (id) => handsets.setActive(id),
    addHandset: async (handset) => void (await lines.addHandset(parseFields(handset, handsetSchema))),
    updateHandset: (id, patch) => void handsets.update(id, parseFields(patch, handsetPatchSchema)),
    addApp: (registration) => void apps.file(parseFields(registration, appSchema)),
    updateApp: (appId, patch) => void apps.update(appId, parseFields(patch, appPatchSchema)),
  }
}
