// The business server under test, with its phones and its platform.
import type { HttpsEdition } from '@local-number/protocol'
import { z } from 'zod'
import type { Control, SimulatorState } from '../control'
import { type HandsetRoute, toHandsetRoute } from '../handset-route'
import { send } from '../http'
import { createHandset } from '../platform/random-values'
import type { Need } from '../scenario'
import type { Opened, Target } from '../suite'
import { Unusable } from '../unusable'
import { type Inbox, openInbox } from './inbox'
import { parseListenAddress } from './listen-for'
import { openRelay, type Relay } from './relay'
import { createServerClock, type ServerClock } from './server-clock'

/** The part of the business server's configuration that a page knows. */
export interface ServerApp {
  readonly appId: string
  readonly wxappid: string
  /** A secret of server and platform; `null` if the suite does not know it. */
  readonly appKey: string | null
  /** The current version of the terms. */
  readonly consentVersion: string
  /** The current version of the terms of the SMS way. */
  readonly smsConsentVersion: string
}

/** A phone with its own SIM, for one scenario. */
export interface ServerPhone extends HandsetRoute {
  /** The handset's id in the simulator. */
  readonly id: string
  readonly msisdn: string
}

export interface ServerSubject {
  /** Without a trailing slash. */
  readonly address: string
  readonly app: ServerApp
  /** @throws Unusable without a simulator */
  addPhone(): Promise<ServerPhone>
  /** @throws Unusable without a simulator */
  readonly control: Control
  /** @throws Unusable without a relay */
  readonly relay: Relay
  readonly hasRelay: boolean
  /** @throws Unusable without an inbox */
  readonly inbox: Inbox
  readonly clock: ServerClock
  /** The variants of the HTTPS edition that the server signs for. */
  readonly httpsEditions: readonly HttpsEdition[]
}

const credentialsShape = z.object({
  appId: z.string().optional(),
  wxappid: z.string().optional(),
  consentVersion: z.string().default('1'),
  smsConsentVersion: z.string().default('1'),
  httpsEditions: z.array(z.enum(['httpsMiniProgram', 'httpsH5'])).default([]),
})

/**
 * Opens a business server. Its app is named by the credentials, or it is the only app of the simulator.
 *
 * @throws Unusable if the server does not answer, its app is unknown, or relay or inbox cannot listen
 */
export async function openServer(target: Target): Promise<Opened<ServerSubject>> {
  const { address, control, moveClock } = target
  const credentials = parseCredentials(target.credentials)
  await send({ url: `${address}/` }).catch(() => {
    throw new Unusable('the business server does not answer: start it, or correct the address in --server')
  })
  const { httpsEditions } = credentials
  const state = await control?.state()
  const app = findApp(credentials, state)
  const platform = state?.origin ?? ''
  const { relay, inbox } = await openListeners(target, state?.origin)
  const handsets: string[] = []
  const subject: ServerSubject = {
    address,
    app,
    hasRelay: relay !== null,
    httpsEditions,
    async addPhone() {
      const handset = createHandset()
      const { origin } = await subject.control.addHandset(handset)
      handsets.push(handset.id)
      return { id: handset.id, msisdn: handset.msisdn ?? '', ...toHandsetRoute(origin, platform) }
    },
    get control() {
      return requireOption(control, '--control')
    },
    get relay() {
      return requireOption(relay, '--relay')
    },
    get inbox() {
      return requireOption(inbox, '--inbox')
    },
    clock: createServerClock(moveClock),
  }
  const available: Readonly<Partial<Record<Need, boolean>>> = {
    control: control !== null,
    relay: relay !== null,
    https: httpsEditions.length > 0,
    inbox: inbox !== null,
    serverClock: moveClock !== undefined,
  }
  return {
    subject,
    has: (['control', 'relay', 'https', 'inbox', 'serverClock'] as const).filter((need) => available[need]),
    async close() {
      await Promise.allSettled([relay?.close(), inbox?.close(), ...handsets.map((id) => control?.deleteHandset(id))])
    },
  }
}

function parseCredentials(credentials: unknown): z.infer<typeof credentialsShape> {
  const read = credentialsShape.safeParse(credentials ?? {})
  if (read.success) return read.data
  throw new Unusable(
    'the credentials of a server must be appId, wxappid, consentVersion and smsConsentVersion, each as text, and ' +
      'httpsEditions, a list of httpsMiniProgram and httpsH5',
  )
}

/** @param platform its address, if there is a simulator */
async function openListeners({ relay: relayAt, inbox: inboxAt }: Target, platform: string | undefined) {
  if (relayAt !== undefined && platform === undefined) {
    throw new Unusable('--relay forwards calls to a simulator: pass --control as well')
  }
  const at = relayAt === undefined ? null : parseListenAddress(relayAt)
  const relay = at && (await openRelay({ at, platform: platform ?? '' }))
  try {
    return { relay, inbox: inboxAt === undefined ? null : await openInbox(parseListenAddress(inboxAt)) }
  } catch (error) {
    await relay?.close()
    throw error
  }
}

function findApp(credentials: z.infer<typeof credentialsShape>, state: SimulatorState | undefined): ServerApp {
  const { apps = [] } = state ?? {}
  const [only] = apps
  const isOnly = credentials.appId === undefined && apps.length === 1
  const registered = isOnly ? only : apps.find(({ appId }) => appId === credentials.appId)
  const appId = credentials.appId ?? registered?.appId
  if (appId === undefined) throw new Unusable(explainUnknownApp(state))
  const wxappid = credentials.wxappid ?? registered?.wxappids[0] ?? ''
  const { consentVersion, smsConsentVersion } = credentials
  return { appId, wxappid, appKey: registered?.appKey ?? null, consentVersion, smsConsentVersion }
}

function explainUnknownApp(state: SimulatorState | undefined): string {
  if (state === undefined) return 'the app of the server is unknown: pass --control, or its appId in --credentials'
  const { length } = state.apps
  return length === 0
    ? 'the simulator has no app: register the one that the server serves, or pass its appId in --credentials'
    : `the simulator has ${length} apps: pass the appId of the one that the server serves in --credentials`
}

function requireOption<T>(value: T | null, option: string): T {
  if (value === null) throw new Unusable(`this scenario needs ${option}`)
  return value
}
