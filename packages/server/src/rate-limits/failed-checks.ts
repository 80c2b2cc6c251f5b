// How many checks may fail: of one client in a minute, and of one session in a day. A check fails when the platform
// answers and does not compare, as for a token that somebody made up (decision 0028).
import type { LimitValues } from '../options'
import { DAY } from '../shanghai-day'
import type { CounterStore } from '../stores/stores'
import type { Client } from './client'
import { createFailureLimit } from './failure-limit'

export interface FailedChecks {
  /**
   * Asks no store. Of a client over its limit, a check a second goes on.
   *
   * @throws ServerError `rateLimited` if this process knows the client to be over its limit
   */
  requireRoom(client: Client): Promise<void>
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
  const name = 'failedChecksPerClient'
  const ofClient = createFailureLimit({ counters, name, points: values[name], now })
  const toKey = (sessionHash: string) => `failed:${sessionHash}`
  return {
    requireRoom: (client) => ofClient.requireRoom(client),
    async isExhausted(sessionHash) {
      return (await counters.add(toKey(sessionHash), 0, DAY)) >= values.failedChecksPerSession
    },
    async count(sessionHash, client) {
      await Promise.all([ofClient.count(client), counters.add(toKey(sessionHash), 1, DAY, client.owner)])
    },
  }
}
