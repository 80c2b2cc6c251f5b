// A complete login: the page's machine and SDK, wx.cloud, the function, and the simulator.
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { createCloudApi, createLogin, type LoginApi, LoginApiError, type LoginState } from '@local-number/login'
import type { VerifyRequest } from '@local-number/protocol'
import { createMemoryStores } from '@local-number/server'
import { createCloudFunction, createCloudOnceStore } from '@local-number/server/cloud'
import { readEnvironment } from '@local-number/server/env'
import { createTicketChecker } from '@local-number/server/ticket'
import { DEMO_APP, type Simulator } from '@local-number/simulator'
import {
  type CloudDatabaseStandIn,
  createCloudDatabase,
} from '../../../packages/server/test/support/cloud-database-stand-in'
import { createLoginConfig, createPhonePorts } from '../../stack/src/cli/phone'
import { createMain } from '../src'
import { createLog } from '../src/log'
import { createEnvironment, startCarrier } from './support/environment'
import { createLogLines } from './support/log-lines'
import { createCallFunction, createCloud, type Main } from './support/wx-cloud'

const PHONE = '13800138000'
const ALICE = 'oAlice-of_this-app-1234567890'
const MALLORY = 'oMallory-0987654321'

let carrier: Simulator
const log = createLogLines()
let database: CloudDatabaseStandIn

// A new simulator and database for each test: both count the checks of a number.
beforeEach(async () => {
  log.lines.length = 0
  database = createCloudDatabase()
  carrier = await startCarrier()
})
afterEach(() => carrier.stop())

/** Creates an instance as it is deployed. */
const createDeployed = () => createMain(createCloud(database), createEnvironment(carrier), log)

/** Creates the same function with memory stores, for a single instance. */
function createInMemory(): Main {
  const { server } = readEnvironment([createEnvironment(carrier)], { variables: {} })
  const { getWXContext } = createCloud(database)
  const options = { ...server, stores: createMemoryStores(), log: createLog(log) }
  return createCloudFunction(options, { openId: () => getWXContext().OPENID })
}

const createApi = (main: Main, openId = ALICE) =>
  createCloudApi({ cloudFunction: 'local-number' }, createCallFunction(main, openId))

/** Types the phone number when the machine asks for it, and resolves when the machine has an answer. */
function login(api: LoginApi, phone = PHONE, edition: 'image' | 'https' = 'image'): Promise<LoginState> {
  const around = {
    carrierOrigin: carrier.origin,
    edition,
    backendUrl: '',
    appId: DEMO_APP.appId,
    wxappid: DEMO_APP.wxappids[0],
    consentVersion: '1',
  }
  return new Promise((resolve) => {
    let submitted = false
    const machine = createLogin(
      createLoginConfig(around),
      { ...createPhonePorts(around, () => undefined), api },
      () => {
        const state = machine.store.getState()
        if (state.name === 'phoneEntry' && !submitted) {
          submitted = true
          machine.actions.edit(phone)
          machine.actions.submit()
        } else if (['verified', 'fallback', 'phoneEntry'].includes(state.name)) {
          disconnect()
          resolve(state)
        }
      },
    )
    const disconnect = machine.connect()
    machine.actions.agree()
  })
}

/** Runs a login up to its verify request and returns that, so that a test can send it. */
async function captureVerify(api: LoginApi): Promise<VerifyRequest> {
  let captured: VerifyRequest | undefined
  await login({
    sign: api.sign,
    verify: async (request) => {
      captured = request
      throw new LoginApiError('heldBack')
    },
  })
  if (!captured) throw new Error('the login did not reach its verify')
  return captured
}

function derivePublicKey(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
}

const call = () => ({ traceId: 'a'.repeat(32), signal: new AbortController().signal })

describe.each([
  ['with stores in the cloud database', createDeployed],
  ['with stores in memory', createInMemory],
])('a login through a cloud function %s', (_, createInstance) => {
  let main: Main
  beforeEach(() => {
    main = createInstance()
  })

  test('verifies the SIM’s number', async () => {
    expect(await login(createApi(main))).toMatchObject({ name: 'verified', phone: PHONE, ticket: expect.any(String) })
  })

  test('answers notThisNumber with the tries left for another number', async () => {
    const state = await login(createApi(main), '13900139000')
    expect(state).toMatchObject({ name: 'phoneEntry', problem: 'notThisNumber', attemptsLeft: 4 })
  })

  test('verifies the SIM’s number in the HTTPS edition, whose ids come from the function', async () => {
    const state = await login(createApi(main), PHONE, 'https')
    expect(state).toMatchObject({ name: 'verified', phone: PHONE, ticket: expect.any(String) })
  })

  test('answers notThisNumber in the HTTPS edition for another number', async () => {
    const state = await login(createApi(main), '13900139000', 'https')
    expect(state).toMatchObject({ name: 'phoneEntry', problem: 'notThisNumber', attemptsLeft: 4 })
  })

  test('spends an attempt on one request', async () => {
    const api = createApi(main)
    const request = await captureVerify(api)
    await expect(api.verify(request, call())).resolves.toMatchObject({ outcome: 'verified' })
    await expect(api.verify({ ...request, token: 'another' }, call())).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  test('asks the platform once for two requests at the same time, and answers both', async () => {
    const api = createApi(main)
    const request = await captureVerify(api)
    const both = await Promise.allSettled([api.verify(request, call()), api.verify(request, call())])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })

  test('refuses another user’s attempt without a call to the platform', async () => {
    const request = await captureVerify(createApi(main))
    await expect(createApi(main, MALLORY).verify(request, call())).rejects.toMatchObject({ code: 'attemptSpent' })
    expect(log.lines.join('\n')).not.toContain('the platform gave its verdict')
  })

  test('logs neither number nor OpenID', async () => {
    await login(createApi(main))
    expect(log.lines.length).toBeGreaterThan(1)
    expect(log.lines.join('\n')).not.toMatch(new RegExp(`${PHONE}|${ALICE}`))
  })
})

describe('instances of the function', () => {
  test('share their attempts', async () => {
    const request = await captureVerify(createApi(createDeployed()))
    await expect(createApi(createDeployed()).verify(request, call())).resolves.toMatchObject({ outcome: 'verified' })
    const other = { ...request, token: 'another' }
    await expect(createApi(createDeployed()).verify(other, call())).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  test('share spent tickets with a ticket checker', async () => {
    const environment = createEnvironment(carrier)
    const { ticket } = (await login(createApi(createDeployed()))) as { ticket?: string }
    const checker = () =>
      createTicketChecker({
        key: { publicKey: derivePublicKey(environment.LOCAL_NUMBER_TICKET_PRIVATE_KEY) },
        issuer: 'local-number',
        audience: 'local-number',
        spent: createCloudOnceStore(database),
      })
    await expect(checker().check(ticket ?? '')).resolves.toMatchObject({ phoneNumber: `+86${PHONE}` })
    await expect(checker().check(ticket ?? '')).rejects.toMatchObject({ code: 'ticketSpent' })
  })
})

test('without its collection, a login ends in the fallback and the error is logged', async () => {
  const main = createMain(createCloud(createCloudDatabase([])), createEnvironment(carrier), log)
  expect(await login(createApi(main))).toMatchObject({ name: 'fallback', reason: 'signingRefused', code: 'internal' })
  expect(log.lines.join('\n')).toContain('-502005')
})
