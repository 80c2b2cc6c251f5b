// Server-sent events that come back by themselves. The browser's own reconnecting gives up on an HTTP error, so every
// end of a stream is answered here, a little later each time.
import type { ExchangeEvent, SimulatorState } from '@local-number/simulator-contract'

export interface EventHandlers {
  readonly opened: () => void
  readonly lost: () => void
  readonly exchange: (event: ExchangeEvent) => void
  readonly state: (state: SimulatorState) => void
  readonly cleared: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5_000

/** Listens until the returned function is called. */
export function listen(token: string | null, handlers: EventHandlers): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS
  const connect = () => {
    source = opened(token, handlers)
    source.onopen = () => {
      wait = FIRST_WAIT_MS
      handlers.opened()
    }
    source.onerror = () => {
      source?.close()
      handlers.lost()
      timer = setTimeout(connect, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function opened(token: string | null, handlers: EventHandlers): EventSource {
  const source = new EventSource(`/_sim/events${token === null ? '' : `?token=${encodeURIComponent(token)}`}`)
  const on = <T>(name: string, hear: (data: T) => void) =>
    source.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T))
  on('exchange', handlers.exchange)
  on('state', handlers.state)
  on('cleared', handlers.cleared)
  return source
}
