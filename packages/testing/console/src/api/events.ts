// Server-sent events that reconnect. The browser's own reconnecting gives up after an HTTP error, so every end of a
// stream is handled here, with growing waits.
import type { ExchangeEvent, SimulatorState } from '@local-number/simulator-contract'

export interface EventHandlers {
  readonly onOpen: () => void
  readonly onLost: () => void
  readonly onExchange: (event: ExchangeEvent) => void
  readonly onState: (state: SimulatorState) => void
  readonly onCleared: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5_000

/** Listens until the returned function is called. */
export function listen(token: string | null, handlers: EventHandlers): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS
  const connect = () => {
    source = openEventSource(token, handlers)
    source.onopen = () => {
      wait = FIRST_WAIT_MS
      handlers.onOpen()
    }
    source.onerror = () => {
      source?.close()
      handlers.onLost()
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

function openEventSource(token: string | null, handlers: EventHandlers): EventSource {
  const source = new EventSource(`/_sim/events${token === null ? '' : `?token=${encodeURIComponent(token)}`}`)
  const subscribe = <T>(name: string, handle: (data: T) => void) =>
    source.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as T))
  subscribe('exchange', handlers.onExchange)
  subscribe('state', handlers.onState)
  subscribe('cleared', handlers.onCleared)
  return source
}
