import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import fc from 'fast-check'
import type { EventType, LoginEvent } from '../src/events'
import { type FallbackReason, REASONS } from '../src/reasons'
import type { LoginFacts, LoginState, StateName } from '../src/states'
import { transition } from '../src/transition'

const msisdn = parseMsisdn('13800138000') as Msisdn

const facts: LoginFacts = {
  traceId: 'trace',
  phone: '13800138000',
  remembered: false,
  agreed: true,
  submitted: null,
  chosen: 'image',
  edition: 'image',
  attemptsLeft: null,
  brokenWays: [],
  visit: 7,
}

const STATES: { readonly [N in StateName]: Extract<LoginState, { name: N }> } = {
  consent: { ...facts, name: 'consent', problem: null },
  authorizing: { ...facts, name: 'authorizing' },
  checkingNetwork: { ...facts, name: 'checkingNetwork', deadline: 8000 },
  awaitingCellular: { ...facts, name: 'awaitingCellular', reason: 'wifi', code: 'wifi' },
  acquiring: { ...facts, name: 'acquiring', deadline: 8000 },
  phoneEntry: { ...facts, name: 'phoneEntry', freshUntil: 60_000, problem: null },
  renewing: { ...facts, name: 'renewing', deadline: 8000, msisdn, afterRefusal: false },
  verifying: { ...facts, name: 'verifying', msisdn, renewed: false },
  openingSession: { ...facts, name: 'openingSession', ticket: 'TICKET', way: 'sim' },
  verified: { ...facts, name: 'verified', ticket: 'TICKET', way: 'sim' },
  sessionFailed: { ...facts, name: 'sessionFailed', ticket: 'TICKET', way: 'sim', message: null },
  otherWay: {
    ...facts,
    name: 'otherWay',
    id: 'sms',
    back: { reason: 'tokenRefused', code: '130018', retryTo: 'checkingNetwork', freshUntil: null, wait: null },
  },
  fallback: {
    ...facts,
    name: 'fallback',
    reason: 'tokenRefused',
    code: '130018',
    retryTo: 'checkingNetwork',
    freshUntil: null,
    wait: null,
  },
}

const EVENTS: { readonly [E in EventType]: Extract<LoginEvent, { type: E }> } = {
  tick: { type: 'tick', agreed: false },
  agree: { type: 'agree' },
  authorized: { type: 'authorized', edition: 'https', deadline: 9000 },
  networkAllowed: { type: 'networkAllowed', edition: 'https', deadline: 9000 },
  wifiFound: { type: 'wifiFound', code: 'wifi' },
  cellularReady: { type: 'cellularReady', deadline: 9000 },
  acquired: { type: 'acquired', freshUntil: 60_000, traceId: 'trace' },
  edit: { type: 'edit', text: '+86 139 0013 9000' },
  submit: { type: 'submit', at: 1000, deadline: 9000 },
  answered: {
    type: 'answered',
    outcome: 'verified',
    code: '000',
    attemptsLeft: 4,
    traceId: 'trace',
    ticket: 'TICKET',
    deadline: 9000,
  },
  verdictLost: { type: 'verdictLost', code: 'attemptSpent', deadline: 9000 },
  sessionOpened: { type: 'sessionOpened' },
  sessionRefused: { type: 'sessionRefused', message: 'the shop is closed' },
  failed: { type: 'failed', reason: 'tokenRefused', code: '130018' },
  resumed: { type: 'resumed', deadline: 9000 },
  leave: { type: 'leave', deadline: 9000 },
  chooseWay: { type: 'chooseWay', id: 'sms' },
  wayFinished: { type: 'wayFinished', phone: '13900139000', ticket: 'OTHER TICKET' },
  wayFailed: { type: 'wayFailed', reason: 'timeout', code: null },
  retry: { type: 'retry', deadline: 9000 },
  cancel: { type: 'cancel', traceId: 'trace' },
  reset: { type: 'reset', traceId: 'trace' },
}

/** In every state. */
const everywhere = { cancel: 'consent', reset: 'consent' } as const
/** In every state that the user can leave for another way. */
const leaving = { leave: 'fallback', chooseWay: 'otherWay' } as const

