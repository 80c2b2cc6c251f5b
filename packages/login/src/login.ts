// The interpreter: keeps the state in a store, starts a state's effect on entry and aborts it on exit.
import { createAbortController } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { readBinding } from './binding'
import type { LoginConfig } from './config'
import { getEffect } from './effects'
import { createGrantStore, type EffectContext } from './effects/context'
import { createSessionOpener } from './effects/session-opener'
import type { LoginEvent } from './events'
import { createQueue, inform } from './listeners'
import type { EditionName, LoginPorts } from './ports'
import type { ProvenWay } from './proven'
import { type FallbackReason, REASONS } from './reasons'
import { createInitialState, type LoginState, type StateName } from './states'
import { transition } from './transition'
import { getWaitMs } from './wait'

/** The effect of the present state. */
interface Running {
  readonly controller: AbortController
  /** The app was in the background at some time since the effect began. */
  sawBackground: boolean
  /** The effect failed because of that, and starts over in the foreground. */
  mustRestart: boolean
}

interface Step {
  readonly from: StateName
  readonly event: LoginEvent['type']
  readonly traceId: string
  /** The edition in use: beside Wi-Fi it may differ from the chosen one. `null` before the event `authorized`. */
  readonly edition: EditionName | null
  /** Milliseconds spent in `from`. */
  readonly ms: number
}

/** Which state a step led to, with what explains it. */
type Arrival =
  | { readonly to: 'fallback'; readonly reason: FallbackReason; readonly code: string | null; readonly way: null }
  | {
      readonly to: 'awaitingCellular'
      readonly reason: 'wifi' | null
      readonly code: string | null
      readonly way: null
    }
  | { readonly to: WayState; readonly reason: null; readonly code: null; readonly way: ProvenWay }
  | {
      readonly to: Exclude<StateName, 'fallback' | 'awaitingCellular' | WayState>
      readonly reason: null
      readonly code: null
      readonly way: null
    }

type WayState = 'openingSession' | 'verified' | 'sessionFailed' | 'otherWay'

/** One step of a login, free of personal data: for funnels and logs. A union over `to`. */
export type LoginRecord = Step & Arrival

/** What a user interface may ask for. A call that means nothing in the present state does nothing. */
export interface LoginActions {
  /**
   * The user ticked the box, or unticked it. It sends nothing of the user or the device, and no consent: the HTTPS
   * edition may ask for its signature now, see `consent` of {@link LoginApi}.
   */
  setAgreed(agreed: boolean): void
  /** The user has actively agreed to the terms, and goes on. The consent is sent now. */
  agree(): void
  /** The text of the phone field changed: the login's own, or that of another way. */
  edit(text: string): void
  /**
   * Verifies the number in the field. Before consent too, on one screen: it goes on if the number is complete and the
   * box is ticked, and gets a token first.
   */
  submit(): void
  /** To the fallback, where the user chooses another way; from another way, back to where the user was. */
  leave(): void
  /** Tries again, if that can help: see `retryTo` of the fallback. */
  retry(): void
  /** The user chose this other way. The app renders it, and reports its end. */
  chooseWay(id: string): void
  /** The other way has proven this number. */
  finishWay(proven: { readonly phone: string; readonly ticket: string | null }): void
  /** The other way cannot go on. `code` is for operators. */
  failWay(reason: FallbackReason, code?: string): void
  /** The user does not want to log in: aborts everything and starts from nothing. */
  cancel(): void
  /** Aborts everything and starts from nothing. */
  reset(): void
}

export interface Login {
  readonly store: StoreApi<LoginState>
  readonly actions: LoginActions
  /** The session id: random text of this login, for the requests of other ways, too. */
  readonly session: string
  /**
   * The binding for a request, as another way sends it; `undefined` if the login has none.
   *
   * @throws ProtocolError `bindingMalformed`; an `Error` if the app's function failed
   */
  readBinding(): Promise<string | undefined>
  /**
   * How long the user has to wait before `retry` can help, in ms: what is left of the fallback's `wait`. 0 in every
   * other state, and without one.
   */
  getWaitMs(): number
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
  const store = createStore<LoginState>(() => createInitialState(ports.newId(), ports.readInitialPhone?.()))
  const getDeadline = () => ports.now() + config.limits.silentMs
  const session = ports.newId()
  const edition = ports.editions.find(({ createPrefetch }) => createPrefetch)
  const prefetch = edition?.createPrefetch?.({ config, ports, session }) ?? null
  const shared: Omit<EffectContext, 'signal' | 'hasBeenInBackground'> = {
    config,
    ports,
    clockDrift: { ms: 0 },
    session,
    prefetch,
    grants: createGrantStore(),
    sessions: createSessionOpener(),
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
    prefetch?.follow(connection && to)
    if (to.visit === from.visit) {
      if (event.type === 'resumed') begin(to)
      return
    }
    if (from.name === 'verifying' && to.name !== 'verifying') shared.grants.clear()
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
      mine.mustRestart = event.type === 'failed' && mine.sawBackground && REASONS[event.reason].backgroundMayCause
      if (!mine.mustRestart) send(waitOnWifi(event, config))
      else if (inForeground) resume()
    })
  }

  function end(): void {
    running?.controller.abort()
    running = null
  }

  function startAnew(type: 'cancel' | 'reset'): void {
    shared.grants.clear()
    send({ type, traceId: ports.newId(), initial: ports.readInitialPhone?.() })
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
      setAgreed: (agreed) => send({ type: 'tick', agreed }),
      agree: () => send({ type: 'agree' }),
      edit: (text) => send({ type: 'edit', text }),
      submit: () => send({ type: 'submit', at: ports.now(), deadline: getDeadline() }),
      leave: () => send({ type: 'leave', deadline: getDeadline() }),
      retry: () => send({ type: 'retry', deadline: getDeadline() }),
      chooseWay: (id) => send({ type: 'chooseWay', id }),
      finishWay: ({ phone, ticket }) => send({ type: 'wayFinished', phone, ticket }),
      failWay: (reason, code) => send({ type: 'wayFailed', reason, code: code ?? null }),
      cancel: () => startAnew('cancel'),
      reset: () => startAnew('reset'),
    },
    session,
    readBinding: () => readBinding(config.binding),
    getWaitMs: () => {
      const state = store.getState()
      return 'wait' in state ? getWaitMs(state.wait, ports.now()) : 0
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
        prefetch?.follow(null)
        end()
      }
    },
  }
}

/** Wi-Fi is no failure for a login that waits until it is off. */
function waitOnWifi(event: LoginEvent, { onWifi = 'wait' }: LoginConfig): LoginEvent {
  const waits = onWifi === 'wait' && event.type === 'failed' && event.reason === 'wifi'
  return waits ? { type: 'wifiFound', code: event.code } : event
}

function createRecord(
  from: LoginState,
  event: LoginEvent,
  { to, ms }: { readonly to: LoginState; readonly ms: number },
): LoginRecord {
  const { traceId, edition } = to
  return { from: from.name, event: event.type, traceId, edition, ms, ...explainArrival(to) }
}

/** Some states have what explains them. */
type Explained = Pick<LoginState, 'name'> & Partial<Pick<Arrival, 'reason' | 'code' | 'way'>>

function explainArrival(to: LoginState): Arrival {
  const {
    name,
    reason = null,
    code = null,
    way = null,
  }: Explained = to.name === 'otherWay' ? { ...to, way: to.id } : to
  return { to: name, reason, code, way } as Arrival
}
