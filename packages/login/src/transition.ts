// The machine: a table over state × event. Pure: no clock, no randomness, no effect. A pair without a row changes
// nothing.
import { parseMsisdn, toMsisdnDraft, type VerifyOutcome } from '@local-number/protocol'
import type { EventOf, EventType, LoginEvent } from './events'
import { REASONS, type RetryTarget } from './reasons'
import {
  createInitialState,
  type EntryProblem,
  enter,
  type FallbackData,
  type LoginState,
  type StateName,
  type StateOf,
} from './states'

type Row<N extends StateName> = { readonly [E in EventType]?: (state: StateOf<N>, event: EventOf<E>) => LoginState }

function fail(state: LoginState, { reason, code, traceId, wait = null }: Omit<EventOf<'failed'>, 'type'>): LoginState {
  const { retryTo } = REASONS[reason]
  return enter(
    { ...state, agreed: state.agreed && reason !== 'privacyDenied', traceId: traceId ?? state.traceId },
    'fallback',
    { reason, code, retryTo, freshUntil: null, wait: retryTo && wait },
  )
}

/** Silent parts go on by themselves: a number that was submitted is verified without asking again. */
const waitForCellular = (state: LoginState, { code }: EventOf<'wifiFound'>): LoginState =>
  enter(state, 'awaitingCellular', { reason: 'wifi', code })

const TABLE: { readonly [N in StateName]: Row<N> } = {
  consent: {
    tick: (state, { agreed }) => ({ ...state, agreed, problem: null }),
    agree: (state) => enter({ ...state, agreed: true, submitted: null }, 'authorizing', {}),
    edit: editNumber,
    submit: (state) => {
      const problem = findEntryProblem(state)
      return problem
        ? { ...state, problem }
        : enter({ ...state, submitted: parseMsisdn(state.phone) }, 'authorizing', {})
    },
  },
  authorizing: {
    authorized: (state, { edition, deadline }) =>
      enter({ ...state, chosen: edition, edition }, 'checkingNetwork', { deadline }),
    failed: fail,
    resumed: (state) => enter(state, 'authorizing', {}),
  },
  checkingNetwork: {
    networkAllowed: (state, { edition, deadline }) => enter({ ...state, edition }, 'acquiring', { deadline }),
    wifiFound: waitForCellular,
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'checkingNetwork', { deadline }),
  },
  awaitingCellular: {
    cellularReady: (state, { deadline }) => enter(withChosenEdition(state), 'acquiring', { deadline }),
    retry: (state, { deadline }) => enter(withChosenEdition(state), 'checkingNetwork', { deadline }),
    failed: fail,
  },
  acquiring: {
    acquired: (state, { freshUntil, traceId }) =>
      state.submitted
        ? enter({ ...state, traceId }, 'verifying', { msisdn: state.submitted, renewed: false })
        : enterPhoneEntry({ ...state, traceId }, freshUntil),
    wifiFound: waitForCellular,
    failed: fail,
    resumed: (state, { deadline }) => enter(state, 'acquiring', { deadline }),
  },
  phoneEntry: {
    tick: (state, { agreed }) => ({ ...state, agreed, problem: null }),
    edit: editNumber,
    submit: (state, { at, deadline }) => {
      const problem = findEntryProblem(state)
      const msisdn = parseMsisdn(state.phone)
      if (problem || msisdn === null) return { ...state, problem }
      const fresh = state.freshUntil !== null && at < state.freshUntil
      return fresh
        ? enter(state, 'verifying', { msisdn, renewed: false })
        : enter(state, 'renewing', { deadline, msisdn, afterRefusal: false })
    },
  },
  renewing: {
    acquired: (state, { traceId }) =>
      enter({ ...state, traceId }, 'verifying', { msisdn: state.msisdn, renewed: state.afterRefusal }),
    wifiFound: (state, event) => waitForCellular({ ...state, submitted: state.msisdn }, event),
    failed: fail,
    resumed: (state, { deadline }) => renew(state, deadline, state.afterRefusal),
  },
  verifying: {
    answered: (state, answer) => ANSWERS[answer.outcome](withServerFacts(state, answer), answer),
    verdictLost: renewOnce,
    failed: fail,
    // The server answers the same request with the same verdict.
    resumed: (state) => enter(state, 'verifying', { msisdn: state.msisdn, renewed: state.renewed }),
  },
  openingSession: {
    sessionOpened: (state) => enter(state, 'verified', { ticket: state.ticket, way: state.way }),
    sessionRefused: (state, { message }) =>
      enter(state, 'sessionFailed', { ticket: state.ticket, way: state.way, message }),
  },
  verified: {},
  sessionFailed: {
    retry: (state) => enter(state, 'openingSession', { ticket: state.ticket, way: state.way }),
  },
  otherWay: {
    wayFinished: (state, { phone, ticket }) => {
      const msisdn = parseMsisdn(phone)
      return msisdn === null
        ? failWay(state, { reason: 'misconfigured', code: 'phoneMalformed' })
        : enter({ ...state, phone: msisdn, remembered: false }, 'openingSession', { ticket, way: state.id })
    },
    wayFailed: failWay,
    // What was submitted on one screen is not the number in the field any more: nothing verifies it by itself.
    edit: (state, event) => ({ ...typeNumber(state, event), submitted: null }),
    leave: (state, { deadline }) => {
      const { back } = state
      return back.reason === 'userChoice' ? goBack(state, back, deadline) : enter(state, 'fallback', back)
    },
  },
  fallback: {
    retry: (state, { deadline }) => goBack(state, state, deadline),
    leave: (state) => state,
  },
}

