// A stage on a simulator: made for one scenario, and taken away after it.
import type { KeyObject } from 'node:crypto'
import type { Control } from '../control'
import { wayFrom } from '../handset-way'
import { Unusable } from '../unusable'
import { type KeyPair, readPublicKey } from './crypto'
import { hexDigits, newApp, newHandset, newMsisdn } from './made-up'
import { IMAGE_PARAMS, type Stage, type StageOptions } from './stage'

/** A simulator: its lines and who can change it. */
export interface Simulated {
  readonly control: Control
  /** The platform that is tried, without a trailing slash: of the production line. */
  readonly address: string
  readonly testLineOrigin: string
  /** The customer's. Every app of a run has the same keys: generating a pair takes longer than most scenarios. */
  readonly keys: KeyPair
  /** The platform's. */
  readonly platformKeys: KeyPair
  readonly foreign: KeyPair
}

/**
 * A stage on a simulator: own app, own handset with a number of its own.
 *
 * @throws Unusable when the simulator refuses
 */
export async function controlledStage(simulated: Simulated, options: StageOptions): Promise<Stage> {
  const { control, keys, platformKeys, foreign, address, testLineOrigin } = simulated
  const wxappid = `wx${hexDigits(16)}`
  const app = newApp({ customerKeys: keys, platformKeys }, { wxappid, filed: options.filed })
  const handset = newHandset(options.handset)
  const { platformPublicKey } = await control.fileApp(app)
  const undo: (() => Promise<unknown>)[] = [() => control.deleteApp(app.appId), () => control.deleteHandset(handset.id)]
  const close = async () => {
    await Promise.allSettled(undo.map((step) => step()))
  }
  try {
    const { origin } = await control.addHandset(handset)
    const { appId, appKey } = app
    const customer = { appId, appKey, wxappid, keys, platformKey: platformKey(platformPublicKey) }
    const own = options.line ?? 'production'
    const msisdn = handset.msisdn ?? newMsisdn()
    const way: Stage['way'] = (path, { line = own, fromPhone }) => {
      if (line === 'test') return { url: `${testLineOrigin}${path}`, headers: {} }
      const from = fromPhone ? wayFrom(origin, address) : { origin: address, headers: {} }
      return { url: `${from.origin}${path}`, headers: from.headers }
    }
    return {
      customer,
      foreign,
      msisdn,
      controls: { control: remembering(control, undo), appId, handsetId: handset.id },
      imageParams: (line = own) => IMAGE_PARAMS[line](msisdn),
      way,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What outlives an app and its handset is taken back, too: a fault that no call has met, and the time as it was. */
function remembering(control: Control, undo: (() => Promise<unknown>)[]): Control {
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
    addFault: async (request) => {
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

function platformKey(text: string): KeyObject {
  try {
    return readPublicKey(text)
  } catch {
    throw new Unusable('the simulator gave no platform public key: is it of the same version?')
  }
}
