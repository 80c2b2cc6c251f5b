import { SdkError } from '@local-number/jssdk'
import { createLogin } from '../src/login'
import { LoginApiError } from '../src/ports'
import {
  answer,
  config,
  createPorts,
  createStandIns,
  never,
  START,
  type StandIns,
  settle,
  startLogin,
  submitNumber,
} from './stand-ins'

const raise = (thrown: unknown): never => {
  throw thrown
}

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('the platform’s own question to the user', () => {
  function asked(answer: () => Promise<void>) {
    const authorize = jest.fn(answer)
    const askNetwork = jest.fn(async () => '5g' as const)
    const standIns: StandIns = Object.assign(createStandIns(), { authorize, askNetwork })
    return { standIns, authorize, askNetwork, login: startLogin(standIns) }
  }
  const denied = (errno?: unknown) => () => Promise.reject({ errMsg: 'requirePrivacyAuthorize:fail', errno })

  test('comes after our own consent', async () => {
    const { authorize, login } = asked(never)
    await settle()
    expect(authorize).not.toHaveBeenCalled()
    login.agree()
    login.agree()
    expect(authorize).toHaveBeenCalledTimes(1)
  })

  test('comes before anything is sent or looked at', async () => {
    const { standIns, askNetwork, login } = asked(never)
    login.agree()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state().name).toBe('authorizing')
    expect(askNetwork).not.toHaveBeenCalled()
    expect(standIns.calls).toEqual([])
  })

  test('takes the user’s time, not the silent part’s', async () => {
    const { standIns, login } = asked(() => new Promise((resolve) => setTimeout(resolve, 60_000)))
    login.agree()
    standIns.loadImage = never
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state()).toMatchObject({ name: 'acquiring', deadline: START + 68_000 })
  })

  test.each([
    [104, '104'],
    ['104, said the user of 13800138000', null],
    [undefined, null],
  ])('denied with the errno %p is the fallback with the code %p', async (errno, code) => {
    const { standIns, login } = asked(denied(errno))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'privacyDenied', code, retryTo: 'consent' })
    expect(standIns.calls).toEqual([])
  })

  test('denied once may be granted at the next try, from our own consent on', async () => {
    const { standIns, login } = asked(denied(104))
    login.agree()
    await settle()
    standIns.authorize = async () => undefined
    login.retry()
    await settle()
    expect(login.state().name).toBe('consent')
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('is not repeated by a retry after it was granted', async () => {
    const { standIns, authorize, login } = asked(async () => undefined)
    standIns.loadImage = () => Promise.reject(new Error('500'))
    login.agree()
    await settle()
    login.retry()
    await settle()
    expect(authorize).toHaveBeenCalledTimes(1)
  })

  test('is asked again for a view that comes back', async () => {
    const { standIns, login } = asked(never)
    login.agree()
    login.disconnect()
    standIns.authorize = async () => undefined
    login.connect()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('left open means nothing once the user has chosen another way', async () => {
    let answer: () => void = () => undefined
    const { login } = asked(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    login.agree()
    login.leave()
    answer()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', retryTo: 'consent' })
  })

  test('does not exist on every platform', async () => {
    const login = createLogin(config(), { ...createPorts(createStandIns()), authorize: undefined })
    login.connect()
    login.actions.agree()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
  })

  test.each(['platformUnsupported', 'httpsPage', 'misconfigured'] as const)(
    'is spared a user whose login cannot work: %s',
    async (reason) => {
      const { standIns, authorize, askNetwork, login } = asked(async () => undefined)
      standIns.unsupported = { reason, code: 'why' }
      login.agree()
      await settle()
      expect(login.state()).toMatchObject({ name: 'fallback', reason, code: 'why', retryTo: null })
      expect(authorize).not.toHaveBeenCalled()
      expect(askNetwork).not.toHaveBeenCalled()
      expect(standIns.calls).toEqual([])
    },
  )
})

describe('the network check', () => {
  test.each([
    ['wifi', 'wifi'],
    ['none', 'offline'],
  ] as const)('%s ends in the fallback with reason %s, and nothing was sent', async (networkType, reason) => {
    const standIns = Object.assign(createStandIns(), { networkType })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code: networkType })
    expect(standIns.calls).toEqual([])
  })

  test('an unknown network is tried', async () => {
    const login = startLogin(Object.assign(createStandIns(), { networkType: 'unknown' as const }))
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test.each<[string, StandIns['askNetwork']]>([
    ['rejects', () => Promise.reject(new Error('getNetworkType:fail'))],
    [
      'throws',
      () => {
        throw new Error('getNetworkType is not a function')
      },
    ],
    ['says what nobody has heard of', async () => 'constructor' as never],
    ['says nothing', async () => undefined as never],
  ])('a platform that %s is unknown, and tried', async (_how, askNetwork) => {
    const login = startLogin(Object.assign(createStandIns(), { askNetwork }))
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('a platform that does not answer within its second is unknown, and tried', async () => {
    const login = startLogin(Object.assign(createStandIns(), { askNetwork: never }))
    login.agree()
    await jest.advanceTimersByTimeAsync(999)
    expect(login.state().name).toBe('checkingNetwork')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state().name).toBe('phoneEntry')
  })

  test('false skips it: nobody is even asked', async () => {
    const askNetwork = jest.fn(async () => 'wifi' as const)
    const login = startLogin(Object.assign(createStandIns(), { askNetwork }), { networkCheck: false })
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(askNetwork).not.toHaveBeenCalled()
  })

  test('the app’s own function hears unknown of a network that cannot be told', async () => {
    const networkCheck = jest.fn(() => true)
    const askNetwork = () => Promise.reject(new Error('getNetworkType:fail'))
    startLogin(Object.assign(createStandIns(), { askNetwork }), { networkCheck }).agree()
    await settle()
    expect(networkCheck.mock.calls).toEqual([['unknown']])
  })

  test('the app’s own function decides', async () => {
    const networkCheck = jest.fn(async () => false)
    const login = startLogin(Object.assign(createStandIns(), { networkType: '2g' as const }), { networkCheck })
    login.agree()
    await settle()
    expect(networkCheck).toHaveBeenCalledWith('2g')
    expect(login.state()).toMatchObject({ reason: 'networkRefused', code: '2g' })
  })

  test.each([
    ['throws', () => raise(new Error('broken'))],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['answers something untrue', () => undefined as never],
  ])('the app’s own function that %s has not allowed it', async (_how, networkCheck) => {
    const login = startLogin(createStandIns(), { networkCheck })
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'networkRefused' })
  })

  test('the app’s own function that never answers ends with the budget', async () => {
    const login = startLogin(createStandIns(), { networkCheck: never })
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('checkingNetwork')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'network' })
  })

  test('the app’s own function is not asked for a user who has left', async () => {
    const networkCheck = jest.fn(() => true)
    const login = startLogin(Object.assign(createStandIns(), { askNetwork: never }), { networkCheck })
    login.agree()
    await settle()
    login.leave()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(networkCheck).not.toHaveBeenCalled()
  })
})

