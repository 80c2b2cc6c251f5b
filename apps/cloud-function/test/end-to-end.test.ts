// A whole login: the page's machine and SDK, wx.cloud in between, the function, and the carrier's simulator.
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { createCloudApi, createLogin, type LoginApi, LoginApiError, type LoginState } from '@local-number/login'
import type { VerifyRequest } from '@local-number/protocol'
import { createLocalNumberServer, createMemoryStores } from '@local-number/server'
import { createCloudFunction, createCloudOnceStore } from '@local-number/server/cloud'
import { readEnvironment } from '@local-number/server/env'
import { createTicketChecker } from '@local-number/server/ticket'
import { DEMO_APP, type Simulator } from '@local-number/simulator'
import {
  type CloudDatabaseDouble,
  createCloudDatabaseDouble,
} from '../../../packages/server/test/support/cloud-database-double'
import { loginConfig, phonePorts } from '../../stack/src/cli/phone'
import { createMain } from '../src'
import { createLog } from '../src/log'
import { environmentBeside, startCarrier } from './support/environment'
import { logLines } from './support/log-lines'
import { callFunctionOf, cloudOver, type Main } from './support/wx-cloud'

const PHONE = '13800138000'
const ALICE = 'oAlice-of_this-app-1234567890'
const MALLORY = 'oMallory-0987654321'

let carrier: Simulator
const log = logLines()
let database: CloudDatabaseDouble

// The carrier counts the checks of a number, and so does the function.
beforeEach(async () => {
  log.lines.length = 0
  database = createCloudDatabaseDouble()
  carrier = await startCarrier()
})
afterEach(() => carrier.stop())

/** An instance as it is deployed. */
const deployed = () => createMain(cloudOver(database), environmentBeside(carrier), log)

/** The same function by hand, for a single instance. */
function inMemory(): Main {
  const { server } = readEnvironment([environmentBeside(carrier)], { variables: {} })
  const { getWXContext } = cloudOver(database)
  const withStores = createLocalNumberServer({ ...server, stores: createMemoryStores(), log: createLog(log) })
  return createCloudFunction(withStores, { log: createLog(log), openId: () => getWXContext().OPENID })
}

const apiOf = (main: Main, openId = ALICE) =>
  createCloudApi({ cloudFunction: 'local-number' }, callFunctionOf(main, openId))

/** Types the phone once asked for it, and ends when the machine has an answer. */
function login(api: LoginApi, phone = PHONE): Promise<LoginState> {
  const around = {
    carrierOrigin: carrier.origin,
    backendUrl: '',
    appId: DEMO_APP.appId,
    wxappid: DEMO_APP.wxappids[0],
    consentVersion: '1',
  }
  return new Promise((resolve) => {
    let submitted = false
    const machine = createLogin(loginConfig(around), { ...phonePorts(around, () => undefined), api }, () => {
      const state = machine.store.getState()
      if (state.name === 'phoneEntry' && !submitted) {
        submitted = true
        machine.actions.edit(phone)
        machine.actions.submit()
      } else if (['verified', 'fallback', 'phoneEntry'].includes(state.name)) {
        disconnect()
        resolve(state)
      }
    })
    const disconnect = machine.connect()
    machine.actions.agree()
  })
}

/** Stops the machine's verify on its way, so that a test can send it as it likes. */
async function heldBack(api: LoginApi): Promise<VerifyRequest> {
  let held: VerifyRequest | undefined
  await login({
    sign: api.sign,
    verify: async (request) => {
      held = request
      throw new LoginApiError('heldBack')
    },
  })
  if (!held) throw new Error('the login never came to its verify')
  return held
}

function publicHalf(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
}

const call = () => ({ traceId: 'a'.repeat(32), signal: new AbortController().signal })

describe.each([
  ['with stores in the cloud database', deployed],
  ['with stores in memory', inMemory],
])('a login through a cloud function %s', (_, createInstance) => {
  let main: Main
  beforeEach(() => {
    main = createInstance()
  })

  test('verifies the number of this SIM', async () => {
    expect(await login(apiOf(main))).toMatchObject({ name: 'verified', phone: PHONE, ticket: expect.any(String) })
  })

  test('says that another number is not this SIM’s, and how many tries are left', async () => {
    const state = await login(apiOf(main), '13900139000')
    expect(state).toMatchObject({ name: 'phoneEntry', problem: 'notThisNumber', attemptsLeft: 4 })
  })

  test('spends an attempt once', async () => {
    const api = apiOf(main)
    const request = await heldBack(api)
    await expect(api.verify(request, call())).resolves.toMatchObject({ outcome: 'verified' })
    await expect(api.verify(request, call())).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  test('spends it once when it is sent twice at the same time', async () => {
    const api = apiOf(main)
    const request = await heldBack(api)
    const both = await Promise.allSettled([api.verify(request, call()), api.verify(request, call())])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('leaves a stranger nothing of another user’s attempt', async () => {
    const request = await heldBack(apiOf(main))
    await expect(apiOf(main, MALLORY).verify(request, call())).rejects.toMatchObject({ code: 'attemptSpent' })
    expect(log.lines.join('\n')).not.toContain('the platform gave its verdict')
  })

  test('brings neither number nor OpenID into the log', async () => {
    await login(apiOf(main))
    expect(log.lines.length).toBeGreaterThan(1)
    expect(log.lines.join('\n')).not.toMatch(new RegExp(`${PHONE}|${ALICE}`))
  })
})

describe('instances of the function', () => {
  test('share their attempts', async () => {
    const request = await heldBack(apiOf(deployed()))
    await expect(apiOf(deployed()).verify(request, call())).resolves.toMatchObject({ outcome: 'verified' })
    await expect(apiOf(deployed()).verify(request, call())).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  test('share the tickets that another function has taken', async () => {
    const environment = environmentBeside(carrier)
    const { ticket } = (await login(apiOf(deployed()))) as { ticket?: string }
    const checker = () =>
      createTicketChecker({
        key: { publicKey: publicHalf(environment.LOCAL_NUMBER_TICKET_PRIVATE_KEY) },
        issuer: 'local-number',
        audience: 'local-number',
        spent: createCloudOnceStore(database),
      })
    await expect(checker().check(ticket ?? '')).resolves.toMatchObject({ phoneNumber: `+86${PHONE}` })
    await expect(checker().check(ticket ?? '')).rejects.toMatchObject({ code: 'ticketSpent' })
  })
})

test('a database without the collection ends in the fallback, and the log says why', async () => {
  const main = createMain(cloudOver(createCloudDatabaseDouble([])), environmentBeside(carrier), log)
  expect(await login(apiOf(main))).toMatchObject({ name: 'fallback', reason: 'signingRefused', code: 'internal' })
  expect(log.lines.join('\n')).toContain('-502005')
})
