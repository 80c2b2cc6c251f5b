// The counts of a message, where the store fails at some of them.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createMemoryStores, ServerError } from '../../src'
import { createFingerprint } from '../../src/fingerprint'
import type { SmsLimitValues } from '../../src/sms'
import { createSendLimits } from '../../src/sms/send-limits'
import { NOON, OTHER } from '../support/business'

/** Lifted: nothing. */
const NONE = { withCaptcha: false, isKnown: false }

describe('when the store counts a message at some limits and fails at another', () => {
  it.each([1, 2, 3, 4, 5, 6])('it takes back what it counted: it fails at number %i', async (failing) => {
    const counters = createMemoryStores({ now: () => NOON }).counters
    let additions = 0
    const fails = { all: true }
    const add: typeof counters.add = async (key, by, ...rest) => {
      if (by > 0) additions += 1
      if (by > 0 && fails.all && additions === failing) throw new ServerError('overloaded')
      return counters.add(key, by, ...rest)
    }
    const values = {
      messagesPerDay: 10,
      messagesPerHour: 100,
      sendsPerSession: 1,
      sendsPerAddress: 1,
    } as SmsLimitValues
    const fingerprint = createFingerprint('a secret of the tests alone')
    const openCount = createSendLimits({ values, hasCaptcha: false, counters: { add }, fingerprint, now: () => NOON })
    const count = openCount({ phone: OTHER, sessionHash: 'session', client: { address: '203.0.113.7' } })
    await expect(count.count(NONE)).rejects.toMatchObject({ code: 'overloaded' })
    fails.all = false
    expect((await count.look())(NONE)).toBeNull()
    expect(await count.count(NONE)).toMatchObject({ exceeded: null, sent: { prefix: 1, all: 1 } })
  })

  it('it waits for those that are still under way, before it takes them back', async () => {
    const sums: number[] = []
    const add = async (key: string, by: number) => {
      if (by > 0 && key.endsWith(':session')) throw new ServerError('overloaded')
      await nextTurn()
      sums.push(by)
      return by
    }
    const openCount = createSendLimits({
      values: { messagesPerHour: 100 } as SmsLimitValues,
      hasCaptcha: false,
      counters: { add },
      fingerprint: createFingerprint('a secret of the tests alone'),
      now: () => NOON,
    })
    const count = openCount({ phone: OTHER, sessionHash: 'session', client: { address: '203.0.113.7' } })
    await expect(count.count(NONE)).rejects.toMatchObject({ code: 'overloaded' })
    expect(sums).toEqual([1, 1, 1, 1, 1, -1, -1, -1, -1, -1])
  })
})
