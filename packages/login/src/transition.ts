// The machine: a table over state × event. Pure: no clock, no randomness, no effect. A pair without a row changes
// nothing.
import { parseMsisdn, toMsisdnDraft, type VerifyOutcome } from '@local-number/protocol'
import type { EventOf, EventType, LoginEvent } from './events'
import { RETRY_TARGET, type RetryTarget } from './reasons'
import { enter, type LoginState, type StateName, type StateOf } from './states'

type Row<N extends StateName> = { readonly [E in EventType]?: (state: StateOf<N>, event: EventOf<E>) => LoginState }

const leave = (state: LoginState, retryTo: RetryTarget, freshUntil: number | null = null): LoginState =>
  enter(state, 'fallback', { reason: 'userChoice', code: null, retryTo, freshUntil })

const leaveWithRetryTo = (retryTo: RetryTarget) => (state: LoginState) => leave(state, retryTo)

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
    leave: leaveWithRetryTo('consent'),
  },
  authorizing: {
    authorized: (state, { edition, deadline }) =>
      enter({ ...state, chosen: edition, edition }, 'checkingNetwork', { deadline }),
    failed: fail,
    resumed: (state) => enter(state, 'authorizing', {}),
    leave: leaveWithRetryTo('consent'),
  },
  checkingNetwork: {
    networkAllowed: (state, { edition, deadline }) => enter({ ...state, edition }, 'acquiring', { deadline }),
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'checkingNetwork', { deadline }),
    leave: leaveWithRetryTo('checkingNetwork'),
  },
  awaitingCellular: {
    cellularReady: (state, { deadline }) => enter(withChosenEdition(state), 'acquiring', { deadline }),
    failed: fail,
    leave: leaveWithRetryTo('awaitingCellular'),
  },
  acquiring: {
    acquired: (state, { freshUntil, traceId }) =>
      enter({ ...state, traceId }, 'phoneEntry', { freshUntil, problem: null }),
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'acquiring', { deadline }),
    leave: leaveWithRetryTo('checkingNetwork'),
  },
  phoneEntry: {
    edit: (state, { text }) => ({ ...state, phone: toMsisdnDraft(text, state.phone), problem: null }),
    submit: (state, { at, deadline }) => {
      const msisdn = parseMsisdn(state.phone)
      if (msisdn === null) return { ...state, problem: 'invalidPhone' }
      const fresh = state.freshUntil !== null && at < state.freshUntil
      return fresh
        ? enter(state, 'verifying', { msisdn, renewed: false })
        : enter(state, 'renewing', { deadline, msisdn, afterRefusal: false })
    },
    leave: (state) => leave(state, 'phoneEntry', state.freshUntil),
  },
  renewing: {
    acquired: (state, { traceId }) =>
      enter({ ...state, traceId }, 'verifying', { msisdn: state.msisdn, renewed: state.afterRefusal }),
    failed: fail,
    resumed: (state, { deadline }) => renew(state, deadline, state.afterRefusal),
    leave: leaveWithRetryTo('phoneEntry'),
  },
  verifying: {
    answered: (state, answer) => ANSWERS[answer.outcome](withServerFacts(state, answer), answer),
    failed: fail,
    // The token went out with the verification whose answer is lost.
    resumed: (state, { deadline }) => renew(state, deadline, state.renewed),
    leave: leaveWithRetryTo('phoneEntry'),
  },
  verified: {},
  fallback: {
    retry: (state, { deadline }) => (state.retryTo ? RETRIES[state.retryTo](state, deadline) : state),
  },
}

type Answered = EventOf<'answered'>

const ANSWERS: Readonly<Record<VerifyOutcome, (state: StateOf<'verifying'>, answer: Answered) => LoginState>> = {
  verified: (state, { ticket }) => enter(state, 'verified', { ticket }),
  notThisNumber: (state, { attemptsLeft, code }) =>
    attemptsLeft > 0
      ? enter(state, 'phoneEntry', { freshUntil: null, problem: 'notThisNumber' })
      : fail(state, { reason: 'attemptsExhausted', code }),
  // A token that expired on the way is renewed once; a second refusal has another cause.
  staleToken: (state, { deadline, code }) =>
    state.renewed ? fail(state, { reason: 'verificationUnavailable', code }) : renew(state, deadline, true),
  dailyLimit: (state, { code }) => fail(state, { reason: 'dailyLimit', code }),
  unavailable: (state, { code }) => fail(state, { reason: 'verificationUnavailable', code }),
}

const RETRIES: Readonly<Record<RetryTarget, (state: StateOf<'fallback'>, deadline: number) => LoginState>> = {
  consent: (state) => enter(state, 'consent', {}),
  checkingNetwork: (state, deadline) => enter(withChosenEdition(state), 'checkingNetwork', { deadline }),
  awaitingCellular: (state) => enter(withChosenEdition(state), 'awaitingCellular', {}),
  // Without an unused token, submit gets one, and only then: unused tokens are counted (103911).
  phoneEntry: (state) => enter(state, 'phoneEntry', { freshUntil: state.freshUntil, problem: null }),
}

function renew(state: StateOf<'renewing'> | StateOf<'verifying'>, deadline: number, afterRefusal: boolean): LoginState {
  return enter(state, 'renewing', { deadline, msisdn: state.msisdn, afterRefusal })
}

/** Another edition is for Wi-Fi alone. */
function withChosenEdition<S extends LoginState>(state: S): S {
  return { ...state, edition: state.chosen }
}

function withServerFacts<S extends LoginState>(state: S, { attemptsLeft, traceId }: Answered): S {
  return { ...state, attemptsLeft, traceId }
}

/**
 * The next state; the same object when the event means nothing in this state.
 *
 * @example
 * ```ts
 * transition(state, { type: 'agree' }) // consent → authorizing
 * ```
 */
export function transition(state: LoginState, event: LoginEvent): LoginState {
  const row = TABLE[state.name] as Partial<Record<EventType, (state: LoginState, event: LoginEvent) => LoginState>>
  return row[event.type]?.(state, event) ?? state
}
