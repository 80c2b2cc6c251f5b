// Stores that keep nothing and let everything pass: what a sign costs besides.
import type { Stores } from '@local-number/server'

export function createNoStores(): Stores {
  return {
    preSigns: { addOnce: async () => true },
    attempts: {
      put: async () => undefined,
      changeConsent: async () => null,
      startCheck: async () => null,
      finishCheck: async () => false,
    },
    counters: { add: async () => 1 },
    members: {
      add: async () => ({ size: 1, isNew: true }),
      remove: async () => undefined,
      count: async () => 0,
      findExpiry: async () => null,
    },
  }
}
