// Connects the page to the simulator: reads everything, listens, and reads everything again after an interruption.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useReducer } from 'react'
import { type AdminApi, createAdminApi } from '../api/admin-api'
import { listen } from '../api/events'
import { ApiError, createSendRequest, toProblem } from '../api/request'
import { type ConsoleState, INITIAL, reduce } from './console-state'

export interface Console {
  readonly state: ConsoleState
  readonly api: AdminApi
  /** Reads a whole trace into the state. */
  readonly readTrace: (id: string) => void
  /** Stores the admin token that the user typed. */
  readonly setToken: (token: string) => void
  /** Changes something in the simulator, then reads its state, so that the change shows even without events. */
  readonly change: <T>(work: (api: AdminApi) => Promise<T>) => Promise<T>
}

const ConsoleContext = createContext<Console | null>(null)

export interface ConsoleProviderProps extends Pick<Console, 'setToken'> {
  readonly token: string | null
  readonly children: ReactNode
}

export function ConsoleProvider({ token, setToken, children }: ConsoleProviderProps) {
  const [state, dispatch] = useReducer(reduce, INITIAL)
  const api = useMemo(() => createAdminApi(createSendRequest(token)), [token])

  const readState = useCallback(async () => dispatch({ type: 'state', simulator: await api.readState() }), [api])

  const readAll = useCallback(async () => {
    try {
      const [, summaries] = await Promise.all([readState(), api.listTraces()])
      dispatch({ type: 'summaries', summaries })
    } catch (thrown) {
      dispatch({ type: 'disconnected', problem: toProblem(thrown) })
    }
  }, [api, readState])

  useEffect(
    () =>
      listen(token, {
        onOpen: () => {
          dispatch({ type: 'connected' })
          void readAll()
        },
        // An event stream does not say why it ended; an ordinary request does.
        onLost: () =>
          void api.readState().then(
            () => dispatch({ type: 'disconnected', problem: null }),
            (thrown) => dispatch({ type: 'disconnected', problem: toProblem(thrown) }),
          ),
        onExchange: (event) => dispatch({ type: 'exchange', event }),
        onState: (simulator) => dispatch({ type: 'state', simulator }),
        onCleared: () => dispatch({ type: 'cleared' }),
      }),
    [token, api, readAll],
  )

  const readTrace = useCallback(
    (id: string) =>
      void api.readTrace(id).then(
        (trace) => dispatch({ type: 'trace', trace }),
        (thrown) => {
          if (thrown instanceof ApiError && thrown.status === 404) dispatch({ type: 'traceMissing', id })
        },
      ),
    [api],
  )

  const change = useCallback(
    async <T,>(work: (api: AdminApi) => Promise<T>) => {
      const result = await work(api)
      await readState()
      return result
    },
    [api, readState],
  )

  const value = { state, api, readTrace, change, setToken }
  return <ConsoleContext.Provider value={value}>{children}</ConsoleContext.Provider>
}

/** @throws Error outside a ConsoleProvider */
export function useConsole(): Console {
  const value = useContext(ConsoleContext)
  if (value === null) throw new Error('useConsole must be called inside a ConsoleProvider')
  return value
}
