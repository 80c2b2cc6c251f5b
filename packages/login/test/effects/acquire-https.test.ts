// The effect of acquiring in the HTTPS edition: the signature with its ids, then one call.
import { type NetworkType, SdkError } from '@local-number/jssdk'
import { DEFAULT_LIMITS, type LoginConfig } from '../../src/config'
import { createStandIns, goTo, IDS, never, START, type StandIns, settle, startLogin, submitNumber } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

function createHttpsStandIns(changes: Partial<StandIns> = {}): StandIns {
  return Object.assign(createStandIns(), { editions: ['https'] }, changes)
}

async function agreed(standIns: StandIns, config: Partial<LoginConfig> = {}) {
  const login = startLogin(standIns, config)
  login.agree()
  await settle()
  return login
}

describe('number retrieval without an image', () => {
  test('is two round trips, one after the other, and the login ends verified', async () => {
    const standIns = createHttpsStandIns()
    const login = await agreed(standIns)
    expect(login.state().name).toBe('phoneEntry')
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', edition: 'https' })
    expect(standIns.calls).toEqual(['sign', 'httpsToken', 'verify'])
  })

  test('waits for the signature', async () => {
    const standIns = createHttpsStandIns({ sign: never })
    await agreed(standIns)
    expect(standIns.calls).toEqual(['sign'])
  })

  test('asks the business server for the edition, and passes its ids and signature on', async () => {
    const standIns = createHttpsStandIns()
    const [sign, requestToken] = [jest.spyOn(standIns, 'sign'), jest.spyOn(standIns, 'requestHttpsToken')]
    const verify = jest.spyOn(standIns, 'verify')
    await submitNumber(await agreed(standIns))
    expect(sign.mock.calls[0]?.[0]).toEqual({
      edition: 'httpsMiniProgram',
      consent: { version: '2026-11' },
      session: 'id 2',
    })
    expect(requestToken.mock.calls[0]?.[0]).toEqual({ ids: IDS, sign: 'SIGNED' })
    expect(requestToken.mock.calls[0]?.[1]).toMatchObject({ timeoutMs: 3000 })
    expect(verify.mock.calls[0]?.[0]).toMatchObject({ token: 'HTTPS TOKEN', userInformation: 'INFO' })
  })

  test('keeps a token for two minutes less the margin, counted from before its request', async () => {
    const slow = () =>
      new Promise<{ token: string; userInformation: string }>((resolve) =>
        setTimeout(() => resolve({ token: 'T', userInformation: 'I' }), 500),
      )
    const login = await agreed(createHttpsStandIns({ requestHttpsToken: slow }))
    await jest.advanceTimersByTimeAsync(500)
    expect(login.state()).toMatchObject({ name: 'phoneEntry', freshUntil: START + 115_000 })
  })

  test('renews an expired token in the same edition', async () => {
    const standIns = createHttpsStandIns()
    const login = await agreed(standIns)
    await jest.advanceTimersByTimeAsync(115_000)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'httpsToken', 'sign', 'httpsToken', 'verify'])
  })

  test('needs ids in the answer', async () => {
    const sign = async () => ({ sign: 'SIGNED', attemptId: 'A', traceId: 'T' })
    const standIns = createHttpsStandIns({ sign })
    const login = await agreed(standIns)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'signingRefused', code: 'malformedAnswer' })
    expect(standIns.calls).toEqual(['sign'])
  })

  test('ends when the user leaves, and a late token is dropped', async () => {
    const standIns = createHttpsStandIns()
    let signal: AbortSignal | undefined
    let answer: () => void = () => undefined
    standIns.requestHttpsToken = (_signed, limits) => {
      signal = limits?.signal
      return new Promise((resolve) => {
        answer = () => resolve({ token: 'T', userInformation: 'I' })
      })
    }
    const login = await agreed(standIns)
    login.leave()
    expect(signal?.aborted).toBe(true)
    answer()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', edition: 'https' })
  })

  test('starts over when the app was in the background and the call was interrupted', async () => {
    const standIns = createHttpsStandIns()
    let interrupt: (error: Error) => void = () => undefined
    const { requestHttpsToken } = standIns
    standIns.requestHttpsToken = () =>
      new Promise((_resolve, reject) => {
        interrupt = reject
      })
    const login = await agreed(standIns)
    goTo('background', standIns)
    interrupt(new SdkError('requestFailed', 'fail interrupted'))
    await settle()
    expect(login.state().name).toBe('acquiring')
    standIns.requestHttpsToken = requestHttpsToken
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'httpsToken', 'sign', 'httpsToken'])
  })
})

