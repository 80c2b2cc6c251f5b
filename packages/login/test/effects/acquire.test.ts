// The effect of acquiring: image, signature and token.
import { SdkError } from '@local-number/jssdk'
import { LoginApiError } from '../../src/ports'
import { createStandIns, never, START, settle, startLogin } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('a failure of the silent part', () => {
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
