// What `wx.navigateTo` opens between a page and the page that it opens.

type Listener = (...parameters: unknown[]) => void

export interface EventChannel {
  on(event: string, listener: Listener): void
  once(event: string, listener: Listener): void
  /** Removes a listener, or all of the event if none is given. */
  off(event: string, listener?: Listener): void
  /** Calls the listeners at the other end. An event without listeners waits for the first one. */
  emit(event: string, ...parameters: unknown[]): void
}

interface End {
  /** Each listener, and whether it is called once only. */
  readonly listeners: Map<string, Map<Listener, boolean>>
  readonly waiting: Map<string, unknown[][]>
}

/** @returns the opener's end and the opened page's end */
export function createEventChannel(): readonly [EventChannel, EventChannel] {
  const [opener, opened]: [End, End] = [createEnd(), createEnd()]
  return [connect(opener, opened), connect(opened, opener)]
}

function createEnd(): End {
  return { listeners: new Map(), waiting: new Map() }
}

function connect(own: End, other: End): EventChannel {
  const listen = (event: string, listener: Listener, once: boolean) => {
    const listeners = own.listeners.get(event) ?? new Map<Listener, boolean>()
    own.listeners.set(event, listeners.set(listener, once))
    const waiting = own.waiting.get(event) ?? []
    own.waiting.delete(event)
    for (const parameters of waiting) deliver(own, event, parameters)
  }
  return {
    on: (event, listener) => listen(event, listener, false),
    once: (event, listener) => listen(event, listener, true),
    off: (event, listener) => {
      if (listener) own.listeners.get(event)?.delete(listener)
      else own.listeners.delete(event)
    },
    emit: (event, ...parameters) => deliver(other, event, parameters),
  }
}

function deliver({ listeners, waiting }: End, event: string, parameters: unknown[]): void {
  const current = [...(listeners.get(event) ?? [])]
  if (current.length === 0) waiting.set(event, [...(waiting.get(event) ?? []), parameters])
  for (const [listener, once] of current) {
    if (once) listeners.get(event)?.delete(listener)
    listener(...parameters)
  }
}
