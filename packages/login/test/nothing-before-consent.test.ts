// Whatever the user does in whatever order: nothing is sent or read before the tick, and no token or verify before the
// tap.
import fc from 'fast-check'
import { LoginApiError } from '../src/ports'
import { createStandIns, goTo, PHONE, START, type StandIns, settle, startLogin } from './stand-ins'

type Login = ReturnType<typeof startLogin>
type Action = (login: Login, standIns: StandIns) => void

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const ACTIONS: Readonly<Record<string, Action>> = {
  tick: (login) => login.setAgreed(true),
  untick: (login) => login.setAgreed(false),
  agree: (login) => login.agree(),
  'tick and submit': (login) => {
    login.setAgreed(true)
    login.submit()
  },
  type: (login) => login.edit(PHONE),
  'delete all': (login) => login.edit(''),
  submit: (login) => login.submit(),
  leave: (login) => login.leave(),
  retry: (login) => login.retry(),
  'choose another way': (login) => login.chooseWay('sms'),
  cancel: (login) => login.cancel(),
  reset: (login) => login.reset(),
  unmount: (login) => login.disconnect(),
  mount: (login) => void login.connect(),
  'go to the background': (_login, standIns) => goTo('background', standIns),
  'come back': (_login, standIns) => goTo('foreground', standIns),
  'turn Wi-Fi on': (_login, standIns) => {
    standIns.networkType = 'wifi'
  },
  'turn Wi-Fi off': (_login, standIns) => {
    standIns.networkType = '5g'
    for (const listener of [...standIns.networkListeners]) listener('5g')
  },
  wait: () => undefined,
}

/** What the user has done last: `cancel` and `reset` lead back to an unticked box. */
function createUser() {
  const user = { ticked: false, tapped: false }
  return {
    user,
    observe(name: string, login: Login) {
      const { name: state } = login.state()
      if (name === 'cancel' || name === 'reset') Object.assign(user, { ticked: false, tapped: false })
      if (state === 'consent' && name === 'untick') Object.assign(user, { ticked: false, tapped: false })
      if (/^tick/.test(name) || name === 'agree') user.ticked = true
      if (/submit|agree/.test(name)) user.tapped ||= user.ticked
    },
  }
}

/** Everything works, or the server and the carrier fail as told. */
function createWatchedStandIns(isDown: boolean, user: { readonly ticked: boolean; readonly tapped: boolean }) {
  const violations: string[] = []
  const consented = new Set<string>()
  let attempts = 0
  const require = (what: string, isFine: boolean) => {
    if (!isFine) violations.push(what)
  }
  const plain = createStandIns()
  const standIns: StandIns = Object.assign(createStandIns(), {
    editions: ['https', 'image'],
    askNetwork: async () => {
      require('the network was read before the tap', user.tapped)
      return standIns.networkType
    },
    authorize: async () => require('the platform asked before the tap', user.tapped),
    sign: async (...[request, call]: Parameters<StandIns['sign']>) => {
      attempts += 1
      const attemptId = `attempt ${attempts}`
      require('a sign before the tick', user.ticked)
      require('a consent before the tap', request.consent === undefined || user.tapped)
      require('a sign that holds more than edition and session', request.consent !== undefined || isBare(request))
      if (request.consent) consented.add(attemptId)
      if (isDown) throw new LoginApiError('overloaded')
      return { ...(await plain.sign(request, call)), attemptId }
    },
    consent: async ({ attemptId }: { readonly attemptId: string }) => {
      require('a receipt before the tap', user.tapped)
      consented.add(attemptId)
      if (isDown) throw new LoginApiError('overloaded')
      return { traceId: 'T' }
    },
    requestHttpsToken: async () => {
      require('a token before the tap', user.tapped)
      return { token: 'T', userInformation: 'I' }
    },
    verify: async (...[request, call]: Parameters<StandIns['verify']>) => {
      require('a verify before the tap', user.tapped)
      require('a verify without a receipt', consented.has(request.attemptId))
      return plain.verify(request, call)
    },
  } satisfies Partial<StandIns>)
  return { standIns, violations }
}

const isBare = (request: object) => JSON.stringify(Object.keys(request)) === '["edition","session"]'

const walk = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), fc.constantFrom(0, 0, 0, 4000, 130_000)), {
  minLength: 3,
  maxLength: 14,
})

async function runWalk(steps: readonly (readonly [name: string, waitMs: number])[], isDown: boolean, settles: boolean) {
  const { user, observe } = createUser()
  const { standIns, violations } = createWatchedStandIns(isDown, user)
  const login = startLogin(standIns)
  for (const [name, waitMs] of steps) {
    observe(name, login)
    ACTIONS[name]?.(login, standIns)
    if (settles || waitMs > 0) await jest.advanceTimersByTimeAsync(waitMs)
  }
  await settle()
  const { calls } = standIns
  login.disconnect()
  return { violations, calls, state: login.state().name }
}

test('nothing is sent or read before the tick, and no token, receipt or verify before the tap', async () => {
  await fc.assert(
    fc.asyncProperty(walk, fc.boolean(), fc.boolean(), async (steps, isDown, settles) => {
      expect((await runWalk(steps, isDown, settles)).violations).toEqual([])
    }),
  )
})

test('such a walk can end verified', async () => {
  const steps = ['type', 'tick', 'untick', 'tick', 'submit'].map((name) => [name, 0] as const)
  expect(await runWalk(steps, false, true)).toEqual({
    violations: [],
    calls: ['sign', 'sign', 'consent', 'httpsToken', 'verify'],
    state: 'verified',
  })
})
