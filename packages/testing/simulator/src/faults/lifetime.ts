// How long a delayed answer is needed: until the client leaves or the simulator stops.
import { setTimeout as after } from 'node:timers/promises'
import type { ParameterizedContext } from 'koa'

/** Resolves after some milliseconds, or when the signal aborts. Never rejects, and keeps no process alive. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export const wait: Wait = (ms, signal) => after(ms, undefined, { signal, ref: false }).catch(() => undefined)

/** Aborts when the client has left, when its answer is complete, and when the simulator stops. */
export function createLifetime({ res, req }: ParameterizedContext, stop: AbortSignal): AbortSignal {
  const lifetime = new AbortController()
  const end = () => {
    stop.removeEventListener('abort', end)
    lifetime.abort()
  }
  if (stop.aborted || res.closed || req.socket.destroyed) end()
  else {
    stop.addEventListener('abort', end)
    res.once('close', end)
  }
  return lifetime.signal
}
