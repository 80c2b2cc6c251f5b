// What `wx.navigateTo` opens between a page and the one it opens.

type Listener = (...parameters: unknown[]) => void

export interface EventChannel {
  on(event: string, listener: Listener): void
  once(event: string, listener: Listener): void
  /** Without a listener all of that event go. */
  off(event: string, listener?: Listener): void
  /** Reaches the listeners of the other end; before there is one, it waits for the first. */
  emit(event: string, ...parameters: unknown[]): void
}

interface End {
  readonly listeners: Map<string, Map<Listener, boolean>>
  readonly waiting: Map<string, unknown[][]>
}

/** @returns the opener's end and the opened page's */
export function eventChannel(): readonly [EventChannel, EventChannel] {
  const [opener, opened]: [End, End] = [newEnd(), newEnd()]
  return [channel(opener, opened), channel(opened, opener)]
}

function newEnd(): End {
  return { listeners: new Map(), waiting: new Map() }
}

function channel(own: End, other: End): EventChannel {
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
  const hearing = [...(listeners.get(event) ?? [])]
  if (hearing.length === 0) waiting.set(event, [...(waiting.get(event) ?? []), parameters])
  for (const [listener, once] of hearing) {
    if (once) listeners.get(event)?.delete(listener)
    listener(...parameters)
  }
}
