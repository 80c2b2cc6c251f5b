// The interpreter: keeps the state in a store, starts the work of a state on entering it and aborts it on leaving.
import { newAbortController } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LoginConfig } from './config'
import type { LoginEvent } from './events'
import type { LoginPorts } from './ports'
import { initialState, type LoginState } from './states'
import { transition } from './transition'
import { type Grant, type WorkContext, workOf } from './work'

/** One step of a login, free of personal data: for funnels and logs. */
export interface LoginRecord {
  readonly from: LoginState['name']
  readonly event: LoginEvent['type']
  readonly to: LoginState['name']
  readonly traceId: string
  /** With `to: 'fallback'`. */
  readonly reason: string | null
  readonly code: string | null
  /** Milliseconds spent in `from`. */
  readonly ms: number
}

/** What a user interface may ask for. Calls that mean nothing in the present state do nothing. */
export interface LoginActions {
  /** The user has actively agreed to the terms. Nothing is sent before. */
  agree(): void
  /** The text of the phone field. */
  edit(text: string): void
  /** Verify the number in the field. */
  submit(): void
  /** Another way, please. */
  leave(): void
  /** Once more, where that can help: see `retryTo` of the fallback. */
  retry(): void
}

export interface Login {
  readonly store: StoreApi<LoginState>
  readonly actions: LoginActions
  /**
   * Lets the login work; the returned function aborts whatever runs. A login may be connected again: a state that was
   * at work starts it over. Creating a login starts nothing, so a component that mounts twice spends nothing.
   */
  connect(): () => void
}

/** @param onRecord hears of every step, synchronously, after the store has it */
export function createLogin(config: LoginConfig, ports: LoginPorts, onRecord?: (record: LoginRecord) => void): Login {
  const store = createStore<LoginState>(() => initialState(ports.newId()))
  const session = ports.newId()
  const grant: { current: Grant | null } = { current: null }
  let running: AbortController | null = null
  let connected = false
  let enteredAt = ports.now()

  const deadline = () => ports.now() + config.limits.silentMs

  function send(event: LoginEvent): void {
    const from = store.getState()
    const to = transition(from, event)
    if (to === from) return
    store.setState(to, true)
    if (to.visit === from.visit) return
    const ms = ports.now() - enteredAt
    enteredAt = ports.now()
    begin()
    onRecord?.(recordOf(from, event, to, ms))
  }

  function begin(): void {
    running?.abort()
    running = null
    const state = store.getState()
    const work = connected ? workOf(state) : null
    if (!work) return
    const controller = newAbortController()
    running = controller
    const context: WorkContext = { config, ports, session, grant, signal: controller.signal }
    // An answer to a state that has been left is stale.
    work(context).then((event) => controller.signal.aborted || send(event))
  }

  return {
    store,
    actions: {
      agree: () => send({ type: 'agree', deadline: deadline() }),
      edit: (text) => send({ type: 'edit', text }),
      submit: () => send({ type: 'submit', at: ports.now(), deadline: deadline() }),
      leave: () => send({ type: 'leave' }),
      retry: () => send({ type: 'retry', deadline: deadline() }),
    },
    connect: () => {
      connected = true
      const { visit } = store.getState()
      send({ type: 'resumed', deadline: deadline() })
      if (store.getState().visit === visit) begin()
      return () => {
        connected = false
        running?.abort()
        running = null
      }
    },
  }
}

function recordOf(from: LoginState, event: LoginEvent, to: LoginState, ms: number): LoginRecord {
  const { reason, code } = to.name === 'fallback' ? to : { reason: null, code: null }
  return { from: from.name, event: event.type, to: to.name, traceId: to.traceId, reason, code, ms }
}
