// Stores for development, whose daily counts start again when somebody asks for it.
import { createMemoryStores, type Stores } from '@local-number/server'

export interface DemoStores {
  readonly stores: Stores
  /** Forgets how often numbers were checked and text messages sent today. */
  clearDailyCounts(): void
}

/** The server's counters of a number, and of text messages, begin with these. */
const DAILY = ['number:', 'sms:']

/** @param now the clock, in ms since 1970 */
export function createDemoStores(now?: () => number): DemoStores {
  const stores = createMemoryStores(now && { now })
  let round = 0
  return {
    stores: {
      ...stores,
      counters: {
        add: (key, by, ttlMs) =>
          stores.counters.add(DAILY.some((start) => key.startsWith(start)) ? `${round}:${key}` : key, by, ttlMs),
      },
    },
    clearDailyCounts() {
      round += 1
    },
  }
}