describe('on Wi-Fi', () => {
  const onWifi = (changes: Partial<StandIns> = {}) =>
    createHttpsStandIns({ networkType: 'wifi', forcesCellular: true, ...changes })

  test('the call is tried where it leaves over cellular', async () => {
    expect((await agreed(onWifi())).state()).toMatchObject({ name: 'phoneEntry', edition: 'https' })
  })

  test('nothing is sent where it cannot', async () => {
    const standIns = onWifi({ forcesCellular: false })
    expect((await agreed(standIns)).state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi', code: 'wifi' })
    expect(standIns.calls).toEqual([])
  })

  test('no network ends in the fallback even there', async () => {
    expect((await agreed(onWifi({ networkType: 'none' }))).state()).toMatchObject({ reason: 'offline', code: 'none' })
  })

  test('the app’s own check decides alone', async () => {
    const standIns = onWifi()
    const login = await agreed(standIns, { networkCheck: () => false })
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi' })
    expect(standIns.calls).toEqual([])
  })

  test.each([
    ['a request that failed', new SdkError('requestFailed', 'bind mobile socket failed'), '0'],
    ['103111 without an owner', new SdkError('tokenRefused', 'no', '103111'), '103111'],
    ['105002', new SdkError('tokenRefused', 'no', '105002'), '105002'],
    ['a call without an answer', new SdkError('timeout', 'no answer'), 'token'],
  ])('%s leads to the Wi-Fi screen, from which only cellular goes on', async (_what, error, code) => {
    const standIns = onWifi({ requestHttpsToken: () => Promise.reject(error) })
    const login = await agreed(standIns)
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi', code })
    login.retry()
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    for (const listener of [...standIns.networkListeners]) listener('wifi')
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    standIns.requestHttpsToken = createStandIns().requestHttpsToken
    for (const listener of [...standIns.networkListeners]) listener('5g')
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test.each(['CU', 'CT'] as const)('the SIM of %s is named at once, without a retry', async (owner) => {
    const error = new SdkError('tokenRefused', 'no', '103111', owner)
    const standIns = onWifi({ requestHttpsToken: () => Promise.reject(error) })
    const login = await agreed(standIns)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'otherCarrier', code: '103111', retryTo: null })
  })

  test('a refusal that Wi-Fi cannot explain keeps its reason', async () => {
    const error = new SdkError('tokenRefused', 'no', '103101')
    const login = await agreed(onWifi({ requestHttpsToken: () => Promise.reject(error) }))
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'tokenRefused', code: '103101' })
  })

  test('an app that checks the network itself gets the call’s own reason', async () => {
    const error = new SdkError('tokenRefused', 'no', '103111')
    const standIns = onWifi({ requestHttpsToken: () => Promise.reject(error) })
    const login = await agreed(standIns, { networkCheck: () => true })
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed', code: '103111' })
  })
})

describe('a failed call', () => {
  const failing = (changes: Partial<StandIns>) =>
    createHttpsStandIns({
      requestHttpsToken: () => Promise.reject(new SdkError('tokenRefused', 'no', '103111')),
      ...changes,
    })

  test.each<[NetworkType, string]>([
    ['none', 'offline'],
    ['5g', 'numberRetrievalFailed'],
    ['unknown', 'numberRetrievalFailed'],
  ])('while the network has become %s is %s', async (networkType, reason) => {
    const types: NetworkType[] = ['5g', networkType]
    const login = await agreed(failing({ askNetwork: async () => types.shift() ?? networkType }))
    expect(login.state()).toMatchObject({ name: 'fallback', reason, code: '103111' })
  })

  test('is not held up by a network that cannot be read', async () => {
    const asks = [async () => '5g' as const]
    const standIns = failing({ askNetwork: () => (asks.shift() ?? never<NetworkType>)() })
    const login = await agreed(standIns)
    await jest.advanceTimersByTimeAsync(999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed', code: '103111' })
  })

  test('ends within the silent part’s time, even if nothing answers', async () => {
    const slow = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const { sign } = createStandIns()
    const asks = [async () => '5g' as const]
    const standIns = createHttpsStandIns({
      sign: (request, call) => slow(3900).then(() => sign(request, call)),
      requestHttpsToken: never,
      askNetwork: () => (asks.shift() ?? never<NetworkType>)(),
    })
    const login = await agreed(standIns, { limits: { ...DEFAULT_LIMITS, tokenMs: 4000 } })
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
    expect(jest.getTimerCount()).toBe(0)
  })

  test('that used up all the time is reported without another look', async () => {
    const askNetwork = jest.fn(async () => 'wifi' as const)
    const standIns = createHttpsStandIns({ forcesCellular: true, askNetwork, requestHttpsToken: never })
    const login = await agreed(standIns, { limits: { ...DEFAULT_LIMITS, tokenMs: 9000 } })
    await jest.advanceTimersByTimeAsync(8000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
    expect(askNetwork).toHaveBeenCalledTimes(1)
  })

  test('of a login that is no longer on screen reads no network', async () => {
    const standIns = failing({})
    let fail: () => void = () => undefined
    standIns.requestHttpsToken = () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new SdkError('requestFailed', 'no'))
      })
    const login = await agreed(standIns)
    const askNetwork = jest.spyOn(standIns, 'askNetwork')
    login.disconnect()
    fail()
    await settle()
    expect(askNetwork).not.toHaveBeenCalled()
  })
})
