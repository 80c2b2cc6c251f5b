// The effect of acquiring: image, signature and token.
import { SdkError } from '@local-number/jssdk'
import { LoginApiError } from '../../src/ports'
import { createStandIns, never, START, type StandIns, settle, startLogin, submitNumber } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('a failure of the silent part', () => {
  test.each([
    ['the image', { loadImage: async () => Promise.reject(new Error('500')) }, 'numberRetrievalFailed', '500'],
    [
      'a server that refuses to sign',
      { sign: async () => Promise.reject(new LoginApiError('preSignReplayed')) },
      'signingRefused',
      'preSignReplayed',
    ],
    [
      'a clock that the server calls wrong without its own time',
      { sign: async () => Promise.reject(new LoginApiError('preSignOutsideWindow')) },
      'clockWrong',
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

  test('aborts the step that runs beside it', async () => {
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

describe('an image that probably fails on this device', () => {
  const doubt = () => 'httpImageMaybeUpgraded'

  test.each<[string, StandIns['loadImage']]>([
    ['fails', () => Promise.reject(new Error('image'))],
    ['never answers', never],
  ])('and %s, ends as failed number retrieval with the code of the doubt', async (_how, loadImage) => {
    const standIns = Object.assign(createStandIns(), { loadImage, against: { image: { doubt }, https: {} } })
    const login = startLogin(standIns)
    login.agree()
    await jest.advanceTimersByTimeAsync(8000)
    expect(login.state()).toMatchObject({
      name: 'fallback',
      reason: 'numberRetrievalFailed',
      code: 'httpImageMaybeUpgraded',
    })
  })
})

describe('a phone whose clock is wrong', () => {
  const HOUR = 3_600_000

  /** Its attempts' options, and a server that signs only what is dated within a minute of its own clock. */
  function createLateServer(serverTime: () => number) {
    const standIns = createStandIns()
    const drifts: Array<number | undefined> = []
    const { createAttempt } = standIns
    standIns.createAttempt = (options, signal) => {
      drifts.push(options.clockDriftMs)
      return createAttempt(options, signal)
    }
    const { sign } = standIns
    standIns.sign = async (request, call) => {
      const dated = Date.now() + (drifts.at(-1) ?? 0)
      if (Math.abs(dated - serverTime()) < 60_000) return sign(request, call)
      throw new LoginApiError('preSignOutsideWindow', { serverTime: serverTime() })
    }
    return { standIns, drifts }
  }

  test.each([HOUR, -HOUR, 400 * 24 * HOUR])(
    'gets a second attempt by the server’s clock, %d ms away, and the user does not notice',
    async (drift) => {
      const { standIns, drifts } = createLateServer(() => Date.now() + drift)
      const login = startLogin(standIns)
      login.agree()
      await settle()
      expect(login.state().name).toBe('phoneEntry')
      expect(drifts).toEqual([0, drift])
      expect(standIns.calls).toEqual(['sign', 'image', 'sign', 'image', 'token'])
    },
  )

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e15, 8.64e15, 0])(
    'learns nothing from the impossible time %d of a broken server, and may try again',
    async (serverTime) => {
      const standIns = createStandIns()
      standIns.sign = () => Promise.reject(new LoginApiError('preSignOutsideWindow', { serverTime }))
      const login = startLogin(standIns)
      login.agree()
      await settle()
      expect(login.state()).toMatchObject({ name: 'fallback', reason: 'clockWrong', retryTo: 'consent' })
      expect(standIns.calls).toEqual(['sign', 'image'])
    },
  )

  test('keeps the correction for the login’s later attempts', async () => {
    const { standIns, drifts } = createLateServer(() => Date.now() + HOUR)
    const login = startLogin(standIns)
    login.agree()
    await settle()
    jest.setSystemTime(Date.now() + 60_000)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(drifts).toEqual([0, HOUR, HOUR])
  })

  test('stops loading the first attempt’s image', async () => {
    const { standIns } = createLateServer(() => Date.now() + HOUR)
    const images: AbortSignal[] = []
    standIns.loadImage = (_image, signal) => {
      images.push(signal)
      return images.length === 1 ? never() : Promise.resolve()
    }
    startLogin(standIns).agree()
    await settle()
    expect(images.map(({ aborted }) => aborted)).toEqual([true, false])
  })

  test('is told so when the server refuses the second attempt, too', async () => {
    const { standIns, drifts } = createLateServer(() => Date.now() + HOUR * drifts.length)
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'clockWrong', code: 'preSignOutsideWindow' })
    expect(drifts).toHaveLength(2)
  })

  test('is told so with the carrier’s own script, whose clock cannot be corrected', async () => {
    const { standIns, drifts } = createLateServer(() => Date.now() + HOUR)
    standIns.correctsClock = false
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'clockWrong', code: 'preSignOutsideWindow' })
    expect(drifts).toHaveLength(1)
  })
})
