// How long a login waits before it offers a retry.
import { LoginApiError } from '../src/ports'
import { createWait } from '../src/wait'
import { createStandIns, goTo, START, type StandIns, settle, startLogin, submitNumber } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const DAY = 86_400_000

test.each([
  [1, 1],
  [0.2, 1],
  [45_000, 45_000],
  [DAY, DAY],
  [DAY + 1, DAY],
  [Number.MAX_VALUE, DAY],
  [Number.POSITIVE_INFINITY, DAY],
])('a server that names %d ms is waited for during %d ms', (named, ms) => {
  expect(createWait(named, START)).toEqual({ ms, until: START + ms })
})

test.each([0, -1, Number.NaN, Number.NEGATIVE_INFINITY, '45000', null, undefined, {}, [45_000]])(
  'a server that names %j is not waited for',
  (named) => {
    expect(createWait(named, START)).toBeNull()
  },
)

const refuse = (code: string, retryAfterMs: number) => () => Promise.reject(new LoginApiError(code, { retryAfterMs }))

/** A login whose server refuses to sign. */
async function refused(code: string, retryAfterMs: number) {
  const standIns = createStandIns()
  const { sign } = standIns
  standIns.sign = refuse(code, retryAfterMs)
  const login = startLogin(standIns)
  login.agree()
  await settle()
  return { login, standIns, serveAgain: () => Object.assign(standIns, { sign }) }
}

describe('a login that the server asks to wait', () => {
  test.each([
    ['rateLimited', 'rateLimited'],
    ['overloaded', 'signingRefused'],
    ['storeRestored', 'signingRefused'],
  ])('by %s is in the fallback with reason %s and the waiting time', async (code, reason) => {
    const { login } = await refused(code, 45_000)
    const wait = { ms: 45_000, until: START + 45_000 }
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code, wait })
    expect(login.getWaitMs()).toBe(45_000)
  })

  test('because too many of its checks failed waits as well', async () => {
    const standIns = createStandIns()
    standIns.verify = refuse('rateLimited', 45_000)
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login)
    const wait = { ms: 45_000, until: START + 45_000 }
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'rateLimited', code: 'rateLimited', wait })
  })

  test('waits until a point in time: what passes in the background counts, though no timer runs there', async () => {
    const { login, standIns } = await refused('rateLimited', 45_000)
    goTo('background', standIns)
    jest.setSystemTime(START + 40_000)
    goTo('foreground', standIns)
    expect(login.getWaitMs()).toBe(5000)
    jest.setSystemTime(START + 3 * DAY)
    expect(login.getWaitMs()).toBe(0)
  })

  test('goes on after it by a retry', async () => {
    const { login, serveAgain } = await refused('rateLimited', 45_000)
    serveAgain()
    await jest.advanceTimersByTimeAsync(45_000)
    login.retry()
    expect(login.getWaitMs()).toBe(0)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('still waits after a look at another way, also if that way fails', async () => {
    const { login } = await refused('rateLimited', 45_000)
    for (const end of [login.leave, () => login.failWay('serverUnreachable')]) {
      login.chooseWay('sms')
      expect(login.getWaitMs()).toBe(0)
      await jest.advanceTimersByTimeAsync(5000)
      end()
    }
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable' })
    expect(login.getWaitMs()).toBe(35_000)
  })

  test('does not wait longer because the phone’s clock was set back', async () => {
    const { login } = await refused('rateLimited', 45_000)
    jest.setSystemTime(START - DAY)
    expect(login.getWaitMs()).toBe(0)
  })

  test('to verify waits, too, and repeats nothing before', async () => {
    const standIns: StandIns = Object.assign(createStandIns(), { verify: refuse('overloaded', 2000) })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ reason: 'verificationUnavailable', code: 'overloaded' })
    expect(login.getWaitMs()).toBe(2000)
    expect(standIns.calls.filter((call) => call === 'verify')).toHaveLength(1)
  })

  test('in vain, since no retry could help, does not wait', async () => {
    const { login } = await refused('attemptsExhausted', 24 * DAY)
    expect(login.state()).toMatchObject({ reason: 'attemptsExhausted', wait: null })
    expect(login.getWaitMs()).toBe(0)
  })
})

test('a login that nobody asks to wait does not', async () => {
  const login = startLogin(Object.assign(createStandIns(), { networkType: 'none' as const }))
  expect(login.getWaitMs()).toBe(0)
  login.agree()
  await settle()
  expect(login.state()).toMatchObject({ name: 'fallback', wait: null })
  expect(login.getWaitMs()).toBe(0)
})
