// The interpreter: keeps the state in a store, starts the work of a state on entering it and aborts it on leaving.
import { newAbortController } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LoginConfig } from './config'
import type { LoginEvent } from './events'
import { inform, inTurn } from './listeners'
import type { LoginPorts } from './ports'
import { BACKGROUND_MAY_CAUSE } from './reasons'
import { initialState, type LoginState } from './states'
import { transition } from './transition'
import { type Grant, type WorkContext, workOf } from './work'

/** The work of the present state. */
interface Running {
  readonly controller: AbortController
  /** The app was in the background at some time since it began. */
  disturbed: boolean
  /** It has failed for that, and starts over in the foreground. */
  lost: boolean
}

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
   * at work starts it over, with a full budget of time, as after a failure in the background. Creating a login starts nothing, so a component that mounts twice
   * spends nothing.
   */
  connect(): () => void
}

/**
 * @param onRecord hears of every step, synchronously and in order, after the store has it. It may call the actions: what
 *   they do comes after the step at hand. What it throws, or a subscriber of the store, surfaces as an uncaught error.
 */
export function createLogin(config: LoginConfig, ports: LoginPorts, onRecord?: (record: LoginRecord) => void): Login {
  const store = createStore<LoginState>(() => initialState(ports.newId()))
  const session = ports.newId()
  const grant: { current: Grant | null } = { current: null }
  const send = inTurn(handle)
  let running: Running | null = null
  let connection: object | null = null
  let inForeground = true
  let enteredAt = ports.now()

  const deadline = () => ports.now() + config.limits.silentMs

  function handle(event: LoginEvent): void {
    const from = store.getState()
    const to = transition(from, event)
    if (to !== from) inform(() => store.setState(to, true))
    if (to.visit === from.visit) {
      if (event.type === 'resumed') begin(to)
      return
    }
    const now = ports.now()
    const record = recordOf(from, event, to, now - enteredAt)
    enteredAt = now
    begin(to)
    inform(() => onRecord?.(record))
  }

  function begin(state: LoginState): void {
    end()
    const work = connection && workOf(state)
    if (!work) return
    const mine: Running = { controller: newAbortController(), disturbed: !inForeground, lost: false }
    running = mine
    const { signal } = mine.controller
    const context: WorkContext = { config, ports, session, grant, signal, wasInBackground: () => mine.disturbed }
    work(context).then((event) => {
      // An answer to a state that has been left is stale.
      if (signal.aborted) return
      mine.lost = event.type === 'failed' && mine.disturbed && BACKGROUND_MAY_CAUSE[event.reason]
      if (!mine.lost) send(event)
      else if (inForeground) resume()
    })
  }

  function end(): void {
    running?.controller.abort()
    running = null
  }

  function resume(): void {
    send({ type: 'resumed', deadline: deadline() })
  }

  function onForegroundChange(now: boolean): void {
    inForeground = now
    if (!now && running) running.disturbed = true
    // Coming from the settings, the network may be another one without an event that says so.
    if (now && (running?.lost || store.getState().name === 'awaitingCellular')) resume()
  }

  return {
    store,
    actions: {
      agree: () => send({ type: 'agree' }),
      edit: (text) => send({ type: 'edit', text }),
      submit: () => send({ type: 'submit', at: ports.now(), deadline: deadline() }),
      leave: () => send({ type: 'leave' }),
      retry: () => send({ type: 'retry', deadline: deadline() }),
    },
    connect: () => {
      const mine = {}
      connection = mine
      inForeground = true
      const stopListening = ports.foreground?.onChange(onForegroundChange)
      resume()
      return () => {
        stopListening?.()
        if (connection !== mine) return
        connection = null
        end()
      }
    },
  }
}

function recordOf(from: LoginState, event: LoginEvent, to: LoginState, ms: number): LoginRecord {
  const { reason, code } = to.name === 'fallback' ? to : { reason: null, code: null }
  return { from: from.name, event: event.type, to: to.name, traceId: to.traceId, reason, code, ms }
}
