// The interpreter: keeps the state in a store, starts a state's effect on entry and aborts it on exit.
import { createAbortController } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LoginConfig } from './config'
import { getEffect } from './effects'
import { createGrantStore, type EffectContext } from './effects/context'
import type { LoginEvent } from './events'
import { createQueue, inform } from './listeners'
import type { EditionName, LoginPorts } from './ports'
import { BACKGROUND_MAY_CAUSE, type FallbackReason } from './reasons'
import { createInitialState, type LoginState } from './states'
import { transition } from './transition'

/** The effect of the present state. */
interface Running {
  readonly controller: AbortController
  /** The app was in the background at some time since the effect began. */
  sawBackground: boolean
  /** The effect failed because of that, and starts over in the foreground. */
  mustRestart: boolean
}

/** One step of a login, free of personal data: for funnels and logs. */
export interface LoginRecord {
  readonly from: LoginState['name']
  readonly event: LoginEvent['type']
  readonly to: LoginState['name']
  readonly traceId: string
  /** The edition in use: beside Wi-Fi it may differ from the chosen one. `null` before the event `authorized`. */
  readonly edition: EditionName | null
  /** Set if `to` is `'fallback'`. */
  readonly reason: FallbackReason | null
  /** Set if `to` is `'fallback'` and the failure has a code. */
  readonly code: string | null
  /** Milliseconds spent in `from`. */
  readonly ms: number
}

/** What a user interface may ask for. A call that means nothing in the present state does nothing. */
export interface LoginActions {
  /** The user has actively agreed to the terms. Nothing is sent before. */
  agree(): void
  /** The text of the phone field changed. */
  edit(text: string): void
  /** Verifies the number in the field. */
  submit(): void
  /** Chooses another way. */
  leave(): void
  /** Tries again, if that can help: see `retryTo` of the fallback. */
  retry(): void
}

export interface Login {
  readonly store: StoreApi<LoginState>
  readonly actions: LoginActions
  /**
   * Lets effects run; the returned function aborts the running one. A login may be connected again: the present state's
   * effect then starts over with a full time budget, as after a failure in the background. Creating a login starts
   * nothing, so a component that mounts twice uses up nothing.
   */
  connect(): () => void
}

/**
 * Creates a login, which starts with {@link Login.connect}.
 *
 * @param onRecord receives every step, synchronously and in order, after the store has the new state. It may call the
 *   actions: their steps follow the present one. An error of `onRecord` or of a store subscriber surfaces as uncaught.
 * @example
 * ```ts
 * const login = createLogin(
 *   { attempt: { appId }, consentVersion: '1', networkCheck: 'auto', limits: DEFAULT_LIMITS },
 *   ports,
 * )
 * const disconnect = login.connect()
 * login.actions.agree()
 * ```
 */
export function createLogin(config: LoginConfig, ports: LoginPorts, onRecord?: (record: LoginRecord) => void): Login {
  const store = createStore<LoginState>(() => createInitialState(ports.newId()))
  const getDeadline = () => ports.now() + config.limits.silentMs
  const shared: Omit<EffectContext, 'signal' | 'hasBeenInBackground'> = {
    config,
    ports,
    clockDrift: { ms: 0 },
    session: ports.newId(),
    grants: createGrantStore(),
    getDeadline,
  }
  const send = createQueue(handle)
  let running: Running | null = null
  let connection: object | null = null
  let inForeground = true
  let enteredAt = ports.now()

  function handle(event: LoginEvent): void {
    const from = store.getState()
    const to = transition(from, event)
    if (to !== from) inform(() => store.setState(to, true))
    if (to.visit === from.visit) {
      if (event.type === 'resumed') begin(to)
      return
    }
    const now = ports.now()
    const record = createRecord(from, event, { to, ms: now - enteredAt })
    enteredAt = now
    begin(to)
    inform(() => onRecord?.(record))
  }

  function begin(state: LoginState): void {
    end()
    const effect = connection && getEffect(state)
    if (!effect) return
    const mine: Running = { controller: createAbortController(), sawBackground: !inForeground, mustRestart: false }
    running = mine
    const { signal } = mine.controller
    effect({ ...shared, signal, hasBeenInBackground: () => mine.sawBackground }).then((event) => {
      // An answer to a state that has been left is stale.
      if (signal.aborted) return
      mine.mustRestart = event.type === 'failed' && mine.sawBackground && BACKGROUND_MAY_CAUSE[event.reason]
      if (!mine.mustRestart) send(event)
      else if (inForeground) resume()
    })
  }

  function end(): void {
    running?.controller.abort()
    running = null
  }

  function resume(): void {
    send({ type: 'resumed', deadline: getDeadline() })
  }

  function onForegroundChange(isForeground: boolean): void {
    inForeground = isForeground
    if (!isForeground && running) running.sawBackground = true
    // A user who comes from the settings may have changed the network without any event.
    if (isForeground && (running?.mustRestart || store.getState().name === 'awaitingCellular')) resume()
  }

  return {
    store,
    actions: {
      agree: () => send({ type: 'agree' }),
      edit: (text) => send({ type: 'edit', text }),
      submit: () => send({ type: 'submit', at: ports.now(), deadline: getDeadline() }),
      leave: () => send({ type: 'leave' }),
      retry: () => send({ type: 'retry', deadline: getDeadline() }),
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

function createRecord(
  from: LoginState,
  event: LoginEvent,
  { to, ms }: { readonly to: LoginState; readonly ms: number },
): LoginRecord {
  const { reason, code } = to.name === 'fallback' ? to : { reason: null, code: null }
  const { traceId, edition } = to
  return { from: from.name, event: event.type, to: to.name, traceId, edition, reason, code, ms }
}
