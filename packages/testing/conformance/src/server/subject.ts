// The business server that is tried, with the phones and the platform around it.
import { z } from 'zod'
import type { Control, SimulatorState } from '../control'
import { type HandsetWay, wayFrom } from '../handset-way'
import { send } from '../http'
import { newHandset } from '../platform/made-up'
import type { Need } from '../scenario'
import type { Opened, Target } from '../suite'
import { Unusable } from '../unusable'
import { openRelay, type Relay } from './relay'

/** What the business server is configured with, as far as the page knows it. */
export interface ServerApp {
  readonly appId: string
  readonly wxappid: string
  /** What nobody but the server and the platform may know; `null` if the suite does not, either. */
  readonly appKey: string | null
  /** The version of the terms that counts. */
  readonly consentVersion: string
}

/** A phone of its own SIM, for one scenario. */
export interface ServerPhone extends HandsetWay {
  /** The handset's id at the simulator. */
  readonly id: string
  readonly msisdn: string
}

export interface ServerSubject {
  /** Without a trailing slash. */
  readonly address: string
  readonly app: ServerApp
  /** @throws Unusable without a simulator */
  newPhone(): Promise<ServerPhone>
  /** @throws Unusable without a simulator */
  readonly control: Control
  /** @throws Unusable without a relay */
  readonly relay: Relay
  readonly hasRelay: boolean
}

const credentialsShape = z.object({
  appId: z.string().optional(),
  wxappid: z.string().optional(),
  consentVersion: z.string().default('1'),
})

/**
 * Opens a business server. Which app it serves, the credentials say, or a simulator with one app only.
 *
 * @throws Unusable when the server does not answer, its app is not known, or the relay cannot listen
 */
export async function openServer({ address, control, credentials, relay: at }: Target): Promise<Opened<ServerSubject>> {
  const read = credentialsShape.safeParse(credentials ?? {})
  if (!read.success) throw new Unusable('the credentials of a server are appId, wxappid and consentVersion, as texts')
  await send({ url: `${address}/` }).catch(() => {
    throw new Unusable('the business server does not answer: is --server its address?')
  })
  const state = await control?.state()
  const app = appOf(read.data, state)
  const platform = state?.origin ?? ''
  if (at !== undefined && state === undefined)
    throw new Unusable('a relay passes on to a simulator: give --control, too')
  const relay = at === undefined ? null : await openRelay({ at: placeOf(at), platform })
  const handsets: string[] = []
  const subject: ServerSubject = {
    address,
    app,
    hasRelay: relay !== null,
    async newPhone() {
      const handset = newHandset()
      const { origin } = await subject.control.addHandset(handset)
      handsets.push(handset.id)
      return { id: handset.id, msisdn: handset.msisdn ?? '', ...wayFrom(origin, platform) }
    },
    get control() {
      return needed(control, '--control')
    },
    get relay() {
      return needed(relay, '--relay')
    },
  }
  return {
    subject,
    has: [...(control ? (['control'] as Need[]) : []), ...(relay ? (['relay'] as Need[]) : [])],
    async close() {
      await Promise.allSettled([relay?.close(), ...handsets.map((id) => control?.deleteHandset(id))])
    },
  }
}

function appOf(given: z.infer<typeof credentialsShape>, state: SimulatorState | undefined): ServerApp {
  const { apps = [] } = state ?? {}
  const [only] = apps
  const filed = given.appId === undefined && apps.length === 1 ? only : apps.find(({ appId }) => appId === given.appId)
  const appId = given.appId ?? filed?.appId
  if (appId === undefined) throw new Unusable(whyUnknown(state))
  const wxappid = given.wxappid ?? filed?.wxappids[0] ?? ''
  return { appId, wxappid, appKey: filed?.appKey ?? null, consentVersion: given.consentVersion }
}

function whyUnknown(state: SimulatorState | undefined): string {
  if (state === undefined) return 'give --control, or say in --credentials which appId the server serves'
  const { length } = state.apps
  return length === 0
    ? 'the simulator has no app: file the one that the server serves, or say in --credentials which it is'
    : `the simulator has ${length} apps: say in --credentials which one the server serves`
}

function placeOf(address: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port || 80) }
}

function needed<T>(value: T | null, option: string): T {
  if (value === null) throw new Unusable(`this scenario needs ${option}`)
  return value
}