describe('turning Wi-Fi off', () => {
  async function waiting() {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.retry()
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    return { standIns, login }
  }
  const change = async (standIns: StandIns, type: '4g' | 'none' | 'wifi') => {
    for (const listener of [...standIns.networkListeners]) listener(type)
    await settle()
  }

  test('goes on by itself when the network changes', async () => {
    const { standIns, login } = await waiting()
    await change(standIns, 'none')
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.networkListeners.size).toBe(0)
  })

  test('has a full budget again, however long the user took', async () => {
    const { standIns, login } = await waiting()
    await jest.advanceTimersByTimeAsync(600_000)
    standIns.loadImage = () => new Promise((resolve) => setTimeout(resolve, 4900))
    standIns.requestToken = () => never()
    await change(standIns, '4g')
    await jest.advanceTimersByTimeAsync(7899)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('stops listening when the user leaves', async () => {
    const { standIns, login } = await waiting()
    login.leave()
    expect(standIns.networkListeners.size).toBe(0)
    await change(standIns, '4g')
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', retryTo: 'awaitingCellular' })
  })

  test('goes on from a listener that hears of the network at once', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const ports = createPorts(standIns)
    const stop = jest.fn()
    const onChange = (listener: (type: '4g') => void) => {
      listener('4g')
      return stop
    }
    const network = { ...ports.network, onChange }
    const login = createLogin(config(), { ...ports, network })
    login.connect()
    login.actions.agree()
    await settle()
    login.actions.retry()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
    expect(stop).toHaveBeenCalledTimes(1)
  })

  test('a permission for a network that has changed again is dropped', async () => {
    const answers: ((allowed: boolean) => void)[] = []
    const networkCheck = (type: string) =>
      type === '4g' ? new Promise<boolean>((resolve) => answers.push(resolve)) : false
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns, { networkCheck })
    login.agree()
    await settle()
    login.retry()
    await settle()
    await change(standIns, '4g')
    await change(standIns, 'wifi')
    answers.shift()?.(true)
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    answers.shift()?.(true)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('waits on when the platform cannot tell the network now', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    standIns.askNetwork = () => raise(new Error('getNetworkType is not a function'))
    login.retry()
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })

  test('survives an app’s check that throws', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    let asked = 0
    const networkCheck = () => {
      asked += 1
      if (asked === 1) return false
      if (asked < 4) throw new Error('the app’s check is broken')
      return true
    }
    const login = startLogin(standIns, { networkCheck })
    login.agree()
    await settle()
    login.retry()
    await settle()
    await change(standIns, '4g')
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })
})

