// How many tries of one client may fail in a minute, each of which is a call to somebody else's service. Thousands of
// honest users share one IPv4 address of a carrier, so that one of them cannot lock the others out: beyond the limit a
// trickle still goes on.
import type { LimitReason } from '@local-number/protocol'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { CounterStore } from '../stores/stores'
import type { Client } from './client'
import { createStoreRateLimiter, MINUTE } from './store-rate-limiter'

/** How many of a client that is over its limit go on in each process and second. */
const TRICKLE = { points: 1, duration: 1 } as const

export interface FailureLimit {
  /**
   * Asks no store.
   *
   * @throws ServerError `rateLimited` if this process knows the client to be over its limit, and the second's trickle
   *   has passed
   */
  requireRoom(client: Pick<Client, 'owner'>): Promise<void>
  /** Counts a failure. */
  count(client: Pick<Client, 'owner'>): Promise<void>
}

export interface FailureLimitOptions {
  readonly counters: CounterStore
  readonly name: LimitReason
  /** How many may fail in a minute. */
  readonly points: number
  readonly now: () => number
}

export function createFailureLimit({ counters, name, points, now }: FailureLimitOptions): FailureLimit {
  const limiter = createStoreRateLimiter({ counters, name, points, windowMs: MINUTE, now })
  const trickle = new RateLimiterMemory(TRICKLE)
  const passTrickle = (owner: string) =>
    trickle.consume(owner).then(
      () => true,
      () => false,
    )
  return {
    async requireRoom({ owner }) {
      try {
        limiter.requireRoom(owner)
      } catch (refusal) {
        if (!(await passTrickle(owner))) throw refusal
      }
    },
    async count({ owner }) {
      const { remaining } = await limiter.consume(owner, owner)
      // The one that reaches the limit is this second's.
      if (remaining === 0) await passTrickle(owner)
    },
  }
}
