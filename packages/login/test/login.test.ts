import { SdkError } from '@local-number/jssdk'
import { LoginApiError } from '../src/ports'
import { answer, loginIn, never, PHONE, START, settle, submitNumber, world } from './doubles'

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
    login.agree()
    await jest.advanceTimersByTimeAsync(120)
    expect(login.records).toMatchObject([
      { from: 'consent', event: 'agree', to: 'checkingNetwork', ms: 0 },
      { from: 'checkingNetwork', event: 'networkAllowed', to: 'acquiring' },
      { from: 'acquiring', event: 'acquired', to: 'phoneEntry', ms: 120, reason: null },
    ])
  })
})

describe('the network check', () => {
  test.each([
    ['wifi', 'wifi'],
    ['none', 'offline'],
  ] as const)('%s ends in the fallback with reason %s, and nothing was sent', async (networkType, reason) => {
    const self = Object.assign(world(), { networkType })
    const login = loginIn(self)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code: networkType })
    expect(self.calls).toEqual([])
  })

  test('an unknown network is tried', async () => {
    const login = loginIn(Object.assign(world(), { networkType: 'unknown' as const }))
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('false skips it', async () => {
    const login = loginIn(Object.assign(world(), { networkType: 'wifi' as const }), { networkCheck: false })
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('the app’s own function decides', async () => {
    const networkCheck = jest.fn(async () => false)
    const login = loginIn(Object.assign(world(), { networkType: '2g' as const }), { networkCheck })
    login.agree()
    await settle()
    expect(networkCheck).toHaveBeenCalledWith('2g')
    expect(login.state()).toMatchObject({ reason: 'networkRefused', code: '2g' })
  })

  test.each(['platformUnsupported', 'httpsPage', 'misconfigured'] as const)(
    '%s ends before anything is asked',
    async (reason) => {
      const self = Object.assign(world(), { unsupported: { reason, code: 'why' } })
      const login = loginIn(self)
      login.agree()
      await settle()
      expect(login.state()).toMatchObject({ name: 'fallback', reason, code: 'why', retryTo: null })
      expect(self.calls).toEqual([])
    },
  )
})

describe('turning Wi-Fi off', () => {
  async function waiting() {
    const self = Object.assign(world(), { networkType: 'wifi' as const })
    const login = loginIn(self)
    login.agree()
    await settle()
    login.retry()
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    return { self, login }
  }
  const change = async (self: ReturnType<typeof world>, type: '4g' | 'none' | 'wifi') => {
    for (const listener of [...self.networkListeners]) listener(type)
    await settle()
  }

  test('goes on by itself when the network changes', async () => {
    const { self, login } = await waiting()
    await change(self, 'none')
    expect(login.state().name).toBe('awaitingCellular')
    await change(self, '4g')
    expect(login.state().name).toBe('phoneEntry')
    expect(self.networkListeners.size).toBe(0)
  })

  test('has a full budget again, however long the user took', async () => {
    const { self, login } = await waiting()
    await jest.advanceTimersByTimeAsync(600_000)
    await change(self, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })

  test('stops listening when the user leaves', async () => {
    const { self, login } = await waiting()
    login.leave()
    expect(self.networkListeners.size).toBe(0)
    await change(self, '4g')
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', retryTo: 'awaitingCellular' })
  })

  test('survives an app’s check that throws', async () => {
    const self = Object.assign(world(), { networkType: 'wifi' as const })
    let asked = 0
    const networkCheck = () => {
      asked += 1
      if (asked === 1) return false
      if (asked < 4) throw new Error('the app’s check is broken')
      return true
    }
    const login = loginIn(self, { networkCheck })
    login.agree()
    await settle()
    login.retry()
    await settle()
    await change(self, '4g')
    expect(login.state().name).toBe('awaitingCellular')
    await change(self, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })
})

describe('failures of the silent part', () => {
  test.each([
    ['the image', { loadImage: async () => Promise.reject(new Error('500')) }, 'numberTakingFailed', '500'],
    [
      'a server that refuses to sign',
      { sign: async () => Promise.reject(new LoginApiError('preSignOutsideWindow')) },
      'signingRefused',
      'preSignOutsideWindow',
    ],
    [
      'a session with too many wrong numbers',
      { sign: async () => Promise.reject(new LoginApiError('attemptsExhausted')) },
      'attemptsExhausted',
      'attemptsExhausted',
    ],
    ['a server that is down', { sign: async () => Promise.reject(new Error('refused')) }, 'serverUnreachable', null],
    [
      'a token refused',
      { requestToken: async () => Promise.reject(new SdkError('tokenRefused', 'no', '130018')) },
      'tokenRefused',
      '130018',
    ],
    [
      'a platform that is down',
      { requestToken: async () => Promise.reject(new SdkError('requestFailed', 'no')) },
      'carrierUnreachable',
      '0',
    ],
    [
      'options that do not fit the wire',
      {
        createAttempt: () => {
          throw new SdkError('invalidParameters', 'no', '130030')
        },
      },
      'misconfigured',
      'invalidParameters',
    ],
  ])('%s', async (_name, spoiled, reason, code) => {
    const login = loginIn(Object.assign(world(), spoiled))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
    expect(login.state().traceId).toBeTruthy()
  })

  test('one failure aborts what still runs beside it', async () => {
    const self = world()
    let image: AbortSignal | undefined
    self.loadImage = (_image, signal) => {
      image = signal
      return never()
    }
    self.sign = () => Promise.reject(new LoginApiError('consentRequired'))
    loginIn(self).agree()
    await settle()
    expect(image?.aborted).toBe(true)
  })
})

describe('time limits', () => {
  test.each([
    ['image', 5000, { loadImage: never }],
    ['sign', 4000, { sign: never }],
    ['token', 3000, { requestToken: never }],
  ] as const)('%s: given up after %d ms', async (step, ms, spoiled) => {
    const login = loginIn(Object.assign(world(), spoiled))
    login.agree()
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: step })
  })

  test('the silent part has one budget: steps that each keep their limit cannot outlast it together', async () => {
    const slow = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    const self = world()
    self.loadImage = () => slow(4900)
    self.requestToken = () => slow(2900).then(() => ({ token: 'T', userInformation: 'I' }))
    const login = loginIn(self, {
      networkCheck: () => slow(900).then(() => true),
    })
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('the verification has a limit of its own', async () => {
    const self = Object.assign(world(), { verify: never })
    const login = loginIn(self)
    login.agree()
    await settle()
    await submitNumber(login)
    await jest.advanceTimersByTimeAsync(8000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'verify' })
  })

  test('leave no timer behind', async () => {
    const login = loginIn(world())
    login.agree()
    await settle()
    await submitNumber(login)
    expect(jest.getTimerCount()).toBe(0)
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

  test('a view that mounts twice, as in StrictMode, spends nothing twice', async () => {
    const self = world()
    const login = loginIn(self)
    login.disconnect()
    login.connect()
    login.agree()
    await settle()
    expect(self.calls).toEqual(['sign', 'image', 'token'])
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
