// The HTTPS edition's signature, fetched between tick and tap, and the receipt that follows with the tap.
import { SdkError } from '@local-number/jssdk'
import type { SignRequest } from '@local-number/protocol'
import type { LoginConfig } from '../src/config'
import { LoginApiError } from '../src/ports'
import { PREFETCH_TTL_MS } from '../src/prefetch'
import {
  createStandIns,
  goTo,
  IDS,
  never,
  PHONE,
  START,
  type StandIns,
  settle,
  startLogin,
  submitNumber,
} from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const createHttpsStandIns = (changes: Partial<StandIns> = {}): StandIns =>
  Object.assign(createStandIns(), { editions: ['https'], consent: async () => ({ traceId: 'T' }) }, changes)

async function ticked(standIns: StandIns, config: Partial<LoginConfig> = {}) {
  const login = startLogin(standIns, config)
  login.setAgreed(true)
  await settle()
  return login
}

/** Holds back a call until it is answered. */
function hold<A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) {
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  return { release: () => release(), call: (...args: A) => gate.then(() => call(...args)) }
}

describe('after the tick', () => {
  test('the signature is asked for, with the edition and the session alone', async () => {
    const standIns = createHttpsStandIns()
    const sign = jest.spyOn(standIns, 'sign')
    const login = await ticked(standIns)
    expect(standIns.calls).toEqual(['sign'])
    expect(sign.mock.calls[0]?.[0]).toEqual({ edition: 'httpsMiniProgram', session: 'id 2' })
    expect(sign.mock.calls[0]?.[1].traceId).toBe(login.state().traceId)
    expect(login.state()).toMatchObject({ name: 'consent', agreed: true, edition: null })
  })

  test('neither device, network nor platform is asked', async () => {
    const doubt = jest.fn(() => null)
    const standIns = createHttpsStandIns({ against: { image: { doubt }, https: { doubt } } })
    const spies = [
      jest.spyOn(standIns, 'askNetwork'),
      jest.spyOn(standIns, 'authorize'),
      jest.spyOn(standIns, 'createAttempt'),
    ]
    await ticked(standIns)
    for (const spy of [...spies, doubt]) expect(spy).not.toHaveBeenCalled()
  })

  test('the edition that is left when the page excludes the other one is certain', async () => {
    const excluded = () => ({ reason: 'httpsPage', code: null }) as const
    const against = { image: { unsupported: excluded }, https: {} }
    const standIns = createHttpsStandIns({ editions: ['image', 'https'], against })
    await ticked(standIns)
    expect(standIns.calls).toEqual(['sign'])
  })

  test('without an edition that would use it, no edition is looked at', async () => {
    const unsupported = jest.fn(() => null)
    await ticked(createHttpsStandIns({ editions: ['image'], against: { image: { unsupported }, https: {} } }))
    expect(unsupported).not.toHaveBeenCalled()
  })

  test('one is asked for, however often the number is edited', async () => {
    const standIns = createHttpsStandIns()
    const login = await ticked(standIns)
    for (const digit of ['1', '13', '138']) login.edit(digit)
    login.setAgreed(true)
    await settle()
    expect(standIns.calls).toEqual(['sign'])
  })

  test.each<[string, Partial<StandIns>]>([
    ['the platform has something to ask first', { hasNothingToAsk: async () => false }],
    ['the platform cannot say', { hasNothingToAsk: () => Promise.reject(new Error('no')) }],
    ['the app’s own api takes no receipt afterwards', { consent: undefined }],
    ['the image edition comes first and can work', { editions: ['image', 'https'] }],
    ['only the image edition is possible', { editions: ['image'] }],
    ['no edition is possible', { editions: [] }],
  ])('nothing is asked for if %s', async (_what, changes) => {
    const standIns = createHttpsStandIns(changes)
    await ticked(standIns)
    expect(standIns.calls).toEqual([])
  })

  test('nothing is asked for while the login is not connected, and it is once it is again', async () => {
    const standIns = createHttpsStandIns()
    const login = startLogin(standIns)
    login.disconnect()
    login.setAgreed(true)
    await settle()
    expect(standIns.calls).toEqual([])
    login.connect()
    await settle()
    expect(standIns.calls).toEqual(['sign'])
  })

  test('an app’s own function that throws is no failure of the login', async () => {
    const sign = () => {
      throw new Error('offline')
    }
    const login = await ticked(createHttpsStandIns({ sign }))
    expect(login.state().name).toBe('consent')
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('the tap', () => {
  test('sends the receipt, then the carrier’s call beside it, and no second sign', async () => {
    const standIns = createHttpsStandIns({ consent: never, requestHttpsToken: never })
    const login = await ticked(standIns)
    login.agree()
    await settle()
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
  })

  test('on one screen goes on to verify', async () => {
    const standIns = createHttpsStandIns()
    const [consent, requestToken, verify] = [
      jest.spyOn(standIns as { consent: NonNullable<StandIns['consent']> }, 'consent'),
      jest.spyOn(standIns, 'requestHttpsToken'),
      jest.spyOn(standIns, 'verify'),
    ]
    const login = await ticked(standIns)
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', traceId: 'the server’s trace' })
    expect(consent.mock.calls[0]?.[0]).toEqual({ attemptId: 'attempt 0', consent: { version: '2026-11' } })
    expect(requestToken.mock.calls[0]?.[0]).toEqual({ ids: IDS, sign: 'SIGNED' })
    expect(verify.mock.calls[0]?.[0]).toMatchObject({ attemptId: 'attempt 0' })
  })

  test('waits for a signature that is still on its way, and asks for no second one', async () => {
    const standIns = createHttpsStandIns()
    const { call, release } = hold(standIns.sign)
    standIns.sign = call
    const login = await ticked(standIns)
    login.agree()
    await settle()
    expect(standIns.calls).toEqual(['sign'])
    release()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
  })

  test('with the tick at once signs with consent, as without a prefetch', async () => {
    const standIns = createHttpsStandIns()
    const sign = jest.spyOn(standIns, 'sign')
    const login = startLogin(standIns)
    login.edit(PHONE)
    login.setAgreed(true)
    login.submit()
    await settle()
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'httpsToken', 'verify'])
    expect(sign.mock.calls[0]?.[0].consent).toEqual({ version: '2026-11' })
  })

  test.each<[string, Partial<StandIns>]>([
    ['failed', { sign: () => Promise.reject(new Error('offline')) }],
    ['was refused', { sign: () => Promise.reject(new LoginApiError('consentRequired')) }],
    ['was malformed', { sign: async () => ({ sign: 'SIGNED', attemptId: 'A', traceId: 'T' }) }],
  ])('signs with consent if the prefetch %s', async (_how, changes) => {
    const standIns = createHttpsStandIns(changes)
    const login = await ticked(standIns)
    standIns.sign = createStandIns().sign
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'sign', 'httpsToken', 'verify'])
  })

  test('signs with consent if the prefetch is never answered, once it has used up the time of a sign', async () => {
    const { sign } = createStandIns()
    const asked: SignRequest[] = []
    const standIns = createHttpsStandIns({
      sign: (request, call) => (asked.push(request) === 1 ? never() : sign(request, call)),
    })
    const login = await ticked(standIns)
    login.agree()
    await jest.advanceTimersByTimeAsync(3999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state().name).toBe('phoneEntry')
    expect(asked.map(({ consent }) => consent)).toEqual([undefined, { version: '2026-11' }])
  })

  test('uses a signature of two minutes less one ms, and no older one', async () => {
    for (const [age, calls] of [
      [PREFETCH_TTL_MS - 1, ['sign', 'consent', 'httpsToken']],
      [PREFETCH_TTL_MS, ['sign', 'sign', 'httpsToken']],
    ] as const) {
      const standIns = createHttpsStandIns()
      const login = await ticked(standIns)
      await jest.advanceTimersByTimeAsync(age)
      login.agree()
      await settle()
      expect(login.state().name).toBe('phoneEntry')
      expect(standIns.calls).toEqual(calls)
    }
  })

  test('uses a signature once: a renewal signs again', async () => {
    const standIns = createHttpsStandIns()
    const login = await ticked(standIns)
    login.agree()
    await settle()
    await jest.advanceTimersByTimeAsync(115_000)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken', 'sign', 'httpsToken', 'verify'])
  })

  test('of a user who typed on while it grew old fetches a new one', async () => {
    const standIns = createHttpsStandIns()
    const login = await ticked(standIns)
    await jest.advanceTimersByTimeAsync(PREFETCH_TTL_MS)
    login.edit('1')
    await settle()
    expect(standIns.calls).toEqual(['sign', 'sign'])
  })

  test('after Wi-Fi was turned off still uses it', async () => {
    const standIns = createHttpsStandIns({ networkType: 'wifi' })
    const login = await ticked(standIns)
    login.agree()
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    expect(standIns.calls).toEqual(['sign'])
    for (const listener of [...standIns.networkListeners]) listener('5g')
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
  })
})

