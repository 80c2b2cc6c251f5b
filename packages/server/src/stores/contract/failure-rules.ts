// A call that fails may or may not have done its work, as when the answer is lost. What it must not do is let two
// callers win.
import { ok, rejects } from 'node:assert/strict'
import { ATTEMPT, type StoreHarness, type StoreRule } from './rule'

/** Nothing may end meanwhile. */
const LONG_MS = 600_000

/** @param check gets the stores after `call` has failed once */
const afterFailure = (
  name: string,
  call: (harness: StoreHarness) => Promise<unknown>,
  check: (harness: StoreHarness) => Promise<void>,
): StoreRule => ({
  name,
  async run(harness) {
    if (!harness.break) return
    await harness.stores.attempts.put('id', ATTEMPT, LONG_MS)
    const repair = await harness.break()
    await rejects(call(harness))
    await repair()
    await check(harness)
  },
})

export const FAILURE_RULES: readonly StoreRule[] = [
  afterFailure(
    'a key whose addition failed is accepted from one caller at most',
    ({ stores }) => stores.preSigns.addOnce('key', LONG_MS),
    async ({ stores }) => {
      const wins = [await stores.preSigns.addOnce('key', LONG_MS), await stores.preSigns.addOnce('key', LONG_MS)]
      ok(wins.filter(Boolean).length <= 1)
    },
  ),
  afterFailure(
    'an attempt whose taking failed is taken once at most',
    ({ stores }) => stores.attempts.take('id'),
    async ({ stores }) => {
      const taken = [await stores.attempts.take('id'), await stores.attempts.take('id')]
      ok(taken.filter(Boolean).length <= 1)
    },
  ),
  afterFailure(
    'a counter whose addition failed has counted once or not at all',
    ({ stores }) => stores.counters.add('key', 1, LONG_MS),
    async ({ stores }) => {
      const sum = await stores.counters.add('key', 1, LONG_MS)
      ok(sum === 1 || sum === 2)
    },
  ),
  afterFailure(
    'an attempt whose addition failed is there whole or not at all',
    ({ stores }) => stores.attempts.put('another', ATTEMPT, LONG_MS),
    async ({ stores }) => {
      const taken = await stores.attempts.take('another')
      ok(taken === null || taken.msgId === ATTEMPT.msgId)
    },
  ),
]
