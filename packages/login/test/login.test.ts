import { createLogin } from '../src/login'
import { answer, config, loginIn, never, PHONE, portsOf, START, settle, submitNumber, world } from './doubles'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('a login', () => {
  test('sends nothing before the user has agreed', async () => {
    const self = world()
    const login = loginIn(self)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(self.calls).toEqual([])
    expect(login.state().name).toBe('consent')
  })

  test('goes from consent to verified', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', ticket: 'TICKET', traceId: 'the server’s trace' })
    expect(self.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })

  test('tells why it fell back', async () => {
    const login = loginIn(Object.assign(world(), { networkType: 'wifi' as const }))
    login.agree()
    await settle()
    expect(login.records[2]).toMatchObject({ to: 'fallback', reason: 'wifi', code: 'wifi', traceId: 'id 1' })
  })

  test('begins nothing before it is connected', async () => {
    const self = world()
    const login = createLogin(config(), portsOf(self))
    login.actions.agree()
    await settle()
    expect(self.calls).toEqual([])
    login.connect()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
  })

  test('does nothing for what means nothing now: no work is begun again', async () => {
    const self = Object.assign(world(), { loadImage: never })
    const login = loginIn(self)
    login.agree()
    await settle()
    const before = login.state()
    login.agree()
    login.edit(PHONE)
    login.submit()
    login.retry()
    await settle()
    expect(login.state()).toBe(before)
    expect(self.calls).toEqual(['sign', 'image'])
  })

  test('knows in each state what belongs to it, and nothing left over from the state before', async () => {
    const login = loginIn(world())
    login.agree()
    await settle()
    expect(login.state()).toEqual({
      name: 'phoneEntry',
      traceId: 'the server’s trace',
      phone: '',
      attemptsLeft: null,
      visit: 4,
      freshUntil: START + 55_000,
      problem: null,
    })
    await submitNumber(login)
    expect(Object.keys(login.state()).sort()).toEqual(['attemptsLeft', 'name', 'phone', 'ticket', 'traceId', 'visit'])
  })

  test('asks the server to sign while the image still loads: two round trips, not three', async () => {
    const self = world()
    self.loadImage = never
    loginIn(self).agree()
    await settle()
    expect(self.calls).toEqual(['sign', 'image'])
  })

  test('hands the server what it needs, and nothing else', async () => {
    const self = world()
    const sign = jest.spyOn(self, 'sign')
    const verify = jest.spyOn(self, 'verify')
    const login = loginIn(self)
    login.agree()
    await settle()
    await submitNumber(login, '+86 138-0013-8000')
    expect(sign.mock.calls[0]?.[0]).toEqual({
      preSign: 'pre-sign 1',
      consent: { version: '2026-11' },
      session: 'id 2',
    })
    expect(sign.mock.calls[0]?.[1]).toMatchObject({ traceId: 'id 1' })
    expect(verify.mock.calls[0]?.[0]).toEqual({
      attemptId: 'attempt 1',
      phone: PHONE,
      token: 'TOKEN 1',
      userInformation: 'INFO',
    })
  })

  test('keeps tokens out of its state and out of its records, and numbers out of its records', async () => {
    const self = world()
    const login = loginIn(self)
    const seen: string[] = []
    login.store.subscribe((state) => seen.push(JSON.stringify(state)))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(seen.join()).not.toMatch(/TOKEN|INFO|SIGNED/)
    expect(JSON.stringify(login.records)).not.toMatch(/TOKEN|INFO|SIGNED|1\d{10}[^0-9]/)
  })

  test('tells each step with the time it took', async () => {
    const self = world()
    self.loadImage = () => new Promise((resolve) => setTimeout(resolve, 120))
    const login = loginIn(self)
    await jest.advanceTimersByTimeAsync(3000)
    login.agree()
    await jest.advanceTimersByTimeAsync(120)
    expect(login.records).toMatchObject([
      { from: 'consent', event: 'agree', to: 'authorizing', ms: 3000 },
      { from: 'authorizing', event: 'authorized', to: 'checkingNetwork', ms: 0 },
      { from: 'checkingNetwork', event: 'networkAllowed', to: 'acquiring', ms: 0 },
      { from: 'acquiring', event: 'acquired', to: 'phoneEntry', ms: 120, reason: null, code: null },
    ])
  })
})

describe('a user who types slowly', () => {
  test('does not fail: the stale token is renewed silently at submit', async () => {
    const self = world()
    const verify = jest.spyOn(self, 'verify')
    const login = loginIn(self)
    login.agree()
    await settle()
    await jest.advanceTimersByTimeAsync(300_000)
    expect(self.calls.filter((call) => call === 'token')).toHaveLength(1)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(verify.mock.calls[0]?.[0]).toMatchObject({ token: 'TOKEN 2', attemptId: 'attempt 2' })
  })

  test('within the token’s life nothing is renewed', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await settle()
    await jest.advanceTimersByTimeAsync(54_999)
    await submitNumber(login)
    expect(self.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })
})

