// How many checks may fail: of one client in a minute, and of one session in a day. A check fails when the platform
// answers and does not compare, as for a token that somebody made up (decision 0028).
import type { LimitValues } from '../options'
import { DAY } from '../shanghai-day'
import type { CounterStore } from '../stores/stores'
import type { Client } from './client'
import { createStoreRateLimiter } from './store-rate-limiter'

/** In ms. */
const MINUTE = 60_000

export interface FailedChecks {
  /**
   * Throws at once, without asking a store, if this process knows the client to be over its limit.
   *
   * @throws ServerError `rateLimited`
   */
  requireRoom(client: Client): void
  /** Whether too many checks of the session failed for it to go on. */
  isExhausted(sessionHash: string): Promise<boolean>
  count(sessionHash: string, client: Client): Promise<void>
}

export interface FailedChecksOptions {
  readonly values: Pick<LimitValues, 'failedChecksPerClient' | 'failedChecksPerSession'>
  readonly counters: CounterStore
  readonly now: () => number
}

export function createFailedChecks({ values, counters, now }: FailedChecksOptions): FailedChecks {
  const points = values.failedChecksPerClient
  const ofClient = createStoreRateLimiter({ counters, name: 'failedChecksPerClient', points, windowMs: MINUTE, now })
  const toKey = (sessionHash: string) => `failed:${sessionHash}`
  return {
    requireRoom: ({ owner }) => ofClient.requireRoom(owner),
    async isExhausted(sessionHash) {
      return (await counters.add(toKey(sessionHash), 0, DAY)) >= values.failedChecksPerSession
    },
    async count(sessionHash, { owner }) {
      await Promise.all([ofClient.consume(owner, owner), counters.add(toKey(sessionHash), 1, DAY, owner)])
    },
  }
}