/** Where each pair leads; a pair that is not here changes nothing. */
const EXPECTED: { readonly [N in StateName]: Partial<Record<EventType, StateName>> } = {
  consent: {
    ...everywhere,
    ...leaving,
    tick: 'consent',
    agree: 'authorizing',
    edit: 'consent',
    submit: 'authorizing',
  },
  authorizing: {
    ...everywhere,
    ...leaving,
    authorized: 'checkingNetwork',
    failed: 'fallback',
    resumed: 'authorizing',
  },
  checkingNetwork: {
    ...everywhere,
    ...leaving,
    networkAllowed: 'acquiring',
    wifiFound: 'awaitingCellular',
    failed: 'fallback',
    resumed: 'checkingNetwork',
  },
  awaitingCellular: {
    ...everywhere,
    ...leaving,
    cellularReady: 'acquiring',
    failed: 'fallback',
    retry: 'checkingNetwork',
  },
  acquiring: {
    ...everywhere,
    ...leaving,
    acquired: 'phoneEntry',
    wifiFound: 'awaitingCellular',
    failed: 'fallback',
    resumed: 'acquiring',
  },
  phoneEntry: { ...everywhere, ...leaving, tick: 'phoneEntry', edit: 'phoneEntry', submit: 'verifying' },
  renewing: {
    ...everywhere,
    ...leaving,
    acquired: 'verifying',
    wifiFound: 'awaitingCellular',
    failed: 'fallback',
    resumed: 'renewing',
  },
  verifying: {
    ...everywhere,
    ...leaving,
    answered: 'openingSession',
    verdictLost: 'renewing',
    failed: 'fallback',
    resumed: 'verifying',
  },
  openingSession: { ...everywhere, sessionOpened: 'verified', sessionRefused: 'sessionFailed' },
  verified: { ...everywhere },
  sessionFailed: { ...everywhere, retry: 'openingSession' },
  otherWay: {
    ...everywhere,
    leave: 'fallback',
    chooseWay: 'otherWay',
    edit: 'otherWay',
    wayFinished: 'openingSession',
    wayFailed: 'fallback',
  },
  fallback: { ...everywhere, chooseWay: 'otherWay', retry: 'checkingNetwork' },
}

const pairs = Object.values(STATES).flatMap((state) =>
  Object.values(EVENTS).map((event) => [state.name, event.type, state, event] as const),
)

describe('every state × event', () => {
  test.each(pairs)('%s × %s', (name, type, state, event) => {
    const next = transition(state, event)
    const expected = EXPECTED[name][type]
    if (expected === undefined) expect(next).toBe(state)
    else expect(next.name).toBe(expected)
  })

  test.each(pairs)('%s × %s changes neither argument and gives the same result again', (_name, _type, state, event) => {
    const before = JSON.stringify([state, event])
    const first = transition(state, event)
    expect(JSON.stringify([state, event])).toBe(before)
    expect(transition(state, event)).toEqual(first)
  })

  test('the edition is the one that was authorized, and stays to the end of the login', () => {
    const chosen = transition(STATES.authorizing, EVENTS.authorized)
    expect(chosen.edition).toBe('https')
    const events = [
      EVENTS.networkAllowed,
      EVENTS.acquired,
      EVENTS.submit,
      EVENTS.answered,
      EVENTS.sessionOpened,
    ] as const
    expect(events.reduce<LoginState>(transition, chosen)).toMatchObject({ name: 'verified', edition: 'https' })
    expect(transition(chosen, EVENTS.failed)).toMatchObject({ name: 'fallback', edition: 'https' })
  })

  test('entering a state counts a visit, editing the number does not', () => {
    expect(transition(STATES.consent, EVENTS.agree).visit).toBe(8)
    expect(transition(STATES.phoneEntry, EVENTS.edit).visit).toBe(7)
  })

  test('no sequence of events loses the trace id or puts a token into a state', () => {
    const event = fc.constantFrom<LoginEvent>(...Object.values(EVENTS))
    fc.assert(
      fc.property(fc.constantFrom<LoginState>(...Object.values(STATES)), fc.array(event), (state, events) => {
        const end = events.reduce(transition, state)
        expect(end.traceId).toBe('trace')
        expect(Object.keys(end)).not.toContain('token')
      }),
    )
  })
})

test.each(['checkingNetwork', 'acquiring', 'renewing'] as const)('%s is entered again when it is resumed', (name) => {
  expect(transition(STATES[name], EVENTS.resumed)).toEqual({ ...STATES[name], deadline: 9000, visit: 8 })
})

test('authorizing is entered again when it is resumed, without a deadline', () => {
  expect(transition(STATES.authorizing, EVENTS.resumed)).toEqual({ ...STATES.authorizing, visit: 8 })
})

test('verifying is entered again when it is resumed: the same request gets the same verdict', () => {
  const renewed = { ...STATES.verifying, renewed: true }
  expect(transition(renewed, EVENTS.resumed)).toEqual({ ...renewed, visit: 8 })
})

