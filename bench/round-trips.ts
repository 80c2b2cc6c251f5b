// From the tap to the token, and to the verified number, in round trips: fitted lines over networks of 25–400 ms, with
// warm connections, so that each answer takes one round trip. The clock is real, the servers are stand-ins: what counts
// is what the login waits for, and in which order.
// node --conditions=@local-number/source --import tsx bench/round-trips.ts
import { performance } from 'node:perf_hooks'
import { createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
import { createMiniProgramSdk, type WxLike } from '@local-number/jssdk/miniprogram'
import {
  createLogin,
  createPrefetch,
  DEFAULT_LIMITS,
  type EditionName,
  type EditionPort,
  type LoginPorts,
  type StateName,
} from '@local-number/login'

const ROUND_TRIPS_MS = [25, 50, 100, 200, 400]
/** The fastest counts: another process can only slow a login down. */
const REPEATS = 7
/** Between tick and tap, beside the one round trip that a signature needs. */
const THINKING_MS = 50
const PHONE = '13800138000'
const IDS = { traceId: '0123456789ABCDEFGHIJKLMNOPQRSTUV', timestamp: '20261122080000000', version: '1.0' }

const createFreePrefetch: EditionPort['createPrefetch'] = (options) => createPrefetch(options, async () => true)

const after = <T>(ms: number, answer: T) => new Promise<T>((resolve) => setTimeout(() => resolve(answer), ms))

/** Every request is answered after one round trip, by both editions' rules. */
const createWx = (roundTripMs: number): WxLike => ({
  getSystemInfoSync: () => ({ brand: 'b', model: 'm', platform: 'android', SDKVersion: '3.5.8' }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
  getNetworkType: ({ success }) => success({ networkType: '4g' }),
  request: ({ url, success }) => {
    const resultCode = '103000'
    const data = { header: { resultCode }, body: { resultCode, token: url } }
    setTimeout(() => success({ statusCode: 200, data }), roundTripMs)
    return undefined
  },
})

function createPorts(edition: EditionName, roundTripMs: number): LoginPorts {
  const wx = createWx(roundTripMs)
  const sdk = edition === 'image' ? createMiniProgramSdk(wx) : createHttpsMiniProgramSdk(wx)
  let ids = 0
  return {
    editions: [{ name: edition, sdk, ...(edition === 'https' && { createPrefetch: createFreePrefetch }) }],
    api: {
      sign: (_request, { traceId }) => after(roundTripMs, { sign: 's', attemptId: 'a', traceId, ids: IDS }),
      consent: (_request, { traceId }) => after(roundTripMs, { traceId }),
      verify: (_request, { traceId }) =>
        after(roundTripMs, { outcome: 'verified', code: '000', attemptsLeft: 4, traceId, ticket: 't' }),
    },
    network: { type: (signal) => sdk.networkType({ signal }), onChange: () => () => undefined },
    loadImage: () => after(roundTripMs, undefined),
    unsupported: () => null,
    now: () => Date.now(),
    newId: () => {
      ids += 1
      return `id ${ids}`
    },
  }
}

/** The ms from the tap on one screen, with the number typed and the box ticked, to the arrival in both states. */
async function logIn(edition: EditionName, roundTripMs: number): Promise<readonly [token: number, verified: number]> {
  const attempt = { appId: '300011877495' }
  const config = { attempt, consentVersion: '1', networkCheck: 'auto', limits: DEFAULT_LIMITS } as const
  const arrivals = new Map<StateName, number>()
  const login = createLogin(config, createPorts(edition, roundTripMs), ({ to }) => arrivals.set(to, performance.now()))
  const disconnect = login.connect()
  login.actions.edit(PHONE)
  login.actions.setAgreed(true)
  // The user reads on: the HTTPS edition fetches its signature meanwhile.
  await after(roundTripMs + THINKING_MS, undefined)
  const tapped = performance.now()
  await new Promise<void>((resolve) => {
    login.store.subscribe(({ name }) => name === 'verified' && setTimeout(resolve))
    login.actions.submit()
  })
  disconnect()
  const read = (name: StateName) => (arrivals.get(name) ?? Number.NaN) - tapped
  return [read('verifying'), read('verified')]
}

/** Least squares. */
function fitLine(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number
  readonly offset: number
} {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, ms]) => ms))]
  const slope = mean(points.map(([at, ms]) => (at - x) * (ms - y))) / mean(points.map(([at]) => (at - x) ** 2))
  return { slope, offset: y - slope * x }
}

async function logInFastest(edition: EditionName, roundTripMs: number): Promise<readonly [number, number]> {
  const fastest: [token: number, verified: number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const [token, verified] = await logIn(edition, roundTripMs)
    fastest[0] = Math.min(fastest[0], token)
    fastest[1] = Math.min(fastest[1], verified)
  }
  return fastest
}

async function main(): Promise<void> {
  for (const edition of ['image', 'https'] as const) {
    const toToken: [number, number][] = []
    const toVerified: [number, number][] = []
    for (const roundTripMs of ROUND_TRIPS_MS) {
      const [token, verified] = await logInFastest(edition, roundTripMs)
      toToken.push([roundTripMs, token])
      toVerified.push([roundTripMs, verified])
    }
    for (const [end, points] of Object.entries({ token: toToken, verified: toVerified })) {
      const { slope, offset } = fitLine(points)
      console.log(
        `${edition.padEnd(5)} tap to ${end.padEnd(8)} ${slope.toFixed(2)} round trips + ${offset.toFixed(0)} ms`,
      )
    }
  }
}

main()
