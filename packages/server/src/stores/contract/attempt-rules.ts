import { deepEqual, equal } from 'node:assert/strict'
import { ATTEMPT, MARGIN_MS, race, type StoreRule, TTL_MS } from './rule'

export const ATTEMPT_RULES: readonly StoreRule[] = [
  {
    name: 'an attempt is taken by one of many racing callers',
    async run({ stores: { attempts } }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      const taken = await race(50, () => attempts.take('id'))
      deepEqual(taken.filter(Boolean), [ATTEMPT])
    },
  },
  {
    name: 'an attempt is kept until its TTL ends',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      deepEqual(await attempts.take('id'), ATTEMPT)
    },
  },
  {
    name: 'an attempt is gone when its TTL ends',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', ATTEMPT, TTL_MS)
      await passTime(TTL_MS)
      equal(await attempts.take('id'), null)
    },
  },
  {
    name: 'an attempt that was never put is null',
    async run({ stores: { attempts } }) {
      equal(await attempts.take('id'), null)
      equal(await attempts.changeConsent('id', 'missing', 'pending'), null)
    },
  },
  {
    name: 'an attempt whose consent is not kept yet is shown, and stays',
    async run({ stores: { attempts } }) {
      for (const consent of ['missing', 'pending'] as const) {
        const attempt = { ...ATTEMPT, consent }
        await attempts.put(consent, attempt, TTL_MS)
        deepEqual(await attempts.take(consent), attempt)
        deepEqual(await attempts.take(consent), attempt)
      }
    },
  },
  {
    name: 'an attempt can be taken once its consent is kept',
    async run({ stores: { attempts } }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, TTL_MS)
      await attempts.changeConsent('id', 'missing', 'pending')
      equal((await attempts.changeConsent('id', 'missing', 'kept'))?.changed, false)
      equal((await attempts.changeConsent('id', 'pending', 'kept'))?.changed, true)
      deepEqual(await attempts.take('id'), ATTEMPT)
      equal(await attempts.changeConsent('id', 'kept', 'missing'), null)
    },
  },
  {
    name: 'a consent is changed by one of many racing callers',
    async run({ stores: { attempts } }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, TTL_MS)
      const answers = await race(20, () => attempts.changeConsent('id', 'missing', 'pending'))
      equal(answers.filter((answer) => answer?.changed).length, 1)
      equal(answers.filter((answer) => answer?.changed === false).length, 19)
      equal((await attempts.take('id'))?.consent, 'pending')
    },
  },
  {
    name: 'a change of the consent leaves the end of the attempt as it was',
    async run({ stores: { attempts }, passTime }) {
      await attempts.put('id', { ...ATTEMPT, consent: 'missing' }, TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      await attempts.changeConsent('id', 'missing', 'kept')
      await passTime(MARGIN_MS)
      equal(await attempts.take('id'), null)
    },
  },
]
