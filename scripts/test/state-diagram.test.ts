// Compares the state diagrams in the architecture guides with the state machine.
import {
  type EventData,
  type FallbackData,
  type LoginEvent,
  type LoginState,
  type RetryTarget,
  type StateData,
  transition,
} from '@local-number/login'
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import { findCodeBlocks, readPages } from '../markdown'

const facts = {
  traceId: 'trace',
  phone: '13800138000',
  remembered: false,
  agreed: true,
  chosen: 'image',
  edition: 'image',
  attemptsLeft: null,
  visit: 0,
  brokenWays: [],
}
const deadline = 8000
const msisdn = parseMsisdn(facts.phone) as Msisdn

const RETRIES: readonly (RetryTarget | null)[] = ['consent', 'checkingNetwork', 'awaitingCellular', 'phoneEntry', null]

const BACK: readonly FallbackData[] = (['userChoice', 'timeout'] as const).flatMap((reason) =>
  RETRIES.map((retryTo) => ({ reason, code: null, retryTo, freshUntil: null, wait: null })),
)
const SIM = { ticket: null, way: 'sim' }

/** For each state, the variants of its data that determine the next state. */
const STATES: { readonly [N in keyof StateData]: readonly StateData[N][] } = {
  consent: [{ problem: null }],
  authorizing: [{}],
  checkingNetwork: [{ deadline }],
  awaitingCellular: [{ reason: 'wifi', code: null }],
  acquiring: [{ deadline }],
  phoneEntry: [
    { freshUntil: null, problem: null },
    { freshUntil: 60_000, problem: null },
  ],
  renewing: [{ deadline, msisdn, afterRefusal: false }],
  verifying: [
    { msisdn, renewed: false },
    { msisdn, renewed: true },
  ],
  openingSession: [SIM],
  verified: [SIM],
  sessionFailed: [{ ...SIM, message: null }],
  otherWay: BACK.map((back) => ({ id: 'sms', back })),
  fallback: BACK,
}

const answer = { code: '120020', traceId: 'trace', ticket: null, deadline }

const EVENTS: { readonly [E in keyof EventData]: readonly EventData[E][] } = {
  tick: [{ agreed: true }],
  agree: [{}],
  authorized: [{ edition: 'image', deadline }],
  networkAllowed: [{ edition: 'image', deadline }],
  wifiFound: [{ code: 'wifi' }],
  cellularReady: [{ deadline }],
  acquired: [{ freshUntil: 60_000, traceId: 'trace' }],
  edit: [{ text: '139' }],
  submit: [{ at: 1000, deadline }],
  answered: (['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable'] as const).flatMap((outcome) =>
    [0, 1].map((attemptsLeft) => ({ ...answer, outcome, attemptsLeft })),
  ),
  verdictLost: [{ code: 'attemptSpent', deadline }],
  sessionOpened: [{}],
  sessionRefused: [{ message: null }],
  failed: [{ reason: 'timeout', code: null }],
  resumed: [{ deadline }],
  leave: [{ deadline }],
  chooseWay: [{ id: 'sms' }],
  wayFinished: [
    { phone: facts.phone, ticket: null },
    { phone: 'no number', ticket: null },
  ],
  wayFailed: [{ reason: 'timeout', code: null }],
  retry: [{ deadline }],
  cancel: [{ traceId: 'another' }],
  reset: [{ traceId: 'another' }],
}

/** One sentence of the guide each: their arrows would hide the others. */
const NOT_DRAWN: readonly string[] = ['chooseWay', 'cancel', 'reset']

/** @returns `from --> to: event` for every state and event that enter another state */
function listTransitions(): readonly string[] {
  const submitted = [null, msisdn].map((number) => ({ ...facts, submitted: number }))
  const states = Object.entries(STATES).flatMap(([name, all]) =>
    all.flatMap((data) => submitted.map((each) => ({ ...each, name, ...data }))),
  )
  const events = Object.entries(EVENTS).flatMap(([type, all]) => all.map((data) => ({ type, ...data })))
  const arrows = states.flatMap((state) =>
    events.flatMap((event) => {
      const next = transition(state as LoginState, event as LoginEvent)
      return next.visit === state.visit ? [] : [`${state.name} --> ${next.name}: ${event.type}`]
    }),
  )
  return [...new Set(arrows)].sort()
}

const filterEvents = (drawn: boolean) =>
  listTransitions().filter((arrow) => NOT_DRAWN.includes(arrow.split(': ')[1] ?? '') !== drawn)

function readDiagram(path: string): readonly string[] {
  const page = readPages().find((each) => each.path === path)
  const diagram = page && findCodeBlocks(page).find(({ code }) => code.startsWith('stateDiagram'))
  const drawn = [...(diagram?.code ?? '').matchAll(/^ +(\w+ --> \w+): (.+)$/gm)]
  return drawn.flatMap(([, arrow, events = '']) => events.split(', ').map((event) => `${arrow}: ${event}`)).sort()
}

test.each(['docs/zh/architecture.md', 'docs/en/architecture.md'])(
  'the state diagram in %s shows exactly the transitions of the machine',
  (path) => {
    expect(readDiagram(path)).toEqual(filterEvents(true))
  },
)

test('without being drawn, every state can be cancelled and reset, and another way chosen until a number is proven', () => {
  const names = Object.keys(STATES)
  const proven = ['openingSession', 'verified', 'sessionFailed']
  const anew = names.flatMap((name) => ['cancel', 'reset'].map((event) => `${name} --> consent: ${event}`))
  const ways = names.filter((name) => !proven.includes(name)).map((name) => `${name} --> otherWay: chooseWay`)
  expect(filterEvents(false)).toEqual([...anew, ...ways].sort())
})
