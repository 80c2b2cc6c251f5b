import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import fc from 'fast-check'
import type { EventType, LoginEvent } from '../src/events'
import { type FallbackReason, RETRY_TARGET } from '../src/reasons'
import type { LoginFacts, LoginState, StateName } from '../src/states'
import { transition } from '../src/transition'

const msisdn = parseMsisdn('13800138000') as Msisdn

const facts: LoginFacts = {
  traceId: 'trace',
  phone: '13800138000',
  chosen: 'image',
  edition: 'image',
  attemptsLeft: null,
  visit: 7,
}

const STATES: { readonly [N in StateName]: Extract<LoginState, { name: N }> } = {
  consent: { ...facts, name: 'consent' },
  authorizing: { ...facts, name: 'authorizing' },
  checkingNetwork: { ...facts, name: 'checkingNetwork', deadline: 8000 },
  awaitingCellular: { ...facts, name: 'awaitingCellular' },
  acquiring: { ...facts, name: 'acquiring', deadline: 8000 },
  phoneEntry: { ...facts, name: 'phoneEntry', freshUntil: 60_000, problem: null },
  renewing: { ...facts, name: 'renewing', deadline: 8000, msisdn, afterRefusal: false },
  verifying: { ...facts, name: 'verifying', msisdn, renewed: false },
  verified: { ...facts, name: 'verified', ticket: 'TICKET' },
  fallback: {
    ...facts,
    name: 'fallback',
    reason: 'tokenRefused',
    code: '130018',
    retryTo: 'checkingNetwork',
    freshUntil: null,
  },
}

const EVENTS: { readonly [E in EventType]: Extract<LoginEvent, { type: E }> } = {
  agree: { type: 'agree' },
  authorized: { type: 'authorized', edition: 'https', deadline: 9000 },
  networkAllowed: { type: 'networkAllowed', edition: 'https', deadline: 9000 },
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
  failed: { type: 'failed', reason: 'tokenRefused', code: '130018' },
  resumed: { type: 'resumed', deadline: 9000 },
  leave: { type: 'leave' },
  retry: { type: 'retry', deadline: 9000 },
}

/** Where each pair leads; a pair that is not here changes nothing. */
const EXPECTED: { readonly [N in StateName]: Partial<Record<EventType, StateName>> } = {
  consent: { agree: 'authorizing', leave: 'fallback' },
  authorizing: { authorized: 'checkingNetwork', failed: 'fallback', leave: 'fallback', resumed: 'authorizing' },
  checkingNetwork: {
    networkAllowed: 'acquiring',
    failed: 'fallback',
    leave: 'fallback',
    resumed: 'checkingNetwork',
  },
  awaitingCellular: { cellularReady: 'acquiring', failed: 'fallback', leave: 'fallback' },
  acquiring: { acquired: 'phoneEntry', failed: 'fallback', leave: 'fallback', resumed: 'acquiring' },
  phoneEntry: { edit: 'phoneEntry', submit: 'verifying', leave: 'fallback' },
  renewing: { acquired: 'verifying', failed: 'fallback', leave: 'fallback', resumed: 'renewing' },
  verifying: { answered: 'verified', failed: 'fallback', leave: 'fallback', resumed: 'renewing' },
  verified: {},
  fallback: { retry: 'checkingNetwork' },
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
    const events = [EVENTS.networkAllowed, EVENTS.acquired, EVENTS.submit, EVENTS.answered] as const
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
    expect(answered({ outcome: 'verified', code })).toMatchObject({ name: 'verified' })
  })
})

describe('trying again', () => {
  test.each(Object.entries(RETRY_TARGET) as [FallbackReason, StateName | null][])(
    'after %s, a retry leads to %s',
    (reason, to) => {
      const failed = transition(STATES.acquiring, { type: 'failed', reason, code: null })
      const retried = transition(failed, EVENTS.retry)
      expect(retried.name).toBe(to ?? 'fallback')
    },
  )

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