test.each([
  ['authorizing', 'authorized'],
  ['checkingNetwork', 'networkAllowed'],
  ['awaitingCellular', 'cellularReady'],
] as const)('%s passes on the deadline that %s brings', (name, type) => {
  expect(transition(STATES[name], EVENTS[type])).toMatchObject({ deadline: 9000 })
})

describe('the number in the field', () => {
  test('loses the separators and the country code that were pasted with it', () => {
    expect(transition(STATES.phoneEntry, EVENTS.edit)).toMatchObject({ phone: '13900139000' })
  })

  test('is not submitted while it is incomplete', () => {
    const typing = { ...STATES.phoneEntry, phone: '1380013' }
    expect(transition(typing, EVENTS.submit)).toMatchObject({ name: 'phoneEntry', problem: 'invalidPhone', visit: 7 })
  })

  test('loses its error when it is edited', () => {
    const wrong = { ...STATES.phoneEntry, problem: 'notThisNumber' as const }
    expect(transition(wrong, EVENTS.edit)).toMatchObject({ problem: null })
  })
})

describe('the token’s lifetime', () => {
  test('a fresh token is verified at once', () => {
    expect(transition(STATES.phoneEntry, { ...EVENTS.submit, at: 59_999 }).name).toBe('verifying')
  })

  test('a token that is no longer fresh is renewed before it is verified', () => {
    expect(transition(STATES.phoneEntry, { ...EVENTS.submit, at: 60_000 }).name).toBe('renewing')
  })

  test('without a token, submit gets one first', () => {
    expect(transition({ ...STATES.phoneEntry, freshUntil: null }, EVENTS.submit).name).toBe('renewing')
  })

  test.each([
    ['fresh', 1000],
    ['renewed at submit', 70_000],
  ])('a token that was %s is renewed when the platform refuses it as stale', (_name, at) => {
    const submitted = transition(STATES.phoneEntry, { ...EVENTS.submit, at })
    const verifying = submitted.name === 'renewing' ? transition(submitted, EVENTS.acquired) : submitted
    expect(verifying).toMatchObject({ name: 'verifying', renewed: false })
    const stale = { ...EVENTS.answered, outcome: 'staleToken' as const, code: '120020' }
    expect(transition(verifying, stale).name).toBe('renewing')
  })

  test.each(['120020', '606'])('a token that the platform refuses as stale (%s) is renewed once, not twice', (code) => {
    const stale = { ...EVENTS.answered, outcome: 'staleToken' as const, code }
    const renewing = transition(STATES.verifying, stale)
    expect(renewing).toMatchObject({ name: 'renewing', afterRefusal: true })
    const again = transition(renewing, EVENTS.acquired)
    expect(again).toMatchObject({ name: 'verifying', renewed: true })
    expect(transition(again, stale)).toMatchObject({ name: 'fallback', reason: 'verificationUnavailable', code })
  })
})

describe('the outcome of a verification', () => {
  const answered = (answer: Partial<(typeof EVENTS)['answered']>) =>
    transition(STATES.verifying, { ...EVENTS.answered, ...answer })

  test('a wrong number leads back to the field, without a token and with the attempts left', () => {
    expect(answered({ outcome: 'notThisNumber', code: '001', attemptsLeft: 2 })).toMatchObject({
      name: 'phoneEntry',
      problem: 'notThisNumber',
      freshUntil: null,
      attemptsLeft: 2,
      phone: '13800138000',
    })
  })

  test('the last wrong number allowed ends in the fallback', () => {
    expect(answered({ outcome: 'notThisNumber', code: '001', attemptsLeft: 0 })).toMatchObject({
      name: 'fallback',
      reason: 'attemptsExhausted',
      retryTo: null,
    })
  })

  test.each([
    ['dailyLimit', '121011', 'dailyLimit'],
    ['dailyLimit', '102315', 'dailyLimit'],
    ['unavailable', '999999', 'verificationUnavailable'],
    ['unavailable', 'something new', 'verificationUnavailable'],
  ] as const)('the outcome %s with %s ends in the fallback with reason %s', (outcome, code, reason) => {
    expect(answered({ outcome, code })).toMatchObject({ name: 'fallback', reason, code })
  })

  test.each(['120020', '606', '121011', '102315', '000', '001'])('the code %s alone decides nothing', (code) => {
    expect(answered({ outcome: 'unavailable', code })).toMatchObject({ reason: 'verificationUnavailable' })
    expect(answered({ outcome: 'verified', code })).toMatchObject({ name: 'openingSession' })
  })
})

