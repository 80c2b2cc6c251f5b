import { deepEqual, equal } from 'node:assert/strict'
import { ATTEMPT, MARGIN_MS, race, START, type StoreRule, TTL_MS } from './rule'

const LONG_MS = 60 * TTL_MS

const CONSENT_RULES: readonly StoreRule[] = [
  {
    name: 'a consent is changed by one of many racing callers',
    async run({ stores: { attempts } }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, TTL_MS)
      const answers = await race(20, () => attempts.changeConsent('id', 'missing', 'pending'))
      equal(answers.filter((answer) => answer?.changed).length, 1)
      equal(answers.filter((answer) => answer?.changed === false).length, 19)
      equal((await attempts.changeConsent('id', 'missing', 'kept'))?.attempt.consent, 'pending')
    },
  },
  {
    name: 'a change of the consent leaves the end of the attempt as it was',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      await attempts.changeConsent('id', 'missing', 'kept')
      await passTime(MARGIN_MS)
      equal(await attempts.startCheck('id', START), null)
    },
  },
  {
    name: 'an attempt whose consent is not kept yet is shown, and no check starts',
    async run({ stores: { attempts } }) {
      for (const consent of ['missing', 'pending'] as const) {
        const attempt = { ...ATTEMPT, consent }
        await attempts.put(consent, attempt, LONG_MS)
        const found = { attempt, progress: { state: 'signed' } }
        deepEqual(await attempts.startCheck(consent, START), found)
        deepEqual(await attempts.startCheck(consent, START), found)
      }
    },
  },
  {
    name: 'a check can start once the consent is kept',
    async run({ stores: { attempts } }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, LONG_MS)
      await attempts.changeConsent('id', 'missing', 'pending')
      equal((await attempts.changeConsent('id', 'missing', 'kept'))?.changed, false)
      equal((await attempts.changeConsent('id', 'pending', 'kept'))?.changed, true)
      deepEqual(await attempts.startCheck('id', START), {
        attempt: ATTEMPT,
        progress: { state: 'verifying', started: true, request: START.request },
      })
    },
  },
]

const CHECK_RULES: readonly StoreRule[] = [
  {
    name: 'a check is started by one of many racing callers, and all see its request',
    async run({ stores: { attempts } }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      const found = await race(50, (index) => attempts.startCheck('id', { ...START, request: `request ${index}` }))
      const running = found.flatMap((each) => (each?.progress.state === 'verifying' ? [each.progress] : []))
      equal(running.length, 50)
      const [starter, ...others] = running.filter(({ started }) => started)
      equal(others.length, 0)
      equal(new Set(running.map(({ request }) => request)).size, 1)
      equal(starter?.request, running[0]?.request)
    },
  },
  {
    name: 'the result of a check is shown to every later caller, and does not change',
    async run({ stores: { attempts } }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      await attempts.startCheck('id', START)
      equal(await attempts.finishCheck('id', 'result', LONG_MS), true)
      equal(await attempts.finishCheck('id', 'another result', LONG_MS), false)
      const done = { attempt: ATTEMPT, progress: { state: 'done', request: START.request, result: 'result' } }
      deepEqual(await attempts.startCheck('id', { ...START, request: 'another request' }), done)
      deepEqual(await attempts.startCheck('id', START), done)
    },
  },
  {
    name: 'a check is ended by one of many racing callers',
    async run({ stores: { attempts } }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      await attempts.startCheck('id', START)
      const ends = await race(20, (index) => attempts.finishCheck('id', `result ${index}`, LONG_MS))
      equal(ends.filter(Boolean).length, 1)
    },
  },
  {
    name: 'a check that was not started cannot end',
    async run({ stores: { attempts } }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      equal(await attempts.finishCheck('id', 'result', LONG_MS), false)
      equal(await attempts.finishCheck('unknown', 'result', LONG_MS), false)
      equal((await attempts.startCheck('id', START))?.progress.state, 'verifying')
    },
  },
  {
    name: 'a check that takes longer than its budget is unknown for good',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      await attempts.startCheck('id', START)
      await passTime(START.budgetMs)
      const unknown = { attempt: ATTEMPT, progress: { state: 'unknown', request: START.request } }
      deepEqual(await attempts.startCheck('id', { ...START, request: 'another request' }), unknown)
      equal(await attempts.finishCheck('id', 'result', LONG_MS), false)
      deepEqual(await attempts.startCheck('id', START), unknown)
    },
  },
  {
    name: 'a check within its budget is still verifying',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, LONG_MS)
      await attempts.startCheck('id', START)
      await passTime(START.budgetMs - MARGIN_MS)
      equal((await attempts.startCheck('id', START))?.progress.state, 'verifying')
      equal(await attempts.finishCheck('id', 'result', LONG_MS), true)
    },
  },
  {
    name: 'a started check keeps its attempt for its own TTL, and its end for another',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      await attempts.startCheck('id', { ...START, budgetMs: 2 * TTL_MS, ttlMs: 2 * TTL_MS })
      await passTime(TTL_MS)
      equal(await attempts.finishCheck('id', 'result', 2 * TTL_MS), true)
      await passTime(2 * TTL_MS - MARGIN_MS)
      equal((await attempts.startCheck('id', START))?.progress.state, 'done')
      await passTime(MARGIN_MS)
      equal(await attempts.startCheck('id', START), null)
    },
  },
]

export const ATTEMPT_RULES: readonly StoreRule[] = [
  {
    name: 'an attempt is kept until its TTL ends',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      deepEqual((await attempts.startCheck('id', START))?.attempt, ATTEMPT)
    },
  },
  {
    name: 'an attempt is gone when its TTL ends',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      await passTime(TTL_MS)
      equal(await attempts.startCheck('id', START), null)
      equal(await attempts.changeConsent('id', 'kept', 'missing'), null)
    },
  },
  {
    name: 'an attempt that was never put is null',
    async run({ stores: { attempts } }) {
      equal(await attempts.startCheck('id', START), null)
      equal(await attempts.changeConsent('id', 'missing', 'pending'), null)
    },
  },
  {
    name: 'an attempt keeps each of its optional fields, and gets none that it was put without',
    async run({ stores: { attempts } }) {
      for (const fields of [{ binding: 'binding' }, { keyId: 'key' }, { binding: 'binding', keyId: 'key' }]) {
        const id = Object.keys(fields).join()
        const attempt = { ...ATTEMPT, ...fields }
        await attempts.put(id, attempt, LONG_MS)
        deepEqual((await attempts.changeConsent(id, 'missing', 'kept'))?.attempt, attempt)
        deepEqual((await attempts.startCheck(id, START))?.attempt, attempt)
      }
    },
  },
  ...CONSENT_RULES,
  ...CHECK_RULES,
]
