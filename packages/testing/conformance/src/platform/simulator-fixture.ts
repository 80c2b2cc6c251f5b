// A fixture on a simulator: it exists for one scenario.
import type { KeyObject } from 'node:crypto'
import { PATHS } from '@local-number/protocol'
import type { AppRegistration } from '@local-number/simulator-contract'
import type { Control } from '../control'
import { toHandsetRoute } from '../handset-route'
import { Unusable } from '../unusable'
import { type KeyPair, parsePublicKey } from './crypto'
import { type Fixture, type FixtureOptions, HTTPS_PARAMS, IMAGE_PARAMS } from './fixture'
import { createApp, createHandset, createHexDigits, createMsisdn } from './random-values'

/** A simulator, and the keys of every app of a run: generating and exporting keys takes longer than most scenarios. */
export interface SimulatorSubject {
  readonly control: Control
  /** The production line of the platform under test, without a trailing slash. */
  readonly address: string
  readonly testLineOrigin: string
  /** The test line's address of the HTTPS edition. */
  readonly httpsTestLineOrigin: string
  /** The customer's keys. */
  readonly keys: KeyPair
  /** The keys as the open platform stores them. */
  readonly registeredKeys: Pick<AppRegistration, 'customerPublicKeys' | 'platformKeys'>
  /** A pair that is not registered for any app. */
  readonly foreign: KeyPair
}

/**
 * Registers an app and adds a handset with a number of its own.
 *
 * @throws Unusable if the simulator refuses
 */
export async function createSimulatorFixture(simulator: SimulatorSubject, options: FixtureOptions): Promise<Fixture> {
  const { control, keys, registeredKeys, foreign, address, testLineOrigin, httpsTestLineOrigin } = simulator
  const wxappid = `wx${createHexDigits(16)}`
  const app = createApp({ ...registeredKeys, wxappids: [wxappid], ...options.registration })
  const handset = createHandset(options.handset)
  const { platformPublicKey } = await control.registerApp(app)
  const undo: (() => Promise<unknown>)[] = [() => control.deleteApp(app.appId), () => control.deleteHandset(handset.id)]
  const close = async () => {
    await Promise.allSettled(undo.map((step) => step()))
  }
  try {
    const { origin } = await control.addHandset(handset)
    const { appId, appKey } = app
    const ownLine = options.line ?? 'production'
    const msisdn = handset.msisdn ?? createMsisdn()
    return {
      customer: { appId, appKey, wxappid, keys, platformKey: parsePlatformKey(platformPublicKey) },
      foreign,
      msisdn,
      controls: { control: withUndo(control, undo), appId, handsetId: handset.id },
      imageParams: (line = ownLine) => IMAGE_PARAMS[line](msisdn),
      httpsParams: (line = ownLine) => HTTPS_PARAMS[line](msisdn),
      route(path, { line = ownLine, fromPhone }) {
        if (line === 'test') {
          const origin = path === PATHS.httpsGetMobile ? httpsTestLineOrigin : testLineOrigin
          return { url: `${origin}${path}`, headers: {} }
        }
        const from = fromPhone ? toHandsetRoute(origin, address) : { origin: address, headers: {} }
        return { url: `${from.origin}${path}`, headers: from.headers }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Restores also what does not belong to the app or the handset: the clock, and faults that no call has met. */
function withUndo(control: Control, undo: (() => Promise<unknown>)[]): Control {
  let isMoved = false
  return {
    ...control,
    async moveClock(change) {
      if (!isMoved) {
        const { clock } = await control.state()
        undo.push(() => setOffset(control, clock.offsetMs))
      }
      isMoved = true
      return control.moveClock(change)
    },
    async addFault(request) {
      const added = await control.addFault(request)
      undo.push(() => control.deleteFault(added.id))
      return added
    },
  }
}

async function setOffset(control: Control, offsetMs: number): Promise<void> {
  await control.moveClock({ reset: true })
  if (offsetMs !== 0) await control.moveClock({ advanceMs: offsetMs })
}

function parsePlatformKey(text: string): KeyObject {
  try {
    return parsePublicKey(text)
  } catch {
    throw new Unusable('the simulator sent no readable platform public key: use a simulator of the same version')
  }
}
