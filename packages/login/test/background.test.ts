// In the background WeChat interrupts requests after 5 s, refuses new ones, and stops timers until the app returns
// (protocol.md §8): a failure there does not count.
import { type NetworkType, SdkError } from '@local-number/jssdk'
import type { LoginConfig } from '../src/config'
import { createLogin } from '../src/login'
import { LoginApiError } from '../src/ports'
import {
  answer,
  config,
  createPorts,
  createStandIns,
  goTo,
  never,
  START,
  type StandIns,
  settle,
  startLogin,
  submitNumber,
} from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

type Login = ReturnType<typeof startLogin>

const createStandInsWith = (spoiled: Partial<StandIns>): StandIns => Object.assign(createStandIns(), spoiled)

const interrupted = { errMsg: 'request:fail interrupted' }
const offline = async () => 'none' as const

/** Work that fails or succeeds when a test says so. */
function createDeferred<T>() {
  const control: { fail(thrown: unknown): void; succeed(value: T): void } = {
    fail: () => undefined,
    succeed: () => undefined,
  }
  const work = () =>
    new Promise<T>((resolve, reject) => {
      control.succeed = resolve
      control.fail = reject
    })
  return { control, work }
}

const agree = async (login: Login) => {
  login.agree()
  await settle()
}
const agreeAndSubmit = async (login: Login) => {
  await agree(login)
  await submitNumber(login)
}
const submitLate = async (login: Login) => {
  await jest.advanceTimersByTimeAsync(60_000)
  await submitNumber(login)
}

const steps: [string, keyof StandIns, unknown, (login: Login) => Promise<void>, string][] = [
  ['the image', 'loadImage', new Error('the image failed to load'), agree, 'phoneEntry'],
  ['signing', 'sign', interrupted, agree, 'phoneEntry'],
  ['the token', 'requestToken', new SdkError('requestFailed', 'no answer'), agree, 'phoneEntry'],
  ['verification', 'verify', interrupted, agreeAndSubmit, 'verified'],
]

describe.each(steps)('%s that fails', (_what, port, thrown, begin, end) => {
  async function begun() {
    const { control, work } = createDeferred()
    const standIns = createStandInsWith({ [port]: work })
    const login = startLogin(standIns)
    await begin(login)
    const at = login.state().name
    return { standIns, login, control, at, heal: () => Object.assign(standIns, { [port]: createStandIns()[port] }) }
  }

  test('in the background starts over when the app returns, and not earlier', async () => {
    const { standIns, login, control, at, heal } = await begun()
    goTo('background', standIns)
    control.fail(thrown)
    await settle()
    expect(login.state().name).toBe(at)
    heal()
    const sent = standIns.calls.length
    await jest.advanceTimersByTimeAsync(60_000)
    expect(standIns.calls).toHaveLength(sent)
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe(end)
  })

  test('after the app has returned starts over at once', async () => {
    const { standIns, login, control, heal } = await begun()
    goTo('background', standIns)
    goTo('foreground', standIns)
    heal()
    control.fail(thrown)
    await settle()
    expect(login.state().name).toBe(end)
  })

  test('in the foreground ends in the fallback', async () => {
    const { standIns, login, control } = await begun()
    Object.assign(standIns, { [port]: () => Promise.reject(thrown) })
    control.fail(thrown)
    await settle()
    expect(login.state().name).toBe('fallback')
  })

  test('again after it was started over ends in the fallback', async () => {
    const { standIns, login, control, heal } = await begun()
    goTo('background', standIns)
    control.fail(thrown)
    await settle()
    heal()
    Object.assign(standIns, { [port]: () => Promise.reject(thrown) })
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('fallback')
  })
})

test('a verification that the background interrupted is repeated as it was, and spends no second token', async () => {
  const { control, work } = createDeferred()
  const standIns = createStandInsWith({ verify: work as StandIns['verify'] })
  const sent = jest.spyOn(standIns, 'verify')
  const login = startLogin(standIns)
  await agreeAndSubmit(login)
  for (const times of [1, 2]) {
    goTo('background', standIns)
    control.fail(interrupted)
    await settle()
    expect(sent).toHaveBeenCalledTimes(times)
    goTo('foreground', standIns)
    await settle()
  }
  control.succeed(answer({}))
  await settle()
  expect(login.state().name).toBe('verified')
  expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify', 'verify', 'verify'])
  const [first, ...repeats] = sent.mock.calls.map(([request]) => request)
  expect(repeats).toEqual([first, first])
})

