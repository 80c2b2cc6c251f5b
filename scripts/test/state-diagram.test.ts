// Compares the state diagrams in the architecture guides with the state machine.
import {
  type EventData,
  type LoginEvent,
  type LoginState,
  type RetryTarget,
  type StateData,
  transition,
} from '@local-number/login'
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import { findCodeBlocks, readPages } from '../markdown'

const facts = { traceId: 'trace', phone: '13800138000', edition: 'image', attemptsLeft: null, visit: 0 }
const deadline = 8000
const msisdn = parseMsisdn(facts.phone) as Msisdn

const RETRIES: readonly (RetryTarget | null)[] = ['consent', 'checkingNetwork', 'awaitingCellular', 'phoneEntry', null]

/** For each state, the variants of its data that determine the next state. */
const STATES: { readonly [N in keyof StateData]: readonly StateData[N][] } = {
  consent: [{}],
  authorizing: [{}],
  checkingNetwork: [{ deadline }],
  awaitingCellular: [{}],
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
  verified: [{ ticket: null }],
  fallback: RETRIES.map((retryTo) => ({ reason: 'timeout', code: null, retryTo, freshUntil: null })),
}

const answer = { code: '120020', traceId: 'trace', ticket: null, deadline }

const EVENTS: { readonly [E in keyof EventData]: readonly EventData[E][] } = {
  agree: [{}],
  authorized: [{ edition: 'image', deadline }],
  networkAllowed: [{ edition: 'image', deadline }],
  cellularReady: [{ deadline }],
  acquired: [{ freshUntil: 60_000, traceId: 'trace' }],
  edit: [{ text: '139' }],
  submit: [{ at: 1000, deadline }],
  answered: (['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable'] as const).flatMap((outcome) =>
    [0, 1].map((attemptsLeft) => ({ ...answer, outcome, attemptsLeft })),
  ),
  failed: [{ reason: 'timeout', code: null }],
  resumed: [{ deadline }],
  leave: [{}],
  retry: [{ deadline }],
}

/** @returns `from --> to: event` for every state and event that enter another state */
function listTransitions(): readonly string[] {
  const states = Object.entries(STATES).flatMap(([name, all]) => all.map((data) => ({ ...facts, name, ...data })))
  const events = Object.entries(EVENTS).flatMap(([type, all]) => all.map((data) => ({ type, ...data })))
  const arrows = states.flatMap((state) =>
    events.flatMap((event) => {
      const next = transition(state as LoginState, event as LoginEvent)
      return next.visit === state.visit ? [] : [`${state.name} --> ${next.name}: ${event.type}`]
    }),
  )
  return [...new Set(arrows)].sort()
}

function readDiagram(path: string): readonly string[] {
  const page = readPages().find((each) => each.path === path)
  const diagram = page && findCodeBlocks(page).find(({ code }) => code.startsWith('stateDiagram'))
  const drawn = [...(diagram?.code ?? '').matchAll(/^ +(\w+ --> \w+): (.+)$/gm)]
  return drawn.flatMap(([, arrow, events = '']) => events.split(', ').map((event) => `${arrow}: ${event}`)).sort()
}

test.each(['docs/zh/architecture.md', 'docs/en/architecture.md'])(
  'the state diagram in %s shows exactly the transitions of the machine',
  (path) => {
    expect(readDiagram(path)).toEqual(listTransitions())
  },
)
