// Requests as WeChat schedules them: ten at a time, each with a time limit, all interrupted in the background.
import type { Host, HttpAnswer, HttpRequest } from '../device'
import { CallFailure } from './call-failure'

/** Further requests wait. */
const MAX_RUNNING = 10

/** WeChat's general error numbers. */
export const ERRNO = { timeout: 5, unreachable: 600_001, notListed: 600_002, interrupted: 600_003 } as const

export interface Timers {
  setTimeout(work: () => void, ms: number): unknown
  clearTimeout(timer: never): void
}

/** The global timers, looked up at each call: tests replace them. */
export const GLOBAL_TIMERS: Timers = {
  setTimeout: (work, ms) => setTimeout(work, ms),
  clearTimeout: (timer) => clearTimeout(timer),
}

export interface RequestQueue {
  readonly interrupted: boolean
  /** Rejects with {@link CallFailure}. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpAnswer>
  abort(id: number): void
  /** Ends every request. New ones have to be refused until {@link restore}. */
  interrupt(): void
  restore(): void
}

export function createRequestQueue(host: Host, timers: Timers): RequestQueue {
  const open = new Map<number, (failure: CallFailure) => void>()
  const waiting: Array<() => void> = []
  let running = 0
  let interrupted = false

  const startNext = () => {
    if (running < MAX_RUNNING && !interrupted) waiting.shift()?.()
  }

  function enqueue(request: HttpRequest, timeoutMs: number, settle: Settle): void {
    const { id } = request
    let timer: unknown = null
    const close = () => {
      open.delete(id)
      if (timer === null) waiting.splice(waiting.indexOf(start), 1)
      else {
        timers.clearTimeout(timer as never)
        running -= 1
      }
      startNext()
    }
    const fail = (failure: CallFailure) => {
      if (!open.has(id)) return
      if (timer !== null) host.abort(id)
      close()
      settle.reject(failure)
    }
    const start = () => {
      running += 1
      timer = timers.setTimeout(() => fail(new CallFailure('timeout', ERRNO.timeout)), timeoutMs)
      host.request(request).then(
        (answer) => {
          if (!open.has(id)) return
          close()
          settle.resolve(answer)
        },
        (error: unknown) => fail(toUnreachable(error)),
      )
    }
    open.set(id, fail)
    waiting.push(start)
    startNext()
  }

  return {
    get interrupted() {
      return interrupted
    },
    send: (request, timeoutMs) => new Promise((resolve, reject) => enqueue(request, timeoutMs, { resolve, reject })),
    abort: (id) => open.get(id)?.(new CallFailure('abort')),
    interrupt: () => {
      interrupted = true
      for (const fail of [...open.values()]) fail(toInterruption())
    },
    restore: () => {
      interrupted = false
    },
  }
}

interface Settle {
  readonly resolve: (answer: HttpAnswer) => void
  readonly reject: (failure: CallFailure) => void
}

export function toInterruption(): CallFailure {
  return new CallFailure('interrupted', ERRNO.interrupted)
}

function toUnreachable(error: unknown): CallFailure {
  return new CallFailure(error instanceof Error ? error.message : String(error), ERRNO.unreachable)
}
