import { createLogin } from '../src/login'
import {
  answer,
  config,
  createPorts,
  createStandIns,
  never,
  PHONE,
  START,
  settle,
  startLogin,
  submitNumber,
} from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('a login', () => {
  test('sends nothing before the user has agreed', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(standIns.calls).toEqual([])
    expect(login.state().name).toBe('consent')
  })

  test('goes from consent to verified', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    await submitNumber(login)
    expect(login.state()).toMatchObject({ name: 'verified', ticket: 'TICKET', traceId: 'the server’s trace' })
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })

  test('records why it went to the fallback', async () => {
    const login = startLogin(Object.assign(createStandIns(), { networkType: 'none' as const }))
    login.agree()
    await settle()
    expect(login.records[2]).toMatchObject({ to: 'fallback', reason: 'offline', code: 'none', traceId: 'id 1' })
  })

  test('starts nothing before it is connected', async () => {
    const standIns = createStandIns()
    const login = createLogin(config(), createPorts(standIns))
    login.actions.agree()
    await settle()
    expect(standIns.calls).toEqual([])
    login.connect()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
  })

  test('ignores actions that mean nothing in its state, and restarts no effect', async () => {
    const standIns = Object.assign(createStandIns(), { loadImage: never })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    const before = login.state()
    login.agree()
    login.edit(PHONE)
    login.submit()
    login.retry()
    await settle()
    expect(login.state()).toBe(before)
    expect(standIns.calls).toEqual(['sign', 'image'])
  })

  test('has in each state only that state’s data', async () => {
    const login = startLogin(createStandIns())
    login.agree()
    await settle()
    expect(login.state()).toEqual({
      name: 'phoneEntry',
      traceId: 'the server’s trace',
      phone: '',
      remembered: false,
      agreed: true,
      submitted: null,
      chosen: 'image',
      edition: 'image',
      attemptsLeft: null,
      brokenWays: [],
      visit: 4,
      freshUntil: START + 55_000,
      problem: null,
    })
    await submitNumber(login)
    expect(Object.keys(login.state()).sort()).toEqual([
      'agreed',
      'attemptsLeft',
      'brokenWays',
      'chosen',
      'edition',
      'name',
      'phone',
      'remembered',
      'submitted',
      'ticket',
      'traceId',
      'visit',
      'way',
    ])
  })

  test('asks the server to sign while the image still loads: two round trips, not three', async () => {
    const standIns = createStandIns()
    standIns.loadImage = never
    startLogin(standIns).agree()
    await settle()
    expect(standIns.calls).toEqual(['sign', 'image'])
  })

  test('sends the server exactly the documented fields', async () => {
    const standIns = createStandIns()
    const sign = jest.spyOn(standIns, 'sign')
    const verify = jest.spyOn(standIns, 'verify')
    const login = startLogin(standIns)
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

  test('keeps tokens out of state and records, and numbers out of records', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    const seen: string[] = []
    login.store.subscribe((state) => seen.push(JSON.stringify(state)))
    login.agree()
    await settle()
    await submitNumber(login)
    expect(seen.join()).not.toMatch(/TOKEN|INFO|SIGNED/)
    expect(JSON.stringify(login.records)).not.toMatch(/TOKEN|INFO|SIGNED|1\d{10}[^0-9]/)
  })

  test('records each step with its duration', async () => {
    const standIns = createStandIns()
    standIns.loadImage = () => new Promise((resolve) => setTimeout(resolve, 120))
    const login = startLogin(standIns)
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
  test('gets a new token silently at submit', async () => {
    const standIns = createStandIns()
    const verify = jest.spyOn(standIns, 'verify')
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await jest.advanceTimersByTimeAsync(300_000)
    expect(standIns.calls.filter((call) => call === 'token')).toHaveLength(1)
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(verify.mock.calls[0]?.[0]).toMatchObject({ token: 'TOKEN 2', attemptId: 'attempt 2' })
  })

  test('keeps the token within its lifetime', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await jest.advanceTimersByTimeAsync(54_999)
    await submitNumber(login)
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })
})

describe('an unused token', () => {
  test('is used by a user who left the phone field and came back, instead of a new one (103911)', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.leave()
    login.retry()
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify'])
  })

  test('is renewed when it has expired meanwhile', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.leave()
    await jest.advanceTimersByTimeAsync(55_000)
    login.retry()
    await submitNumber(login)
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'sign', 'image', 'token', 'verify'])
  })
})

