// The machine: a table over state × event. Pure: no clock, no randomness, no work. A pair without a row changes nothing.
import { msisdnDraft, parseMsisdn } from '@local-number/protocol'
import type { EventOf, EventType, LoginEvent } from './events'
import { type FallbackReason, RETRY_TARGET, type RetryTarget } from './reasons'
import { enter, type LoginState, type StateName, type StateOf } from './states'

type Row<N extends StateName> = { readonly [E in EventType]?: (state: StateOf<N>, event: EventOf<E>) => LoginState }

/** Codes of `unavailable` that mean more than "not now" (protocol.md §7); both dialects. */
const DAILY_LIMIT_CODES: readonly string[] = ['121011', '102315']
const STALE_TOKEN_CODES: readonly string[] = ['120020', '606']

const leave = (state: LoginState, retryTo: RetryTarget, freshUntil: number | null = null): LoginState =>
  enter(state, 'fallback', { reason: 'userChoice', code: null, retryTo, freshUntil })

const leaveTo = (retryTo: RetryTarget) => (state: LoginState) => leave(state, retryTo)

const fail = (state: LoginState, { reason, code, traceId }: Omit<EventOf<'failed'>, 'type'>): LoginState =>
  enter({ ...state, traceId: traceId ?? state.traceId }, 'fallback', {
    reason,
    code,
    retryTo: RETRY_TARGET[reason],
    freshUntil: null,
  })

const TABLE: { readonly [N in StateName]: Row<N> } = {
  consent: {
    agree: (state) => enter(state, 'authorizing', {}),
    leave: leaveTo('consent'),
  },
  authorizing: {
    authorized: (state, { deadline }) => enter(state, 'checkingNetwork', { deadline }),
    failed: fail,
    resumed: (state) => enter(state, 'authorizing', {}),
    leave: leaveTo('consent'),
  },
  checkingNetwork: {
    networkAllowed: (state, { deadline }) => enter(state, 'acquiring', { deadline }),
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'checkingNetwork', { deadline }),
    leave: leaveTo('checkingNetwork'),
  },
  awaitingCellular: {
    cellularReady: (state, { deadline }) => enter(state, 'acquiring', { deadline }),
    failed: fail,
    leave: leaveTo('awaitingCellular'),
  },
  acquiring: {
    acquired: (state, { freshUntil, traceId }) =>
      enter({ ...state, traceId }, 'phoneEntry', { freshUntil, problem: null }),
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'acquiring', { deadline }),
    leave: leaveTo('checkingNetwork'),
  },
  phoneEntry: {
    edit: (state, { text }) => ({ ...state, phone: msisdnDraft(text), problem: null }),
    submit: (state, { at, deadline }) => {
      if (parseMsisdn(state.phone) === null) return { ...state, problem: 'invalidPhone' }
      const fresh = state.freshUntil !== null && at < state.freshUntil
      return fresh
        ? enter(state, 'verifying', { renewed: false })
        : enter(state, 'renewing', { deadline, afterRefusal: false })
    },
    leave: (state) => leave(state, 'phoneEntry', state.freshUntil),
  },
  renewing: {
    acquired: (state, { traceId }) => enter({ ...state, traceId }, 'verifying', { renewed: state.afterRefusal }),
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'renewing', { deadline, afterRefusal: state.afterRefusal }),
    leave: leaveTo('phoneEntry'),
  },
  verifying: {
    answered: (state, answer) => ANSWERS[answer.outcome](state, answer),
    failed: fail,
    // The token went out with the verification whose answer is lost.
    resumed: (state, { deadline }) => enter(state, 'renewing', { deadline, afterRefusal: state.renewed }),
    leave: leaveTo('phoneEntry'),
  },
  verified: {},
  fallback: {
    retry: (state, { deadline }) => (state.retryTo ? RETRIES[state.retryTo](state, deadline) : state),
  },
}

const ANSWERS: Readonly<
  Record<EventOf<'answered'>['outcome'], (state: StateOf<'verifying'>, answer: EventOf<'answered'>) => LoginState>
> = {
  verified: (state, answer) => enter(told(state, answer), 'verified', { ticket: answer.ticket }),
  notThisNumber: (state, answer) =>
    answer.attemptsLeft > 0
      ? enter(told(state, answer), 'phoneEntry', { freshUntil: null, problem: 'notThisNumber' })
      : fail(told(state, answer), { reason: 'attemptsExhausted', code: answer.code }),
  // A token that expired on the way is renewed once; a second refusal has another cause.
  staleToken: (state, answer) =>
    state.renewed
      ? fail(told(state, answer), { reason: 'verificationUnavailable', code: answer.code })
      : enter(told(state, answer), 'renewing', { deadline: answer.deadline, afterRefusal: true }),
  dailyLimit: (state, answer) => fail(told(state, answer), { reason: 'dailyLimit', code: answer.code }),
  // The literals go as soon as the server derives the outcome.
  unavailable: (state, answer) => {
    if (STALE_TOKEN_CODES.includes(answer.code)) return ANSWERS.staleToken(state, answer)
    return fail(told(state, answer), { reason: reasonOf(answer.code), code: answer.code })
  },
}

const RETRIES: Readonly<Record<RetryTarget, (state: StateOf<'fallback'>, deadline: number) => LoginState>> = {
  consent: (state) => enter(state, 'consent', {}),
  checkingNetwork: (state, deadline) => enter(state, 'checkingNetwork', { deadline }),
  awaitingCellular: (state) => enter(state, 'awaitingCellular', {}),
  // Where no token waits, submit gets one, and only then: unused ones are counted (103911).
  phoneEntry: (state) => enter(state, 'phoneEntry', { freshUntil: state.freshUntil, problem: null }),
}

function told<S extends LoginState>(state: S, { attemptsLeft, traceId }: EventOf<'answered'>): S {
  return { ...state, attemptsLeft, traceId }
}

function reasonOf(code: string): FallbackReason {
  return DAILY_LIMIT_CODES.includes(code) ? 'dailyLimit' : 'verificationUnavailable'
}

/** The next state; the same object when the event means nothing here. */
export function transition(state: LoginState, event: LoginEvent): LoginState {
  const row = TABLE[state.name] as Partial<Record<EventType, (state: LoginState, event: LoginEvent) => LoginState>>
  return row[event.type]?.(state, event) ?? state
}