describe('trying again', () => {
  const targets = (Object.keys(REASONS) as FallbackReason[]).map((reason) => [reason, REASONS[reason].retryTo] as const)

  test.each(targets)('after %s, a retry leads to %s', (reason, to) => {
    const failed = transition(STATES.acquiring, { type: 'failed', reason, code: null })
    const retried = transition(failed, EVENTS.retry)
    expect(retried.name).toBe(to ?? 'fallback')
  })

  test('a user who left the phone field comes back to it, and to the token that waits unused', () => {
    const left = transition(STATES.phoneEntry, EVENTS.leave)
    expect(left).toMatchObject({ name: 'fallback', reason: 'userChoice', code: null })
    expect(transition(left, EVENTS.retry)).toMatchObject({ name: 'phoneEntry', freshUntil: 60_000, problem: null })
  })

  test.each(['renewing', 'verifying'] as const)('a user who left while %s comes back without a token', (name) => {
    const left = transition(STATES[name], EVENTS.leave)
    expect(transition(left, EVENTS.retry)).toMatchObject({ name: 'phoneEntry', freshUntil: null })
  })

  test.each(['consent', 'authorizing'] as const)('a user who left %s has still not agreed', (name) => {
    const left = transition(STATES[name], EVENTS.leave)
    expect(left).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(transition(left, EVENTS.retry).name).toBe('consent')
  })
})

describe('another way', () => {
  test('a user who leaves it comes back to the fallback with its reason', () => {
    const chosen = transition(STATES.fallback, EVENTS.chooseWay)
    expect(chosen).toMatchObject({ name: 'otherWay', id: 'sms', phone: '13800138000' })
    const { visit: _, ...fallback } = STATES.fallback
    expect(transition(chosen, EVENTS.leave)).toMatchObject(fallback)
  })

  test('a user who chose it at the phone field comes back to the field, and to the token that waits unused', () => {
    const chosen = transition(STATES.phoneEntry, EVENTS.chooseWay)
    expect(transition(chosen, EVENTS.leave)).toMatchObject({ name: 'phoneEntry', freshUntil: 60_000 })
  })

  test.each(['consent', 'authorizing'] as const)('a user who chose it at %s comes back to consent', (name) => {
    expect(transition(transition(STATES[name], EVENTS.chooseWay), EVENTS.leave).name).toBe('consent')
  })

  test('the number that is typed there is the one that the user comes back with', () => {
    const typed = transition(transition(STATES.phoneEntry, EVENTS.chooseWay), EVENTS.edit)
    expect(typed).toMatchObject({ name: 'otherWay', phone: '13900139000' })
    expect(transition(typed, EVENTS.leave)).toMatchObject({ name: 'phoneEntry', phone: '13900139000' })
  })

  test('its number and its ticket go to the app, with its id', () => {
    expect(transition(STATES.otherWay, EVENTS.wayFinished)).toMatchObject({
      name: 'openingSession',
      phone: '13900139000',
      ticket: 'OTHER TICKET',
      way: 'sms',
    })
  })

  test('a number that it cannot have proven ends in the fallback', () => {
    const finished = transition(STATES.otherWay, { ...EVENTS.wayFinished, phone: '12345' })
    expect(finished).toMatchObject({ name: 'fallback', reason: 'misconfigured', code: 'phoneMalformed' })
  })

  test('when it fails, trying again leads to where the user was before', () => {
    const failed = transition(transition(STATES.phoneEntry, EVENTS.chooseWay), EVENTS.wayFailed)
    expect(failed).toMatchObject({ name: 'fallback', reason: 'timeout', retryTo: 'phoneEntry', freshUntil: 60_000 })
  })

  test('one that ended as misconfigured is broken until the login starts anew, after another failure it is not', () => {
    const { id } = STATES.otherWay
    const broken = transition(STATES.otherWay, { ...EVENTS.wayFailed, reason: 'misconfigured' })
    expect(broken.brokenWays).toEqual([id])
    expect(transition(STATES.otherWay, EVENTS.wayFailed).brokenWays).toEqual([])
    expect(transition(broken, EVENTS.chooseWay).brokenWays).toEqual([id])
    expect(transition(broken, EVENTS.reset).brokenWays).toEqual([])
  })

  test.each(['verified', 'openingSession', 'sessionFailed'] as const)('cannot be chosen in %s', (name) => {
    expect(transition(STATES[name], EVENTS.chooseWay)).toBe(STATES[name])
  })
})

