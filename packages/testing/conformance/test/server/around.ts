// What a business server stands in: a simulator and a port of its own.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { connectControl } from '../../src/control'
import { openServer, serverScenarios } from '../../src/server'
import { failuresOf } from '../support/failing'
import { CUSTOMER } from './customer'

/** What a business server is configured with. */
export interface Surroundings {
  readonly appId: string
  readonly appKey: string
  readonly customerPrivateKey: string
  readonly platformPublicKey: string
  readonly consentVersion: string
  /** Scheme, host and port of the verify call. */
  readonly verifyOrigin: string
}

/** Makes the business server's request listener once it is known where the platform is. */
export type MakeServer = (surroundings: Surroundings) => { readonly listener: RequestListener; close?(): Promise<void> }

let simulator: Simulator

/** One simulator for a test file: scenarios bring handsets of their own. */
export function runSimulator(): void {
  beforeAll(async () => {
    simulator = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [CUSTOMER.publicKey] }] })
  })
  afterAll(() => simulator.stop())
}

/** Of the simulator, as its user has it. */
export const userControl = () => connectControl(simulator.adminOrigin)

/** What a business server is put through: all scenarios, with a relay between it and the platform, unless said otherwise. */
export interface Trial {
  readonly scenarios?: typeof serverScenarios
  readonly hasRelay?: boolean
}

/** The ids of the scenarios that a business server fails, with why. */
export async function failuresOfServer(
  makeServer: MakeServer,
  { scenarios = serverScenarios, hasRelay = true }: Trial = {},
): Promise<Record<string, string>> {
  let listener: RequestListener = (_, response) => void response.writeHead(503).end()
  const http = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const control = userControl()
  const { subject, has, close } = await openServer({
    address,
    control,
    credentials: null,
    relay: hasRelay ? 'http://127.0.0.1:0' : undefined,
  })
  const server = makeServer({
    appId: DEMO_APP.appId,
    appKey: DEMO_APP.appKey,
    customerPrivateKey: CUSTOMER.privateKey,
    platformPublicKey: simulator.apps[0]!.platformPublicKey,
    consentVersion: '1',
    verifyOrigin: subject.hasRelay ? subject.relay.origin : simulator.origin,
  })
  listener = server.listener
  try {
    return await failuresOf(scenarios, subject, has)
  } finally {
    await close()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    await server.close?.()
  }
}
