// Whole logins over the carrier's own script, by edition, with nothing else changed.
import { createVendorDriver } from '@local-number/jssdk/vendor'
import {
  callsBackTwice,
  idsAtGetImgSrc,
  idsAtGetSign,
  idsPerPage,
  imageInside,
  neverCallsBack,
  Platform,
  preSignAfterImage,
  type StandIn,
  sealedPreSign,
  signPreSign,
  whoseToken,
} from '../../jssdk/test/vendor/stand-ins'
import { createStandIns, never, START, settle, startLogin, submitNumber } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

/** Logins of one page, which has one script. */
function page(standIn: StandIn) {
  const platform = new Platform()
  const { createAttempt } = createVendorDriver(standIn(platform))
  const standIns = Object.assign(createStandIns(), { createAttempt, loadImage: platform.load })
  standIns.sign = async ({ preSign = '' }) => ({ sign: signPreSign(preSign), attemptId: 'A', traceId: 'T' })
  return { standIns, platform, open: () => startLogin(standIns) }
}

describe.each<[string, StandIn, string[]]>([
  ['makes its ids once per page', idsPerPage, ['sign', 'image', 'verify']],
  ['makes its ids at getSign', idsAtGetSign, ['sign', 'image', 'verify']],
  ['makes its ids at getImgSrc', idsAtGetImgSrc, ['sign', 'image', 'verify']],
  ['calls back twice', callsBackTwice, ['sign', 'image', 'verify']],
  ['seals its pre-sign', sealedPreSign, ['image', 'sign', 'verify']],
  ['has no pre-sign before the image', preSignAfterImage, ['image', 'sign', 'verify']],
  ['has no getImgSrc', imageInside, ['sign', 'verify']],
])('a script that %s', (_what, standIn, calls) => {
  test(`logs in by ${calls.join(', ')}`, async () => {
    const { standIns, platform, open } = page(standIn)
    const verify = jest.spyOn(standIns, 'verify')
    const login = open()
    login.agree()
    await settle()
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', ticket: 'TICKET' })
    expect(verify.mock.calls[0]?.[0]).toMatchObject({ token: `token of ${platform.retrieved[0]}`, attemptId: 'A' })
    expect(standIns.calls).toEqual(calls)
  })
})

test('image and signing run together when the ids agree', async () => {
  const { standIns, open } = page(idsAtGetSign)
  standIns.sign = never
  standIns.loadImage = never
  open().agree()
  await settle()
  expect(standIns.calls).toEqual(['sign', 'image'])
})

test('signing waits for the image when the ids do not agree', async () => {
  const { standIns, open } = page(sealedPreSign)
  standIns.loadImage = never
  const login = open()
  login.agree()
  await jest.advanceTimersByTimeAsync(4999)
  expect(standIns.calls).toEqual(['image'])
  await jest.advanceTimersByTimeAsync(1)
  expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'image' })
})

test('an image that fails ends in the fallback, and a retry retrieves the number', async () => {
  const { standIns, platform, open } = page(idsAtGetSign)
  standIns.loadImage = () => Promise.reject(new Error('500'))
  const login = open()
  login.agree()
  await settle()
  expect(login.state()).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed', code: '500' })
  standIns.loadImage = platform.load
  login.retry()
  await settle()
  expect(login.state()).toMatchObject({ name: 'phoneEntry' })
})

test('a second attempt of a script with ids per page ends in the fallback idsRepeated, without a retry or a second signature', async () => {
  const { standIns, open } = page(idsPerPage)
  standIns.loadImage = () => Promise.reject(new Error('500'))
  const login = open()
  login.agree()
  await settle()
  login.retry()
  await settle()
  expect(login.state()).toMatchObject({
    name: 'fallback',
    reason: 'misconfigured',
    code: 'idsRepeated',
    retryTo: null,
  })
  expect(standIns.calls).toEqual(['sign', 'image'])
})

test.each<[string, StandIn, object]>([
  ['ends in the fallback', idsPerPage, { name: 'fallback', code: 'idsRepeated' }],
  ['makes another attempt', idsAtGetSign, { name: 'verified' }],
])('after a token has expired, a script with ids per page or per attempt %s', async (_what, standIn, state) => {
  const login = page(standIn).open()
  login.agree()
  await settle()
  await jest.advanceTimersByTimeAsync(55_000)
  await submitNumber(login)
  expect(login.state()).toMatchObject(state)
})

test('two logins of one page: the first gets its token, the second may try again', async () => {
  const { standIns, platform, open } = page(idsAtGetSign)
  let imageLoads: (nothing: undefined) => void = () => undefined
  standIns.loadImage = async (image) => {
    await new Promise((resolve) => {
      imageLoads = resolve
    })
    await platform.load(image)
  }
  const [first, second] = [open(), open()]
  first.agree()
  await settle()
  second.agree()
  await settle()
  expect(second.state()).toMatchObject({
    name: 'fallback',
    reason: 'numberRetrievalFailed',
    code: 'scriptBusy',
    retryTo: 'checkingNetwork',
  })
  imageLoads(undefined)
  await settle()
  expect(first.state().name).toBe('phoneEntry')
  second.retry()
  await settle()
  imageLoads(undefined)
  await settle()
  expect(second.state().name).toBe('phoneEntry')
})

test('a login that is left during number retrieval frees the script for the next one', async () => {
  const { standIns, platform, open } = page(idsAtGetSign)
  standIns.loadImage = never
  const first = open()
  first.agree()
  await settle()
  first.disconnect()
  standIns.loadImage = platform.load
  const second = open()
  second.agree()
  await settle()
  expect(second.state().name).toBe('phoneEntry')
})

describe('a script that never calls back', () => {
  test('is stopped after the token’s time limit', async () => {
    const login = page(neverCallsBack).open()
    login.agree()
    await jest.advanceTimersByTimeAsync(2999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('is stopped after the limits of image and token when it loads the image itself', async () => {
    const login = page((platform) => ({ ...imageInside(platform), getTokenInfo: () => undefined })).open()
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'image' })
  })
})

test.each<[string, StandIn, string]>([
  ['a failed token request', whoseToken(({ error }) => error({ code: '500' })), 'carrierUnreachable'],
  [
    'a failed number retrieval when the script loads the image',
    (platform) => ({ ...imageInside(platform), getTokenInfo: ({ error }) => error({ code: '500' }) }),
    'numberRetrievalFailed',
  ],
])('500 means %s', async (_what, standIn, reason) => {
  const login = page(standIn).open()
  login.agree()
  await settle()
  expect(login.state()).toMatchObject({ name: 'fallback', reason, code: '500' })
})

test('an object that is not a script ends in the fallback', async () => {
  const login = page(() => ({}) as ReturnType<StandIn>).open()
  login.agree()
  await settle()
  expect(login.state()).toMatchObject({ name: 'fallback', reason: 'misconfigured', code: 'scriptUnusable' })
})
