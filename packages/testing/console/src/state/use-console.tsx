// Connects the page to the simulator: reads everything, listens, and after every interruption reads everything again.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useReducer } from 'react'
import { type AdminApi, adminApi } from '../api/admin-api'
import { listen } from '../api/events'
import { ApiError, asking, problemOf } from '../api/request'
import { type ConsoleState, INITIAL, reduce } from './console-state'

export interface Console {
  readonly state: ConsoleState
  readonly api: AdminApi
  /** Reads a trace whole, for whoever shows it. */
  readonly readTrace: (id: string) => void
  /** The admin token, where the simulator wants one. */
  readonly giveToken: (token: string) => void
  /** Does something to the simulator and shows what became of it, also when the events are lost. */
  readonly change: <T>(work: (api: AdminApi) => Promise<T>) => Promise<T>
}

const ConsoleContext = createContext<Console | null>(null)

export interface ConsoleProviderProps extends Pick<Console, 'giveToken'> {
  readonly token: string | null
  readonly children: ReactNode
}

export function ConsoleProvider({ token, giveToken, children }: ConsoleProviderProps) {
  const [state, dispatch] = useReducer(reduce, INITIAL)
  const api = useMemo(() => adminApi(asking(token)), [token])

  const readState = useCallback(async () => dispatch({ type: 'state', simulator: await api.state() }), [api])

  const readAll = useCallback(async () => {
    try {
      const [, summaries] = await Promise.all([readState(), api.traces()])
      dispatch({ type: 'summaries', summaries })
    } catch (thrown) {
      dispatch({ type: 'disconnected', problem: problemOf(thrown) })
    }
  }, [api, readState])

  useEffect(
    () =>
      listen(token, {
        opened: () => {
          dispatch({ type: 'connected' })
          void readAll()
        },
        // An event stream does not say why it ended; an ordinary request does.
        lost: () =>
          void api.state().then(
            () => dispatch({ type: 'disconnected', problem: null }),
            (thrown) => dispatch({ type: 'disconnected', problem: problemOf(thrown) }),
          ),
        exchange: (event) => dispatch({ type: 'exchange', event }),
        state: (simulator) => dispatch({ type: 'state', simulator }),
        cleared: () => dispatch({ type: 'cleared' }),
      }),
    [token, api, readAll],
  )

  const readTrace = useCallback(
    (id: string) =>
      void api.trace(id).then(
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

  const value = { state, api, readTrace, change, giveToken }
  return <ConsoleContext.Provider value={value}>{children}</ConsoleContext.Provider>
}

/** @throws Error outside a ConsoleProvider */
export function useConsole(): Console {
  const value = useContext(ConsoleContext)
  if (value === null) throw new Error('useConsole is used outside a ConsoleProvider')
  return value
}