/** What leaving a state for another way leads back to. Without a row, the user cannot leave. */
const BACK: { readonly [N in StateName]?: (state: StateOf<N>) => FallbackData } = {
  consent: () => createChoice('consent'),
  authorizing: () => createChoice('consent'),
  checkingNetwork: () => createChoice('checkingNetwork'),
  awaitingCellular: () => createChoice('awaitingCellular'),
  acquiring: () => createChoice('checkingNetwork'),
  phoneEntry: ({ freshUntil }) => createChoice('phoneEntry', freshUntil),
  renewing: () => createChoice('phoneEntry'),
  verifying: () => createChoice('phoneEntry'),
  otherWay: ({ back }) => back,
  fallback: ({ reason, code, retryTo, freshUntil, wait }) => ({ reason, code, retryTo, freshUntil, wait }),
}

/** Events that mean the same in every state without a row of its own. */
const COMMON: { readonly [E in EventType]?: (state: LoginState, event: EventOf<E>) => LoginState } = {
  leave: (state) => {
    const back = getBack(state)
    return back ? enter(state, 'fallback', back) : state
  },
  chooseWay: (state, { id }) => {
    const back = getBack(state)
    return back ? enter(state, 'otherWay', { id, back }) : state
  },
  cancel: startAnew,
  reset: startAnew,
}

type Answered = EventOf<'answered'>

const ANSWERS: Readonly<Record<VerifyOutcome, (state: StateOf<'verifying'>, answer: Answered) => LoginState>> = {
  verified: (state, { ticket }) => enter(state, 'openingSession', { ticket, way: 'sim' }),
  notThisNumber: (state, { attemptsLeft, code }) =>
    attemptsLeft > 0
      ? enterPhoneEntry(state, null, 'notThisNumber')
      : fail(state, { reason: 'attemptsExhausted', code }),
  staleToken: renewOnce,
  dailyLimit: (state, { code }) => fail(state, { reason: 'dailyLimit', code }),
  unavailable: (state, { code }) => fail(state, { reason: 'verificationUnavailable', code }),
}

const RETRIES: Readonly<Record<RetryTarget, (state: LoginState, back: FallbackData, deadline: number) => LoginState>> =
  {
    consent: (state) => enter({ ...state, submitted: null }, 'consent', { problem: null }),
    checkingNetwork: (state, _back, deadline) => enter(withChosenEdition(state), 'checkingNetwork', { deadline }),
    awaitingCellular: (state) => enter(withChosenEdition(state), 'awaitingCellular', { reason: null, code: null }),
    // Without an unused token, submit gets one, and only then: unused tokens are counted (103911).
    phoneEntry: (state, { freshUntil }) => enterPhoneEntry(state, freshUntil),
  }

function goBack(state: LoginState, back: FallbackData, deadline: number): LoginState {
  return back.retryTo ? RETRIES[back.retryTo](state, back, deadline) : state
}

/** Trying again leads where the user was before, not to this way's own start. */
function failWay(state: StateOf<'otherWay'>, { reason, code }: Omit<EventOf<'wayFailed'>, 'type'>): LoginState {
  const { brokenWays, id, back } = state
  const broken = reason === 'misconfigured' ? [...brokenWays, id] : brokenWays
  return enter({ ...state, brokenWays: broken }, 'fallback', { ...back, reason, code })
}

function createChoice(retryTo: RetryTarget, freshUntil: number | null = null): FallbackData {
  return { reason: 'userChoice', code: null, retryTo, freshUntil, wait: null }
}

function getBack(state: LoginState): FallbackData | null {
  const create = BACK[state.name] as ((state: LoginState) => FallbackData) | undefined
  return create?.(state) ?? null
}

function startAnew(state: LoginState, { traceId, initial }: EventOf<'cancel'> | EventOf<'reset'>): LoginState {
  return createInitialState(traceId, initial, state.visit + 1)
}

function typeNumber<S extends LoginState>(state: S, { text }: EventOf<'edit'>): S {
  return { ...state, phone: toMsisdnDraft(text, state.phone), remembered: false }
}

function editNumber<S extends StateOf<'consent'> | StateOf<'phoneEntry'>>(state: S, event: EventOf<'edit'>): S {
  return { ...typeNumber(state, event), problem: null }
}

function findEntryProblem({ phone, agreed }: LoginState): EntryProblem | null {
  if (parseMsisdn(phone) === null) return 'invalidPhone'
  return agreed ? null : 'consentMissing'
}

function enterPhoneEntry(
  state: LoginState,
  freshUntil: number | null,
  problem: EntryProblem | null = null,
): LoginState {
  return enter({ ...state, submitted: null }, 'phoneEntry', { freshUntil, problem })
}

/** A token that expired on the way, or whose verdict was lost, is renewed once: the second time has another cause. */
function renewOnce(
  state: StateOf<'verifying'>,
  { code, traceId, deadline }: EventOf<'verdictLost'> | Answered,
): LoginState {
  return state.renewed
    ? fail(state, { reason: 'verificationUnavailable', code, traceId })
    : renew(state, deadline, true)
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
  type Rows = Partial<Record<EventType, (state: LoginState, event: LoginEvent) => LoginState>>
  const change = (TABLE[state.name] as Rows)[event.type] ?? (COMMON as Rows)[event.type]
  return change?.(state, event) ?? state
}