describe('the receipt', () => {
  test('and the token must both be there', async () => {
    const standIns = createHttpsStandIns()
    const { call, release } = hold(async () => ({ traceId: 'T' }))
    standIns.consent = call
    const login = await ticked(standIns)
    await submitNumber(login)
    expect(login.state().name).toBe('acquiring')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
    release()
    await settle()
    expect(login.state().name).toBe('verified')
  })

  test.each(['attemptSpent', 'notFound'])('that is refused as %s leads to one sign with consent', async (code) => {
    const standIns = createHttpsStandIns({ consent: () => Promise.reject(new LoginApiError(code)) })
    const login = await ticked(standIns)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken', 'sign', 'httpsToken', 'verify'])
  })

  test('to terms that are no longer current ends in the fallback', async () => {
    const refuse = () => Promise.reject(new LoginApiError('consentRequired'))
    const standIns = createHttpsStandIns({ consent: refuse })
    const login = await ticked(standIns)
    standIns.sign = refuse
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'signingRefused', code: 'consentRequired' })
    expect(standIns.calls).not.toContain('verify')
  })

  test('is not sent again when the carrier refuses the token, and its refusal is the reason', async () => {
    const requestHttpsToken = () => Promise.reject(new SdkError('tokenRefused', 'no', '103111'))
    const standIns = createHttpsStandIns({ requestHttpsToken })
    const login = await ticked(standIns)
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed', code: '103111' })
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken'])
  })

  test('of an attempt that the background interrupted is followed by a new attempt', async () => {
    const standIns = createHttpsStandIns()
    const { requestHttpsToken } = standIns
    standIns.requestHttpsToken = async () => {
      goTo('background', standIns)
      throw new SdkError('requestFailed', 'fail interrupted')
    }
    const login = await ticked(standIns)
    login.agree()
    await settle()
    standIns.requestHttpsToken = requestHttpsToken
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'consent', 'httpsToken', 'sign', 'httpsToken'])
  })
})

