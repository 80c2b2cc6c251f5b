// Stops calls to a service that is down, so that nobody waits for its time-outs and it can recover.
import { BrokenCircuitError, CircuitState, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel'

/** It counts as down when nearly all calls of this many ms failed: those of one client must not stop the others, */
const WINDOW_MS = 10_000
const FAILED_SHARE = 0.9
/** and there were so many of them per second: a few failures say little. */
const LEAST_PER_SECOND = 2
/** After this many ms, one call tries whether it is back. */
const PAUSE_MS = 10_000

/** While others get answers, so many failures of one owner count in a window: too few to stop the calls of all. */
const FAILURES_PER_OWNER = 6

export interface Circuit<Reply> {
  /**
   * Runs a call. `null`, at once: it does not run, because the service is down, or another call tries it.
   *
   * @param owner who may cause failures; without one, each failure is the service's
   */
  call(run: () => Promise<Reply>, owner?: string): Promise<Reply | null>
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
    handleWhenResult((ended) => (ended as Ended<Reply>).counts),
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

  const owners = watchOwners()

  return {
    async call(run, owner) {
      if (getDownMs() > 0) return null
      const isTry = policy.state !== CircuitState.Closed
      if (isTry && owners.mustWait(owner)) return null
      const runAndJudge = async (): Promise<Ended<Reply>> => {
        const reply = await run()
        const failed = hasFailed(reply)
        if (!failed) owners.noteSuccess()
        if (failed && isTry) owners.noteFailedTry(owner)
        return { reply, counts: failed && (isTry || owners.countFailure(owner)) }
      }
      try {
        return (await policy.execute(runAndJudge)).reply
      } catch (error) {
        if (error instanceof BrokenCircuitError) return null
        throw error
      }
    },
    getDownMs,
  }
}

/** A reply, and whether it counts as a failure of the service. */
interface Ended<Reply> {
  readonly reply: Reply
  readonly counts: boolean
}

/** Tells the failures that one owner may cause, with values that a gateway drops, from those of a service that is down. */
function watchOwners() {
  const failures = new Map<string, number>()
  let windowEnd = 0
  let lastSuccess = Number.NEGATIVE_INFINITY
  let failedTry = { owner: '', until: 0 }
  return {
    noteSuccess() {
      lastSuccess = Date.now()
    },
    /** Whether it counts: always, if nobody got an answer within a window. */
    countFailure(owner: string | undefined): boolean {
      if (owner === undefined) return true
      const now = Date.now()
      if (now >= windowEnd) {
        failures.clear()
        windowEnd = now + WINDOW_MS
      }
      const count = (failures.get(owner) ?? 0) + 1
      failures.set(owner, count)
      return count <= FAILURES_PER_OWNER || now >= lastSuccess + WINDOW_MS
    },
    noteFailedTry(owner: string | undefined) {
      if (owner !== undefined) failedTry = { owner, until: Date.now() + 2 * PAUSE_MS }
    },
    /** Whether the try is for others, for a pause: the last one was this owner's, and failed. */
    mustWait: (owner: string | undefined) => owner === failedTry.owner && Date.now() < failedTry.until,
  }
}
