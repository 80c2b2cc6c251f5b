// One call at a time to the server of a way. Nothing comes back to a way that the user has left.
import { createAbortController, runWithLimits } from '@local-number/jssdk'
import { type ApiCall, GATEWAY_ERROR, LoginApiError, MALFORMED_ANSWER } from '@local-number/login'
import type { WayContext } from '../ways'

/** As for the verification of the carrier's way. */
const CALL_MS = 8000

/** What a way puts into a request: the caller adds the binding, and what is undefined is not sent. */
type Fields<R> = { readonly [K in Exclude<keyof R, 'binding'>]: R[K] | undefined }

interface Work<R, A> {
  readonly request: Fields<R>
  readonly send: (request: R, call: ApiCall) => Promise<A>
  /** A field that every answer has: without it, something else has answered. */
  readonly expects: keyof A
  /**
   * A lost answer is asked for once more, with the same body.
   *
   * @default false
   */
  readonly repeats?: boolean
  readonly onAnswer: (answer: A) => void
  readonly onFailure: (error: unknown) => void
}

export interface Caller {
  /** Does nothing while a call runs. */
  start<R, A>(work: Work<R, A>): void
  /** Aborts the running call: neither its answer nor its failure is heard. */
  stop(): void
}

/** No answer came: the server may have done what it was asked to. */
export function isAnswerLost(error: unknown): boolean {
  return !(error instanceof LoginApiError) || error.code === GATEWAY_ERROR
}

export function createCaller({ traceId, readBinding }: WayContext): Caller {
  let running: AbortController | null = null

  async function ask<R, A>({ request, send, expects, repeats }: Work<R, A>, signal: AbortSignal): Promise<A> {
    const run = <T>(work: (until: AbortSignal) => Promise<T>) => runWithLimits(work, { signal, timeoutMs: CALL_MS })
    const body = { ...request, binding: await run(readBinding) } as R
    const once = () => run((until) => send(body, { traceId, signal: until }))
    const answer = await once().catch((error) => {
      if (!repeats || !isAnswerLost(error)) throw error
      return once()
    })
    if (Object(answer)[expects] === undefined) throw new LoginApiError(MALFORMED_ANSWER)
    return answer
  }

  return {
    start: (work) => {
      if (running) return
      const mine = createAbortController()
      running = mine
      const end =
        <T>(hear: (value: T) => void) =>
        (value: T) => {
          if (running !== mine) return
          running = null
          hear(value)
        }
      ask(work, mine.signal).then(end(work.onAnswer), end(work.onFailure))
    },
    stop: () => {
      running?.abort()
      running = null
    },
  }
}