describe('failures of the silent part', () => {
  test.each([
    ['the image', { loadImage: async () => Promise.reject(new Error('500')) }, 'numberRetrievalFailed', '500'],
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
    const login = startLogin(Object.assign(createStandIns(), spoiled))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
    expect(login.state().traceId).toBeTruthy()
  })

  test('one failure aborts what still runs beside it', async () => {
    const standIns = createStandIns()
    let image: AbortSignal | undefined
    standIns.loadImage = (_image, signal) => {
      image = signal
      return never()
    }
    standIns.sign = () => Promise.reject(new LoginApiError('consentRequired'))
    startLogin(standIns).agree()
    await settle()
    expect(image?.aborted).toBe(true)
  })
})

describe('an api of the app’s own', () => {
  test.each<[string, () => unknown, string, string | null]>([
    ['answers nothing', () => undefined, 'signingRefused', 'malformedAnswer'],
    ['answers null', async () => null, 'signingRefused', 'malformedAnswer'],
    ['answers a text', async () => 'SIGNED', 'signingRefused', 'malformedAnswer'],
    ['leaves the attempt out', async () => ({ sign: 'SIGNED' }), 'signingRefused', 'malformedAnswer'],
    ['throws at once', () => raise(new Error('offline')), 'serverUnreachable', null],
    ['throws a text', () => raise('offline'), 'serverUnreachable', null],
    ['rejects with nothing', () => Promise.reject(), 'serverUnreachable', null],
    ['refuses at once', () => raise(new LoginApiError('closed')), 'signingRefused', 'closed'],
  ])('whose sign() %s ends in the fallback', async (_how, sign, reason, code) => {
    const login = startLogin(Object.assign(createStandIns(), { sign: sign as StandIns['sign'] }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
    expect(login.state().traceId).toBe('id 1')
  })

  test.each<[string, () => unknown, string, string | null]>([
    ['answers nothing', () => undefined, 'verificationUnavailable', 'malformedAnswer'],
    ['says just true', async () => true, 'verificationUnavailable', 'malformedAnswer'],
    ['has an outcome of its own', async () => ({ outcome: 'ok' }), 'verificationUnavailable', 'malformedAnswer'],
    ['has a prototype’s key', async () => ({ outcome: 'constructor' }), 'verificationUnavailable', 'malformedAnswer'],
    ['throws at once', () => raise(new Error('offline')), 'serverUnreachable', null],
    ['throws a text', () => raise('offline'), 'serverUnreachable', null],
  ])('whose verify() %s ends in the fallback', async (_how, verify, reason, code) => {
    const login = startLogin(Object.assign(createStandIns(), { verify: verify as StandIns['verify'] }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code })
  })

  test.each([Number.NaN, -1, 0.5, undefined])('that says %p attempts are left has none left', async (attemptsLeft) => {
    const verify = async () => answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: attemptsLeft as number })
    const login = startLogin(Object.assign(createStandIns(), { verify }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'attemptsExhausted', attemptsLeft: 0 })
  })

  test('needs no trace id of its own, and its answer may come without a promise', async () => {
    const sign = (() => ({ sign: 'SIGNED', attemptId: 'A' })) as unknown as StandIns['sign']
    const verify = (() => ({ outcome: 'verified' })) as unknown as StandIns['verify']
    const login = startLogin(Object.assign(createStandIns(), { sign, verify }))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', traceId: 'id 1', ticket: null })
  })

  test('whose thrown text holds a number tells nobody', async () => {
    const sign = () => raise(new Error('13800138000 is blocked'))
    const login = startLogin(Object.assign(createStandIns(), { sign }))
    login.agree()
    await settle()
    expect(JSON.stringify([login.state(), login.records])).not.toContain('13800138000')
  })
})

describe('time limits', () => {
  test.each([
    ['image', 5000, { loadImage: never }],
    ['sign', 4000, { sign: never }],
    ['token', 3000, { requestToken: never }],
  ] as const)('%s: given up after %d ms', async (step, ms, spoiled) => {
    const login = startLogin(Object.assign(createStandIns(), spoiled))
    login.agree()
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: step })
  })

  test('the silent part has one budget: steps that each keep their limit cannot outlast it together', async () => {
    const slow = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    const standIns = createStandIns()
    standIns.loadImage = () => slow(4900)
    standIns.requestToken = () => slow(2900).then(() => ({ token: 'T', userInformation: 'I' }))
    const login = startLogin(standIns, {
      networkCheck: () => slow(900).then(() => true),
    })
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('a step for which no time is left is not begun', async () => {
    const standIns = createStandIns()
    standIns.loadImage = async () => jest.setSystemTime(START + 8000)
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
    expect(standIns.calls).toEqual(['sign', 'image'])
  })

  test('the verification has a limit of its own', async () => {
    const standIns = Object.assign(createStandIns(), { verify: never })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login)
    await jest.advanceTimersByTimeAsync(8000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'verify' })
  })

  test('leave no timer behind', async () => {
    const login = startLogin(createStandIns())
    login.agree()
    await settle()
    await submitNumber(login)
    expect(jest.getTimerCount()).toBe(0)
  })
})
