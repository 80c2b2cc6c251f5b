// Runs the server suite against a business server, with a simulator behind it.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { connectControl } from '../../src/control'
import { openServer, serverScenarios } from '../../src/server'
import { findFailures } from '../support/failures'
import { CUSTOMER } from './keys'

/** What a business server is configured with. */
export interface ServerConfig {
  readonly appId: string
  readonly appKey: string
  readonly customerPrivateKey: string
  readonly platformPublicKey: string
  readonly consentVersion: string
  /** Of the terms of the SMS way. */
  readonly smsConsentVersion: string
  /** Where text messages are posted. */
  readonly inboxOrigin: string
  /** The clock, in ms since 1970. The suite moves it. */
  readonly now: () => number
  /** Scheme, host and port of verify calls. */
  readonly verifyOrigin: string
}

/** Creates a business server when the platform's address is known. */
export type ServerFactory = (config: ServerConfig) => { readonly listener: RequestListener; close?(): Promise<void> }

const ANY_PORT = 'http://127.0.0.1:0'
const SMS_CONSENT_VERSION = 'sms-1'

let simulator: Simulator

/** Runs one simulator for a test file: every scenario adds its own handsets. */
export function useSimulator(): void {
  beforeAll(async () => {
    simulator = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [CUSTOMER.publicKey] }] })
  })
  afterAll(() => simulator.stop())
}

export function connectToSimulator() {
  return connectControl(simulator.adminOrigin)
}

export interface ServerRun {
  /** @default all */
  readonly scenarios?: typeof serverScenarios
  /** Whether the suite stands between server and platform. @default true */
  readonly hasRelay?: boolean
}

/** Returns the ids of the scenarios that a business server fails, with the reasons. */
export async function findServerFailures(
  createBusinessServer: ServerFactory,
  { scenarios = serverScenarios, hasRelay = true }: ServerRun = {},
): Promise<Record<string, string>> {
  let listener: RequestListener = (_, response) => void response.writeHead(503).end()
  const http = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  let moved = 0
  const { subject, has, close } = await openServer({
    address,
    control: connectToSimulator(),
    credentials: { httpsEditions: ['httpsMiniProgram'], smsConsentVersion: SMS_CONSENT_VERSION },
    relay: hasRelay ? ANY_PORT : undefined,
    inbox: ANY_PORT,
    moveClock: (byMs) => {
      moved += byMs
    },
  })
  const server = createBusinessServer({
    appId: DEMO_APP.appId,
    appKey: DEMO_APP.appKey,
    customerPrivateKey: CUSTOMER.privateKey,
    platformPublicKey: simulator.apps[0]!.platformPublicKey,
    consentVersion: '1',
    smsConsentVersion: SMS_CONSENT_VERSION,
    inboxOrigin: subject.inbox.origin,
    now: () => Date.now() + moved,
    verifyOrigin: subject.hasRelay ? subject.relay.origin : simulator.origin,
  })
  listener = server.listener
  try {
    return await findFailures(scenarios, subject, has)
  } finally {
    await close()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    await server.close?.()
  }
}
