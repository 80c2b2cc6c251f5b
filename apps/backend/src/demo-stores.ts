// Stores for development, whose daily counts start again when somebody asks for it.
import { createMemoryStores, type Stores } from '@local-number/server'

export interface DemoStores {
  readonly stores: Stores
  /** Forgets how often numbers were checked today. */
  clearDailyCounts(): void
}

/** The server's counters of a number begin with this. */
const DAILY = 'number:'

/** @param now the clock, in ms since 1970 */
export function createDemoStores(now?: () => number): DemoStores {
  const stores = createMemoryStores(now && { now })
  let round = 0
  return {
    stores: {
      ...stores,
      counters: {
        add: (key, by, ttlMs) => stores.counters.add(key.startsWith(DAILY) ? `${round}:${key}` : key, by, ttlMs),
      },
    },
    clearDailyCounts() {
      round += 1
    },
  }
}
