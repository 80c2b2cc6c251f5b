// Thousands of honest users share one IPv4 address of a carrier: with the default limits none of them is refused. Five
// minutes pass by a clock of the test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPreSign, createSession } from '../../../packages/server/test/support/business'
import { startPlatform } from '../../../packages/server/test/support/platform-stand-in'
import { createRedisServers } from '../../../packages/server/test/support/redis-servers'
import { loadConfig, startBackend } from '../src'
import { createLogLines, environment } from './support/environment'

const LOGINS = 3_000
const FIVE_MINUTES = 300_000
const AT_A_TIME = 20
const TIME_LIMIT = 600_000

const redis = createRedisServers()
const folder = mkdtempSync(join(tmpdir(), 'many-logins-'))

afterEach(() => jest.restoreAllMocks())

afterAll(async () => {
  await redis.endAll()
  rmSync(folder, { recursive: true })
})

async function start(store: string, now: () => number) {
  const platform = await startPlatform()
  const origin = { LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin }
  const config = loadConfig({ ...environment, ...origin, LOCAL_NUMBER_STORE: store, DATA_DIR: folder })
  // A busy machine must not reach the platform's time limit.
  const times = { platformTimeoutMs: 60_000 }
  const backend = await startBackend(config, { logTo: createLogLines(), stopNoticeMs: 0, now, times })
  const post = async (route: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${backend.url}/api/local-number/${route}`, init)
    return { headers: response.headers, body: Object(await response.json()) }
  }
  /** Returns the outcome, and what the limit had left. */
  const logIn = async (index: number) => {
    const sign = { preSign: createPreSign(now()), consent: { version: '1' }, session: createSession() }
    const signed = await post('sign', sign)
    const verify = { attemptId: signed.body.attemptId, token: `token-${index}`, userInformation: 'ZQ%3D%3D' }
    const { body } = await post('verify', { ...verify, phone: `138${String(index).padStart(8, '0')}` })
    const [, left] = /^"signsPerIpv4";r=(\d+);/.exec(signed.headers.get('ratelimit') ?? '') ?? []
    return { outcome: body.outcome ?? signed.body.code ?? body.code, left: Number(left) }
  }
  const close = async () => {
    await backend.close()
    await platform.close()
  }
  return { logIn, close }
}

test.each([
  ['SQLite', async () => 'sqlite'],
  ['Redis', async () => (await redis.start()).address],
])(
  'with the store in %s, 3,000 logins from one address within five minutes all succeed',
  async (_, openStore) => {
    const began = Date.now()
    let time = began
    // The limiter's library reads the clock itself.
    jest.spyOn(Date, 'now').mockImplementation(() => time)
    const { logIn, close } = await start(await openStore(), () => time)
    const arrivals = Array.from({ length: LOGINS }, () => began + Math.random() * FIVE_MINUTES).sort((a, b) => a - b)
    const logins: { readonly outcome: string; readonly left: number }[] = []
    for (let first = 0; first < LOGINS; first += AT_A_TIME) {
      time = Math.floor(arrivals[first] as number)
      logins.push(...(await Promise.all(Array.from({ length: AT_A_TIME }, (_none, index) => logIn(first + index)))))
    }
    await close()
    expect(logins.filter(({ outcome }) => outcome !== 'verified')).toEqual([])
    // All of them counted for one address, and a minute's limit is 1,200.
    const least = Math.min(...logins.map(({ left }) => left))
    expect([least > 0, least < 700]).toEqual([true, true])
  },
  TIME_LIMIT,
)
