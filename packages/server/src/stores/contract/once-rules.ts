import { equal } from 'node:assert/strict'
import { MARGIN_MS, race, type StoreRule, TTL_MS } from './rule'

export const ONCE_RULES: readonly StoreRule[] = [
  {
    name: 'a once store accepts a key from one of many racing callers',
    async run({ stores: { preSigns } }) {
      const wins = await race(50, () => preSigns.addOnce('key', TTL_MS))
      equal(wins.filter(Boolean).length, 1)
    },
  },
  {
    name: 'a once store accepts a key again after its TTL, and not before',
    async run({ stores: { preSigns }, passTime }) {
      await preSigns.addOnce('key', TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      equal(await preSigns.addOnce('key', TTL_MS), false)
      await passTime(MARGIN_MS)
      equal(await preSigns.addOnce('key', TTL_MS), true)
      equal(await preSigns.addOnce('key', TTL_MS), false)
    },
  },
  {
    name: 'a once store accepts an expired key from one of many racing callers',
    async run({ stores: { preSigns }, passTime }) {
      await preSigns.addOnce('key', TTL_MS)
      await passTime(TTL_MS)
      const wins = await race(50, (index) => preSigns.addOnce('key', TTL_MS + index))
      equal(wins.filter(Boolean).length, 1)
    },
  },
  {
    name: 'a once store keeps keys apart',
    async run({ stores: { preSigns } }) {
      await preSigns.addOnce('key', TTL_MS)
      equal(await preSigns.addOnce('another', TTL_MS), true)
    },
  },
]
