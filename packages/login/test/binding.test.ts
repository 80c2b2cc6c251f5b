// The binding goes from the app's backend into every sign, and nowhere else.
import type { Binding } from '../src/config'
import { createStandIns, never, START, type StandIns, settle, startLogin, submitNumber } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const SHA_256 = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'
const OTHER = SHA_256.replace('n', 'N')

const HTTPS: Partial<StandIns> = { editions: ['https'], consent: async () => ({ traceId: 'T' }) }

/** A login up to the field, as after a tap on a ticked box. */
async function agreed(binding: Binding, changes: Partial<StandIns> = {}) {
  const standIns = Object.assign(createStandIns(), changes)
  const sign = jest.spyOn(standIns, 'sign')
  const login = startLogin(standIns, { binding })
  login.setAgreed(true)
  await settle()
  login.agree()
  await settle()
  return { login, standIns, bindings: () => sign.mock.calls.map(([{ binding: sent }]) => sent) }
}

describe('a binding', () => {
  test.each<[string, Binding]>([
    ['a text', SHA_256],
    ['a function', () => SHA_256],
    ['a function that asks the backend', async () => SHA_256],
  ])('that is %s is sent with the sign', async (_what, binding) => {
    const { login, bindings } = await agreed(binding)
    expect(login.state().name).toBe('phoneEntry')
    expect(bindings()).toEqual([SHA_256])
  })

  test('is sent with the sign of the HTTPS edition, which comes before the tap', async () => {
    const { login, standIns, bindings } = await agreed(SHA_256, HTTPS)
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
    expect(bindings()).toEqual([SHA_256])
  })

  test.each<[string, Partial<StandIns>]>([
    ['image', {}],
    ['HTTPS', HTTPS],
  ])('that is a function is asked for each sign of the %s edition', async (_edition, changes) => {
    const values = [SHA_256, OTHER]
    const { login, bindings } = await agreed(() => values.shift() as string, changes)
    await jest.advanceTimersByTimeAsync(300_000)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(bindings()).toEqual([SHA_256, OTHER])
  })

  test('is in no state and no record', async () => {
    const { login } = await agreed(SHA_256)
    const seen: string[] = []
    login.store.subscribe((state) => seen.push(JSON.stringify(state)))
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(seen.join() + JSON.stringify(login.records)).not.toContain(SHA_256)
  })
})

describe('a binding that cannot be sent', () => {
  const raise = (): never => {
    throw new Error(SHA_256)
  }

  test.each<[string, unknown]>([
    ['too short', SHA_256.slice(1)],
    ['too long', `${SHA_256}A`],
    ['padded', `${SHA_256.slice(1)}=`],
    ['in base64 instead of base64url', SHA_256.replace('-', '+')],
    ['empty', ''],
    ['null', null],
    ['no text', [SHA_256]],
    ['from a function that returns nothing', () => undefined],
  ])('because it is %s ends the login as misconfigured, before anything is signed', async (_how, binding) => {
    for (const edition of [{}, HTTPS]) {
      const { login, standIns } = await agreed(binding as Binding, edition)
      expect(login.state()).toMatchObject({ name: 'fallback', reason: 'misconfigured', code: 'bindingMalformed' })
      expect(standIns.calls).not.toContain('sign')
      expect(JSON.stringify([login.state(), login.records])).not.toContain(SHA_256)
    }
  })

  test.each<[string, () => Promise<string>]>([
    ['throws', raise],
    ['rejects', () => Promise.reject(SHA_256)],
  ])('because its function %s ends as a server that cannot be reached, and a retry asks again', async (_how, fail) => {
    let asks = 0
    const binding = () => (asks++ === 0 ? fail() : Promise.resolve(SHA_256))
    const { login, standIns } = await agreed(binding)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable' })
    expect(standIns.calls).not.toContain('sign')
    expect(JSON.stringify([login.state(), login.records])).not.toContain(SHA_256)
    login.retry()
    await settle()
    expect(standIns.calls).toContain('sign')
  })

  test('because its function never ends is given up with the sign', async () => {
    const { login } = await agreed(never)
    await jest.advanceTimersByTimeAsync(4000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'sign' })
  })

  test.each<[string, Partial<StandIns>, (login: ReturnType<typeof startLogin>) => void]>([
    ['left', {}, (login) => login.leave()],
    ['unticked the box', HTTPS, (login) => login.setAgreed(false)],
  ])('because the user has %s meanwhile signs nothing', async (_what, changes, act) => {
    const standIns = Object.assign(createStandIns(), changes)
    let answer: (value: string) => void = () => undefined
    const binding = () => new Promise<string>((resolve) => (answer = resolve))
    const login = startLogin(standIns, { binding })
    login.setAgreed(true)
    if (!changes.editions) login.agree()
    await settle()
    act(login)
    answer(SHA_256)
    await settle()
    expect(standIns.calls).not.toContain('sign')
  })
})
