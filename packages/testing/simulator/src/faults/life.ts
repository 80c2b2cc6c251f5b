// How long an answer that a fault holds back has to live: until the client leaves or the simulator stops.
import { setTimeout as after } from 'node:timers/promises'
import type { LineContext } from '../http/line'

/** Resolves after some milliseconds, or at once when the signal aborts. Never rejects, and keeps no process alive. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export const wait: Wait = (ms, signal) => after(ms, undefined, { signal, ref: false }).catch(() => undefined)

/** Aborts when the client has left or its answer is complete, and when the simulator stops. */
export function lifeOf({ res, req }: LineContext, stop: AbortSignal): AbortSignal {
  const life = new AbortController()
  const end = () => {
    stop.removeEventListener('abort', end)
    life.abort()
  }
  if (stop.aborted || res.closed || req.socket.destroyed) end()
  else {
    stop.addEventListener('abort', end)
    res.once('close', end)
  }
  return life.signal
}