describe('the network check', () => {
  test.each<[string, 'wifi' | 'none' | '2g', Partial<LoginConfig>]>([
    ['Wi-Fi', 'wifi', {}],
    ['no network', 'none', {}],
    ['one that the app refuses', '2g', { networkCheck: (type) => type !== '2g' }],
  ])('that finds %s in the background is repeated', async (_what, found, overrides) => {
    const { control, work } = createDeferred<NetworkType>()
    const standIns = createStandInsWith({ askNetwork: work })
    const login = startLogin(standIns, overrides)
    await agree(login)
    goTo('background', standIns)
    control.succeed(found)
    await settle()
    expect(login.state().name).toBe('checkingNetwork')
    standIns.askNetwork = async () => '5g'
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('that succeeds after a long time in the background leaves a full time budget', async () => {
    const { control, work } = createDeferred<'5g'>()
    const standIns = createStandInsWith({ askNetwork: work, loadImage: never })
    const login = startLogin(standIns)
    await agree(login)
    goTo('background', standIns)
    jest.setSystemTime(START + 60_000)
    goTo('foreground', standIns)
    control.succeed('5g')
    await settle()
    expect(login.state()).toMatchObject({ name: 'acquiring', deadline: START + 68_000 })
  })
})

describe('time in the background', () => {
  test.each([
    ['before', true],
    ['after', false],
  ])('ends nothing by timers that fire %s the app has returned, and restores the time budget', async (_when, first) => {
    const standIns = createStandInsWith({ loadImage: never, sign: never })
    const login = startLogin(standIns)
    await agree(login)
    goTo('background', standIns)
    jest.setSystemTime(START + 600_000)
    if (!first) goTo('foreground', standIns)
    await jest.advanceTimersByTimeAsync(5000)
    if (first) goTo('foreground', standIns)
    await settle()
    const { name, ...data } = login.state()
    expect(name).toBe('acquiring')
    // Signing gives up first, after 4 s; the clock goes on to 5 s where that is noticed on return only.
    expect(data).toMatchObject({ deadline: START + 600_000 + (first ? 5000 : 4000) + 8000 })
  })

  test('costs no token when it has used up the time budget', async () => {
    const { control, work } = createDeferred<void>()
    const standIns = createStandInsWith({ loadImage: work })
    const login = startLogin(standIns)
    await agree(login)
    goTo('background', standIns)
    jest.setSystemTime(START + 60_000)
    goTo('foreground', standIns)
    standIns.loadImage = async () => undefined
    control.succeed()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'image', 'sign', 'image', 'token'])
  })

  test('aborts nothing, and a step that succeeds counts: a quick look at a message costs no token', async () => {
    const { control, work } = createDeferred<Awaited<ReturnType<StandIns['requestToken']>>>()
    const standIns = createStandInsWith({ requestToken: work })
    const login = startLogin(standIns)
    await agree(login)
    goTo('background', standIns)
    control.succeed({ token: 'T', userInformation: 'I' })
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    goTo('foreground', standIns)
    await settle()
    expect(standIns.calls).toEqual(['sign', 'image', 'token'])
  })

  test('before a step began does not excuse its failure', async () => {
    const standIns = createStandInsWith({ loadImage: () => Promise.reject(new Error('500')) })
    const login = startLogin(standIns)
    goTo('background', standIns)
    goTo('foreground', standIns)
    await agree(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed' })
  })

  test('in which a step begins excuses its failure', async () => {
    const { control, work } = createDeferred<'5g'>()
    const standIns = createStandInsWith({ askNetwork: work, sign: () => Promise.reject(interrupted) })
    const login = startLogin(standIns)
    await agree(login)
    goTo('background', standIns)
    control.succeed('5g')
    await settle()
    expect(login.state().name).toBe('acquiring')
    standIns.sign = createStandIns().sign
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('counts while a token is renewed', async () => {
    const standIns = createStandIns()
    const login = startLogin(standIns)
    await agree(login)
    standIns.sign = () => Promise.reject(interrupted)
    goTo('background', standIns)
    await submitLate(login)
    expect(login.state().name).toBe('renewing')
    standIns.sign = createStandIns().sign
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('verified')
  })

  test('is visible in the records when an effect starts over', async () => {
    const standIns = createStandInsWith({ sign: () => Promise.reject(interrupted) })
    const login = startLogin(standIns)
    goTo('background', standIns)
    await agree(login)
    standIns.sign = createStandIns().sign
    goTo('foreground', standIns)
    await settle()
    expect(login.records).toContainEqual(
      expect.objectContaining({ from: 'acquiring', event: 'resumed', to: 'acquiring', reason: null }),
    )
  })
})

describe('an answer in the background counts', () => {
  const refused = () => Promise.reject(new LoginApiError('consentRequired'))

  test.each<[string, Partial<StandIns>, (login: Login) => Promise<void>, string]>([
    ['the server refuses to sign', { sign: refused }, agree, 'signingRefused'],
    [
      'too many wrong numbers',
      { sign: () => Promise.reject(new LoginApiError('attemptsExhausted')) },
      agree,
      'attemptsExhausted',
    ],
    [
      'the platform gives no token',
      { requestToken: () => Promise.reject(new SdkError('tokenRefused', 'no', '130018')) },
      agree,
      'tokenRefused',
    ],
    ['the server refuses to verify', { verify: refused }, agreeAndSubmit, 'verificationUnavailable'],
    [
      'the daily limit',
      { verify: async () => answer({ outcome: 'dailyLimit', code: '121011' }) },
      agreeAndSubmit,
      'dailyLimit',
    ],
    ['the user denies', { authorize: () => Promise.reject({ errno: 104 }) }, agree, 'privacyDenied'],
    ['the page is unsupported', { unsupported: { reason: 'httpsPage', code: null } }, agree, 'httpsPage'],
    [
      'the platform is unsupported',
      { unsupported: { reason: 'platformUnsupported', code: 'qq' } },
      agree,
      'platformUnsupported',
    ],
    [
      'the options do not fit the wire',
      {
        createAttempt: () => {
          throw new SdkError('invalidParameters', 'no', '130030')
        },
      },
      agree,
      'misconfigured',
    ],
  ])('%s', async (_what, spoiled, begin, reason) => {
    const standIns = createStandInsWith(spoiled)
    const login = startLogin(standIns)
    goTo('background', standIns)
    await begin(login)
    expect(login.state()).toMatchObject({ name: 'fallback', reason })
  })
})

describe('an effect that waits to start over', () => {
  async function waiting() {
    const standIns = createStandInsWith({ sign: () => Promise.reject(interrupted) })
    const login = startLogin(standIns)
    goTo('background', standIns)
    await agree(login)
    expect(login.state().name).toBe('acquiring')
    standIns.calls.length = 0
    return { standIns, login }
  }

  test('does not start for a user who has chosen another way', async () => {
    const { standIns, login } = await waiting()
    login.leave()
    goTo('foreground', standIns)
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(standIns.calls).toEqual([])
  })

  test('does not start for an unmounted view, whose listeners are removed', async () => {
    const { standIns, login } = await waiting()
    const listeners = [...standIns.foregroundListeners]
    login.disconnect()
    expect(standIns.foregroundListeners.size).toBe(0)
    for (const listener of listeners) listener(true)
    await settle()
    expect(standIns.calls).toEqual([])
  })

  test('starts when the view comes back, which counts as the foreground', async () => {
    const { standIns, login } = await waiting()
    login.disconnect()
    login.connect()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable' })
    expect(standIns.calls).toEqual(['sign', 'image'])
  })

  test('starts once for a view that mounted twice', async () => {
    const { standIns, login } = await waiting()
    standIns.sign = never
    login.connect()
    await settle()
    goTo('background', standIns)
    await jest.advanceTimersByTimeAsync(4000)
    standIns.calls.length = 0
    goTo('foreground', standIns)
    await settle()
    expect(standIns.calls).toEqual(['sign', 'image'])
  })
})

test('on return from the settings the network is read again without any event', async () => {
  const standIns = createStandInsWith({ networkType: 'wifi' as const })
  const login = startLogin(standIns)
  await agree(login)
  login.retry()
  await settle()
  goTo('background', standIns)
  standIns.askNetwork = offline
  goTo('foreground', standIns)
  await settle()
  expect(login.state().name).toBe('awaitingCellular')
  standIns.askNetwork = async () => '4g'
  goTo('background', standIns)
  await settle()
  expect(login.state().name).toBe('awaitingCellular')
  goTo('foreground', standIns)
  await settle()
  expect(login.state().name).toBe('phoneEntry')
  expect(standIns.networkListeners.size).toBe(0)
})

test('without a foreground port the app is always in the foreground', async () => {
  const standIns = createStandInsWith({ sign: () => Promise.reject(interrupted) })
  const login = createLogin(config(), { ...createPorts(standIns), foreground: undefined })
  login.connect()
  login.actions.agree()
  await settle()
  expect(login.store.getState()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable' })
})