describe('a signature is discarded', () => {
  type Login = Awaited<ReturnType<typeof ticked>>
  const ENDS: ReadonlyArray<readonly [string, (login: Login) => void]> = [
    ['the user unticks', (login) => login.setAgreed(false)],
    ['the user cancels', (login) => login.cancel()],
    ['the app starts over', (login) => login.reset()],
    ['the user leaves', (login) => login.leave()],
    ['the user chooses another way', (login) => login.chooseWay('sms')],
    ['the component is unmounted', (login) => login.disconnect()],
  ]

  test.each(ENDS)('and aborted when %s', async (_when, end) => {
    let signal: AbortSignal | undefined
    const standIns = createHttpsStandIns({
      sign: (_request, call) => {
        signal = call.signal
        return never()
      },
    })
    const login = await ticked(standIns)
    expect(signal?.aborted).toBe(false)
    end(login)
    expect(signal?.aborted).toBe(true)
    await settle()
    expect(jest.getTimerCount()).toBe(0)
  })

  test.each(ENDS)('and not sent if the platform answers after %s', async (_when, end) => {
    const standIns = createHttpsStandIns()
    const { call, release } = hold(async () => true)
    standIns.hasNothingToAsk = call
    const login = await ticked(standIns)
    end(login)
    release()
    await settle()
    expect(standIns.calls).toEqual([])
  })

  test('for good: a new tick fetches another', async () => {
    const standIns = createHttpsStandIns()
    const sign = jest.spyOn(standIns, 'sign')
    const login = await ticked(standIns)
    login.setAgreed(false)
    login.setAgreed(true)
    await settle()
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'sign', 'consent', 'httpsToken'])
    for (const [request] of sign.mock.calls) expect(request.consent).toBeUndefined()
  })
})
