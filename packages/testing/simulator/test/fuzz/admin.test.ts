// Fuzzing of the admin API and the phone routes: every request is answered in time, at worst with a 4xx.
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { CUSTOMER_PRIVATE_KEY, CUSTOMER_PUBLIC_KEY, REGISTERED_APP } from '../support/customer'
import { expectAnswered } from './support/expect-answered'
import { createAlteredMessage } from './support/messages'
import {
  compressSometimes,
  contentType,
  framing,
  oddHeaders,
  type RawRequest,
  varyMethod,
  varyTarget,
} from './support/requests'
import { createRunOptions, TIME_LIMIT } from './support/run-options'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator
let wires: Record<'admin' | 'gateway', Wire>

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
  wires = { admin: new Wire(simulator.adminOrigin), gateway: new Wire(simulator.origin) }
})

afterAll(async () => {
  for (const wire of Object.values(wires)) wire.close()
  await simulator.stop()
})

interface Route {
  readonly method: string
  readonly path: string
  /** A body that is accepted. @default no body */
  readonly body?: Readonly<Record<string, unknown>>
}

/** With a given key, since generating one takes longer than everything else here. */
const APP = { ...REGISTERED_APP, appId: '300000000001', platformKeys: { privateKey: CUSTOMER_PRIVATE_KEY } }
const APP_PATCH = {
  dailyLimit: 5,
  codes: 'family',
  customerPublicKeys: [CUSTOMER_PUBLIC_KEY],
  ipWhiteList: ['127.0.0.1'],
}
const HANDSET = { id: 'mine', label: '我的', msisdn: '13800138000', carrier: 'CM', network: '5g', hotspot: 'cm-4g' }
const FAULT = { call: 'getToken', effect: { delayMs: 5, jitterMs: 5, status: 503 }, handset: 'cm-5g', times: 3 }

const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/_sim/state' },
  { method: 'GET', path: '/_sim/events' },
  { method: 'GET', path: '/_sim/health' },
  { method: 'GET', path: '/_sim/magic-numbers' },
  { method: 'GET', path: '/_sim/traces?limit=50' },
  { method: 'GET', path: `/_sim/traces/${'0'.repeat(32)}` },
  { method: 'DELETE', path: '/_sim/traces' },
  { method: 'POST', path: '/_sim/apps', body: APP },
  { method: 'PATCH', path: `/_sim/apps/${REGISTERED_APP.appId}`, body: APP_PATCH },
  { method: 'DELETE', path: `/_sim/apps/${APP.appId}` },
  { method: 'DELETE', path: `/_sim/apps/${REGISTERED_APP.appId}` },
  { method: 'POST', path: '/_sim/key-pairs', body: { bits: 1024 } },
  { method: 'GET', path: '/_sim/handset' },
  { method: 'GET', path: '/_sim/handsets' },
  { method: 'POST', path: '/_sim/handsets', body: HANDSET },
  { method: 'PATCH', path: '/_sim/handsets/cm-5g', body: { label: 'x', network: 'wifi', hotspot: null } },
  { method: 'DELETE', path: '/_sim/handsets/mine' },
  { method: 'PUT', path: '/_sim/handsets/active', body: { id: 'cm-4g' } },
  { method: 'PUT', path: '/_sim/handsets/cm-wifi/network', body: { network: '4g' } },
  { method: 'GET', path: '/_sim/handsets/cm-5g/messages' },
  { method: 'POST', path: '/_sim/messages', body: { phone: '13800138000', code: '123456', locale: 'en' } },
  { method: 'POST', path: '/_sim/faults', body: FAULT },
  { method: 'DELETE', path: '/_sim/faults' },
  { method: 'DELETE', path: '/_sim/faults/none' },
  { method: 'POST', path: '/_sim/clock', body: { advanceMs: 1 } },
]

function listNames(body: object): string[] {
  return Object.entries(body).flatMap(([name, value]) => (isObject(value) ? [name, ...listNames(value)] : [name]))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const createRequest = ({ method, path, body }: Route): fc.Arbitrary<RawRequest> => {
  const base = { method: varyMethod(method), target: varyTarget(path), framing }
  if (!body) return fc.record({ ...base, headers: oddHeaders, body: fc.constant(null) })
  return createAlteredMessage(() => body, listNames(body))
    .chain(compressSometimes)
    .chain((compressed) =>
      fc.record({
        ...base,
        headers: fc
          .tuple(contentType, oddHeaders)
          .map(([type, odd]) => [['content-type', type] as const, ...compressed.headers, ...odd]),
        body: fc.constant(compressed.body),
      }),
    )
}

test(
  'requests to every route, and to paths like them, are answered',
  async () => {
    const port = fc.oneof({ weight: 4, arbitrary: fc.constant('admin' as const) }, fc.constant('gateway' as const))
    const request = fc.constantFrom(...ROUTES).chain(createRequest)
    await fc.assert(
      fc.asyncProperty(port, request, (port, request) => expectAnswered(wires[port], request)),
      createRunOptions(0.3),
    )
  },
  TIME_LIMIT,
)

afterEach(async () => {
  expect(failures).toEqual([])
  expect(await (await fetch(`${simulator.adminOrigin}/_sim/health`)).json()).toEqual({ status: 'ok' })
  const state = await fetch(`${simulator.adminOrigin}/_sim/state`)
  expect(await state.json()).toMatchObject({ origin: simulator.origin, handsets: expect.any(Array) })
})