describe('one screen', () => {
  test('a number that is submitted with the box ticked is verified as soon as there is a token', () => {
    const events = [EVENTS.submit, EVENTS.authorized, EVENTS.networkAllowed, EVENTS.acquired] as const
    const names: LoginState[] = [STATES.consent]
    for (const event of events) names.push(transition(names.at(-1) as LoginState, event))
    expect(names.map(({ name }) => name)).toEqual([
      'consent',
      'authorizing',
      'checkingNetwork',
      'acquiring',
      'verifying',
    ])
    expect(names.at(-1)).toMatchObject({ msisdn, renewed: false })
  })

  test.each([
    ['13800138000', false, 'consentMissing'],
    ['1380013', true, 'invalidPhone'],
    ['1380013', false, 'invalidPhone'],
  ] as const)('%s with the box ticked: %s goes nowhere, problem %s', (phone, agreed, problem) => {
    for (const name of ['consent', 'phoneEntry'] as const) {
      const state: LoginState = { ...STATES[name], phone, agreed }
      expect(transition(state, EVENTS.submit)).toMatchObject({ name, problem, visit: 7 })
    }
  })

  test('the number that was submitted goes on by itself once Wi-Fi is off', () => {
    const submitted = transition(STATES.consent, EVENTS.submit)
    const events = [EVENTS.authorized, EVENTS.wifiFound, EVENTS.cellularReady, EVENTS.acquired] as const
    expect(events.reduce<LoginState>(transition, submitted).name).toBe('verifying')
    const renewing = transition(STATES.renewing, EVENTS.wifiFound)
    expect([EVENTS.cellularReady, EVENTS.acquired].reduce<LoginState>(transition, renewing).name).toBe('verifying')
  })

  test('a submitted number that was changed on another way is not verified by itself any more', () => {
    const waiting = [EVENTS.submit, EVENTS.authorized, EVENTS.wifiFound].reduce<LoginState>(transition, STATES.consent)
    const events = [EVENTS.chooseWay, EVENTS.edit, EVENTS.leave, EVENTS.cellularReady, EVENTS.acquired] as const
    const follow = (each: readonly LoginEvent[]) => each.reduce<LoginState>(transition, waiting)
    expect(follow(events)).toMatchObject({ name: 'phoneEntry', phone: '13900139000' })
    expect(follow(events.filter(({ type }) => type !== 'edit')).name).toBe('verifying')
  })

  test('a wrong number comes back to the field, and is not submitted again by itself', () => {
    const wrong = { ...EVENTS.answered, outcome: 'notThisNumber' as const }
    const entry = transition({ ...STATES.verifying, submitted: msisdn }, wrong)
    expect(entry).toMatchObject({ name: 'phoneEntry', submitted: null, problem: 'notThisNumber' })
  })

  test('the document’s order asks for the number again, whatever was typed before consent', () => {
    const events = [EVENTS.agree, EVENTS.authorized, EVENTS.networkAllowed, EVENTS.acquired] as const
    expect(events.reduce<LoginState>(transition, { ...STATES.consent, submitted: msisdn }).name).toBe('phoneEntry')
  })
})

describe('consent', () => {
  test('a given consent stays ticked when the user returns', () => {
    const left = transition(STATES.acquiring, { type: 'failed', reason: 'signingRefused', code: null })
    expect(transition(left, EVENTS.retry)).toMatchObject({ name: 'consent', agreed: true })
  })

  test('a denied privacy pop-up unticks the box', () => {
    const denied = transition(STATES.authorizing, { type: 'failed', reason: 'privacyDenied', code: '104' })
    expect(transition(denied, EVENTS.retry)).toMatchObject({ name: 'consent', agreed: false })
  })

  test.each(['cancel', 'reset'] as const)('%s unticks the box and forgets what was typed', (type) => {
    const initial = { phone: '13900139000', remembered: true }
    const anew = transition(STATES.verifying, { type, traceId: 'another', initial })
    expect(anew).toEqual({
      name: 'consent',
      traceId: 'another',
      phone: '13900139000',
      remembered: true,
      agreed: false,
      submitted: null,
      chosen: null,
      edition: null,
      attemptsLeft: null,
      brokenWays: [],
      problem: null,
      visit: 8,
    })
  })
})

test('the number that this device remembers is shown masked until it is edited', () => {
  const remembered: LoginState = { ...STATES.phoneEntry, remembered: true }
  expect(transition(remembered, EVENTS.submit)).toMatchObject({ name: 'verifying', remembered: true })
  expect(transition(remembered, EVENTS.edit)).toMatchObject({ remembered: false })
})

test('a session that could not be opened is tried again with the same number and ticket', () => {
  const failed = transition(STATES.openingSession, EVENTS.sessionRefused)
  expect(failed).toMatchObject({ name: 'sessionFailed', message: 'the shop is closed', ticket: 'TICKET' })
  expect(transition(failed, EVENTS.retry)).toMatchObject({ name: 'openingSession', ticket: 'TICKET', way: 'sim' })
})
