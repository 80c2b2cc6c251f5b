import { SdkError } from '@local-number/jssdk'
import { LoginApiError } from '../src/ports'
import { loginIn, never, START, settle, submitNumber, world } from './doubles'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

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
