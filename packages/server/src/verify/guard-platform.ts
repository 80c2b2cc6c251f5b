// Stops calling a platform that is down, so that logins do not wait for its time-outs and the platform can recover.
import { BrokenCircuitError, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel'
import type { Log } from '../log/log'
import type { PlatformClient, PlatformReply } from './platform-client'

/** It counts as down when nearly all calls of this many ms failed: those of one client must not stop the others, */
const WINDOW_MS = 10_000
const FAILED_SHARE = 0.9
/** and there were so many of them per second: a few failures say little. */
const LEAST_PER_SECOND = 2
/** After this many ms, one call tries whether it is back. */
const PAUSE_MS = 10_000

export interface GuardedPlatform extends PlatformClient {
  /** For how long the platform counts as down from now on, in ms; 0 if it does not. */
  getDownMs(): number
}

export function guardPlatform(platform: PlatformClient, log: Log): GuardedPlatform {
  let downUntil = 0
  const circuit = circuitBreaker(
    handleWhenResult((reply) => hasFailed(reply as PlatformReply)),
    {
      halfOpenAfter: PAUSE_MS,
      breaker: new SamplingBreaker({
        threshold: FAILED_SHARE,
        duration: WINDOW_MS,
        minimumRps: LEAST_PER_SECOND,
      }),
    },
  )
  circuit.onBreak(() => {
    downUntil = Date.now() + PAUSE_MS
    log.error({}, 'the platform is down: checks are refused until it answers again')
  })
  circuit.onReset(() => {
    downUntil = 0
    log.info({}, 'the platform answers again')
  })

  return {
    async verify(message) {
      try {
        return await circuit.execute(() => platform.verify(message))
      } catch (error) {
        if (error instanceof BrokenCircuitError) return { answered: false, fault: 'carrierDown', error }
        throw error
      }
    },
    getDownMs: () => Math.max(0, Math.ceil(downUntil - Date.now())),
    close: () => platform.close(),
  }
}

/** What a gateway answers when the platform behind it does not. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504]

/** Any other answer shows that the platform works, also a 500. */
function hasFailed(reply: PlatformReply): boolean {
  return !reply.answered || GATEWAY_STATUSES.includes(reply.status)
}
