// Our own business server keeps every rule of the suite.
import { createLocalNumberServer } from '@local-number/server'
import { localNumber } from '@local-number/server/koa'
import { createWebhookSender, type SmsLimitValues } from '@local-number/server/sms'
import Koa from 'koa'
import { serverScenarios } from '../../src/server'
import { TIMEOUT_MS } from '../fixtures/server/rules/platform'
import { chooseScenarios } from '../support/variants'
import { TICKET } from './keys'
import { connectToSimulator, findServerFailures, type ServerFactory, useSimulator } from './setup'

useSimulator()

/** The server waits for a silent platform several times; a busy machine needs longer. */
const WHOLE_SUITES_MS = 180_000

/** The suite has one address, and one session that guesses as often as it can. */
const LIMITS: Partial<SmsLimitValues> = { sendsPerAddress: 1_000, sendsPerSession: 10 }

const createOurServer: ServerFactory = ({ consentVersion, smsConsentVersion, inboxOrigin, ...config }) => {
  const server = createLocalNumberServer({
    ...config,
    editions: ['miniProgram', 'h5', 'httpsMiniProgram'],
    ticket: { privateKey: TICKET.privateKey, issuer: 'business', audience: 'shop' },
    hashSecret: 'a secret that only these tests use',
    consentVersions: [consentVersion],
    sms: {
      senders: [createWebhookSender({ url: inboxOrigin, secret: 'a secret that only these tests use' })],
      consentVersions: [smsConsentVersion],
      limits: LIMITS,
    },
    times: { platformTimeoutMs: TIMEOUT_MS },
  })
  const app = new Koa()
  app.silent = true
  app.use(localNumber(server).routes())
  return { listener: app.callback(), close: () => server.close() }
}

/**
 * Without a relay, the simulator produces the faults of these scenarios. The others do not depend on the relay: a share
 * of them runs again here, and nightly all of them.
 */
const WITHOUT_RELAY = chooseScenarios(serverScenarios, {
  name: 'without a relay',
  fails: serverScenarios.map(({ id }) => id).filter((id) => id.startsWith('@server_answer_')),
})

let withRelay: Record<string, string>
let withoutRelay: Record<string, string>
let faultId: string

beforeAll(async () => {
  const fault = { call: 'verify', effect: { status: 503 }, handset: 'cm-4g', times: null } as const
  faultId = (await connectToSimulator().addFault(fault)).id
  // Each run waits several times for a platform that does not answer.
  ;[withRelay, withoutRelay] = await Promise.all([
    findServerFailures(createOurServer),
    findServerFailures(createOurServer, { scenarios: WITHOUT_RELAY, hasRelay: false }),
  ])
}, WHOLE_SUITES_MS)

test('our business server fails no scenario', () => {
  expect(withRelay).toEqual({})
})

test('our business server fails no scenario without a relay, where the simulator produces the faults', () => {
  expect(withoutRelay).toEqual({})
})

test('a run without a relay leaves the faults of others in place', async () => {
  await expect(connectToSimulator().deleteFault(faultId)).resolves.toBeUndefined()
})

test('every scenario has an id of its own and titles in both languages', () => {
  const ids = serverScenarios.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^@server_[a-z0-9_]+$/.test(id))).toEqual([])
  for (const { title } of serverScenarios) expect(Object.values(title).every(Boolean)).toBe(true)
})
