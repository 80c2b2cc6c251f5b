import { deepEqual, equal } from 'node:assert/strict'
import { MARGIN_MS, race, type StoreRule, TTL_MS } from './rule'

export const COUNTER_RULES: readonly StoreRule[] = [
  {
    name: 'a counter adds up and never falls below 0',
    async run({ stores: { counters } }) {
      equal(await counters.add('key', 2, TTL_MS), 2)
      equal(await counters.add('key', -1, TTL_MS), 1)
      equal(await counters.add('key', -5, TTL_MS), 0)
      equal(await counters.add('key', 0, TTL_MS), 0)
    },
  },
  {
    name: 'a counter gives each of many racing callers its own sum',
    async run({ stores: { counters } }) {
      const sums = await race(20, () => counters.add('key', 1, TTL_MS))
      deepEqual(
        sums.sort((a, b) => a - b),
        Array.from({ length: 20 }, (_none, index) => index + 1),
      )
    },
  },
  {
    name: 'a counter loses none of many racing additions of different sizes',
    async run({ stores: { counters } }) {
      await race(20, (index) => counters.add('key', index + 1, TTL_MS))
      equal(await counters.add('key', 0, TTL_MS), 210)
    },
  },
  {
    name: 'a counter ends a TTL after its first addition, whatever is added later',
    async run({ stores: { counters }, passTime }) {
      await counters.add('key', 1, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      equal(await counters.add('key', 1, TTL_MS), 2)
      await passTime(MARGIN_MS)
      equal(await counters.add('key', 0, TTL_MS), 0)
      equal(await counters.add('key', 1, TTL_MS), 1)
    },
  },
  {
    name: 'a counter starts a new TTL after it was back at 0',
    async run({ stores: { counters }, passTime }) {
      await counters.add('key', 1, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      await counters.add('key', -1, TTL_MS)
      await counters.add('key', 1, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      equal(await counters.add('key', 0, TTL_MS), 1)
    },
  },
]