describe('a wrong number', () => {
  test('can be corrected with a new token, and shows the attempts left', async () => {
    const standIns = createStandIns()
    const verdicts = [answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: 3 }), answer({})]
    standIns.verify = async () => verdicts.shift() ?? answer({})
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login, '13900139000')
    expect(login.state()).toMatchObject({ name: 'phoneEntry', problem: 'notThisNumber', attemptsLeft: 3 })
    await submitNumber(login)
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify', 'sign', 'image', 'token', 'verify'])
  })

  test('is verified once when it is submitted twice quickly', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.edit(PHONE)
    login.submit()
    login.submit()
    await settle()
    login.submit()
    expect(standIns.calls.filter((call) => call === 'verify')).toHaveLength(1)
  })

  test('can be left for the fallback', async () => {
    const standIns = Object.assign(createStandIns(), {
      verify: async () => answer({ outcome: 'notThisNumber', code: '001', attemptsLeft: 3 }),
    })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login)
    login.leave()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', phone: PHONE })
  })
})

describe('leaving', () => {
  test('aborts the state’s effect and drops its late answer', async () => {
    const standIns = createStandIns()
    let release: () => void = () => undefined
    let signal: AbortSignal | undefined
    standIns.loadImage = (_image, until) => {
      signal = until
      return new Promise((resolve) => {
        release = resolve
      })
    }
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.leave()
    expect(signal?.aborted).toBe(true)
    release()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(standIns.calls).not.toContain('token')
  })

  test('unmounting a view aborts the running effect', async () => {
    const standIns = createStandIns()
    let signal: AbortSignal | undefined
    standIns.loadImage = (_image, until) => {
      signal = until
      return never()
    }
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.disconnect()
    expect(signal?.aborted).toBe(true)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state().name).toBe('acquiring')
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a view that has unmounted starts nothing', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.disconnect()
    login.agree()
    await settle()
    expect(standIns.calls).toEqual([])
  })

  test('a view that mounts twice, as in StrictMode, uses one signature and one token', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.disconnect()
    login.connect()
    login.agree()
    await settle()
    expect(standIns.calls).toEqual(['sign', 'image', 'token'])
  })

  test('a view that comes back after a long time restarts the effect with a full time budget', async () => {
    const standIns = Object.assign(createStandIns(), { askNetwork: never<'5g'> })
    const login = startLogin(standIns)
    login.agree()
    login.disconnect()
    await jest.advanceTimersByTimeAsync(60_000)
    Object.assign(standIns, { askNetwork: async () => '5g', loadImage: never })
    const leaveAgain = login.connect()
    await settle()
    expect(login.state().name).toBe('acquiring')
    leaveAgain()
    await jest.advanceTimersByTimeAsync(60_000)
    standIns.loadImage = async () => undefined
    login.connect()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('a view that comes back while the token is renewed has a full time budget', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    login.agree()
    await jest.advanceTimersByTimeAsync(60_000)
    standIns.sign = never
    await submitNumber(login)
    expect(login.state().name).toBe('renewing')
    login.disconnect()
    await jest.advanceTimersByTimeAsync(60_000)
    standIns.sign = createStandIns().sign
    login.connect()
    await settle()
    expect(login.state().name).toBe('verified')
  })

  test('a view that unmounts does not end the effect of a later view', async () => {
    const standIns = Object.assign(createStandIns(), { loadImage: never })
    const login = startLogin(standIns)
    login.connect()
    login.agree()
    await settle()
    login.disconnect()
    await jest.advanceTimersByTimeAsync(5000)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout' })
  })

  test('a view that comes back while Wi-Fi is still on listens again', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.retry()
    await settle()
    login.disconnect()
    expect(standIns.networkListeners.size).toBe(0)
    login.connect()
    await settle()
    expect(standIns.networkListeners.size).toBe(1)
    expect(login.state().name).toBe('awaitingCellular')
  })

  test('a view that comes back while verifying asks again for the verdict whose answer is lost', async () => {
    const standIns = createStandIns()
    standIns.verify = never
    const login = startLogin(standIns)
    login.agree()
    await settle()
    await submitNumber(login)
    login.disconnect()
    standIns.verify = async () => answer({})
    login.connect()
    await settle()
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify', 'verify'])
  })
})
