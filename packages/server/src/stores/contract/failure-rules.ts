// A call that fails may or may not have done its work, as when the answer is lost. What it must not do is let two
// callers win.
import { equal, ok, rejects } from 'node:assert/strict'
import { ATTEMPT, START, type StoreHarness, type StoreRule } from './rule'

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
    'a check whose start failed is started once at most',
    ({ stores }) => stores.attempts.startCheck('id', START),
    async ({ stores }) => {
      const found = [await stores.attempts.startCheck('id', START), await stores.attempts.startCheck('id', START)]
      ok(found.filter((each) => each?.progress.state === 'verifying' && each.progress.started).length <= 1)
    },
  ),
  afterFailure(
    'a member whose addition failed counts once',
    ({ stores }) => stores.members.add('key', 'member', LONG_MS),
    async ({ stores }) => {
      equal((await stores.members.add('key', 'member', LONG_MS)).size, 1)
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
      const found = await stores.attempts.startCheck('another', START)
      ok(found === null || found.attempt.msgId === ATTEMPT.msgId)
    },
  ),
]