describe('an unused token', () => {
  test('is spent by a user who left the phone field and came back, not thrown away for another (103911)', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await settle()
    login.leave()
    login.retry()
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(self.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })

  test('that died meanwhile is renewed', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await settle()
    login.leave()
    await jest.advanceTimersByTimeAsync(55_000)
    login.retry()
    await submitNumber(login)
    expect(self.calls).toEqual(['sign', 'image', 'token', 'sign', 'image', 'token', 'verify'])
  })
})

describe('a wrong number', () => {
  test('can be corrected, with a new token, and the attempts left are known', async () => {
    const self = world()
    const verdicts = [answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: 3 }), answer({})]
    self.verify = async () => verdicts.shift() ?? answer({})
    const login = loginIn(self)
    login.agree()
    await settle()
    await submitNumber(login, '13900139000')
    expect(login.state()).toMatchObject({ name: 'phoneEntry', problem: 'notThisNumber', attemptsLeft: 3 })
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(self.calls).toEqual(['sign', 'image', 'token', 'verify', 'sign', 'image', 'token', 'verify'])
  })

  test('submitted twice in a hurry is verified once', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await settle()
    login.edit(PHONE)
    login.submit()
    login.submit()
    await settle()
    login.submit()
    expect(self.calls.filter((call) => call === 'verify')).toHaveLength(1)
  })

  test('can be left for the fallback', async () => {
    const self = Object.assign(world(), {
      verify: async () => answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: 3 }),
    })
    const login = loginIn(self)
    login.agree()
    await settle()
    await submitNumber(login)
    login.leave()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', phone: PHONE })
  })
})

describe('leaving', () => {
  test('aborts the work of the state, and its late answer is dropped', async () => {
    const self = world()
    let release: () => void = () => undefined
    let signal: AbortSignal | undefined
    self.loadImage = (_image, until) => {
      signal = until
      return new Promise((resolve) => {
        release = resolve
      })
    }
    const login = loginIn(self)
    login.agree()
    await settle()
    login.leave()
    expect(signal?.aborted).toBe(true)
    release()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(self.calls).not.toContain('token')
  })

  test('an unmounted view takes its work with it', async () => {
    const self = world()
    let signal: AbortSignal | undefined
    self.loadImage = (_image, until) => {
      signal = until
      return never()
    }
    const login = loginIn(self)
    login.agree()
    await settle()
    login.disconnect()
    expect(signal?.aborted).toBe(true)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state().name).toBe('acquiring')
    expect(jest.getTimerCount()).toBe(0)
  })

  test('after the view has left, nothing is begun for it', async () => {
    const self = world()
    const login = loginIn(self)
    login.disconnect()
    login.agree()
    await settle()
    expect(self.calls).toEqual([])
  })

  test('a view that mounts twice, as in StrictMode, spends nothing twice', async () => {
    const self = world()
    const login = loginIn(self)
    login.disconnect()
    login.connect()
    login.agree()
    await settle()
    expect(self.calls).toEqual(['sign', 'image', 'token'])
  })

  test('a view that comes back after a long time has its work begin again, with a full budget', async () => {
    const self = Object.assign(world(), { askNetwork: never<'5g'> })
    const login = loginIn(self)
    login.agree()
    login.disconnect()
    await jest.advanceTimersByTimeAsync(60_000)
    Object.assign(self, { askNetwork: async () => '5g', loadImage: never })
    const leaveAgain = login.connect()
    await settle()
    expect(login.state().name).toBe('acquiring')
    leaveAgain()
    await jest.advanceTimersByTimeAsync(60_000)
    self.loadImage = async () => undefined
    login.connect()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('a view that comes back while the token is renewed has a full budget, too', async () => {
    const self = world()
    const login = loginIn(self)
    login.agree()
    await jest.advanceTimersByTimeAsync(60_000)
    self.sign = never
    await submitNumber(login)
    expect(login.state().name).toBe('renewing')
    login.disconnect()
    await jest.advanceTimersByTimeAsync(60_000)
    self.sign = world().sign
    login.connect()
    await settle()
    expect(login.state().name).toBe('verified')
  })

  test('a view that left before does not end the work of the one that came after it', async () => {
    const self = Object.assign(world(), { loadImage: never })
    const login = loginIn(self)
    login.connect()
    login.agree()
    await settle()
    login.disconnect()
    await jest.advanceTimersByTimeAsync(5000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout' })
  })

  test('a view that comes back while Wi-Fi is to be turned off listens again', async () => {
    const self = Object.assign(world(), { networkType: 'wifi' as const })
    const login = loginIn(self)
    login.agree()
    await settle()
    login.retry()
    await settle()
    login.disconnect()
    expect(self.networkListeners.size).toBe(0)
    login.connect()
    await settle()
    expect(self.networkListeners.size).toBe(1)
    expect(login.state().name).toBe('awaitingCellular')
  })

  test('a view that comes back while verifying gets a new token for the one whose answer is lost', async () => {
    const self = world()
    self.verify = never
    const login = loginIn(self)
    login.agree()
    await settle()
    await submitNumber(login)
    login.disconnect()
    self.verify = async () => answer({})
    login.connect()
    await settle()
    expect(login.state().name).toBe('verified')
    expect(self.calls).toEqual(['sign', 'image', 'token', 'verify', 'sign', 'image', 'token', 'verify'])
  })
})
