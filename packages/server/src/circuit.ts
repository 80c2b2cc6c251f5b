// Stops calls to a service that is down, so that nobody waits for its time-outs and it can recover.
import { BrokenCircuitError, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel'

/** It counts as down when nearly all calls of this many ms failed: those of one client must not stop the others, */
const WINDOW_MS = 10_000
const FAILED_SHARE = 0.9
/** and there were so many of them per second: a few failures say little. */
const LEAST_PER_SECOND = 2
/** After this many ms, one call tries whether it is back. */
const PAUSE_MS = 10_000

export interface Circuit<Reply> {
  /** Runs a call. `null`, at once: it does not run, because the service is down, or another call tries it. */
  call(run: () => Promise<Reply>): Promise<Reply | null>
  /** For how long the service counts as down from now on, in ms; 0 if it does not. */
  getDownMs(): number
}

export interface CircuitOptions<Reply> {
  /** Whether a call was answered as by a service that is down. One that rejects was not. */
  hasFailed(reply: Reply): boolean
  onDown(): void
  onUp(): void
}

export function createCircuit<Reply>({ hasFailed, onDown, onUp }: CircuitOptions<Reply>): Circuit<Reply> {
  let downUntil = 0
  const pause = () => {
    downUntil = Date.now() + PAUSE_MS
  }
  const getDownMs = () => Math.max(0, Math.ceil(downUntil - Date.now()))
  const policy = circuitBreaker(
    handleWhenResult((reply) => hasFailed(reply as Reply)),
    {
      halfOpenAfter: PAUSE_MS,
      breaker: new SamplingBreaker({ threshold: FAILED_SHARE, duration: WINDOW_MS, minimumRps: LEAST_PER_SECOND }),
    },
  )
  policy.onBreak(() => {
    pause()
    onDown()
  })
  // The library would let all others wait for the call that tries.
  policy.onHalfOpen(pause)
  policy.onReset(() => {
    downUntil = 0
    onUp()
  })

  return {
    async call(run) {
      if (getDownMs() > 0) return null
      try {
        return await policy.execute(run)
      } catch (error) {
        if (error instanceof BrokenCircuitError) return null
        throw error
      }
    },
    getDownMs,
  }
}
