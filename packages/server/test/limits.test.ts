import type { Msisdn } from '@local-number/protocol'
import { createMemoryCounterStore, createMemoryMemberStore } from '../src'
import { createFingerprint } from '../src/fingerprint'
import { type CheckEnd, createLimits } from '../src/limits'
import type { LimitValues } from '../src/options'
import { identifyClient } from '../src/rate-limits/client'
import { createFailedChecks } from '../src/rate-limits/failed-checks'
import type { CounterStore, MemberStore } from '../src/stores/stores'
import { createFacts, createWrongNumber, NOON, OTHER, PHONE } from './support/business'

const phone = PHONE as Msisdn
const other = OTHER as Msisdn
const numbers = (count: number) => Array.from({ length: count }, (_none, index) => createWrongNumber(index) as Msisdn)

function setUp(changes: Partial<LimitValues> = {}) {
  const clock = { ms: NOON }
  const now = () => clock.ms
  const keys = new Set<string>()
  const calls = { before: 0, failing: new Set<number>(), failsFor: (_key: string, _call: string) => false }
  const call = <T>(key: string, name: string, work: () => Promise<T>): Promise<T> => {
    keys.add(key)
    calls.before += 1
    if (calls.failing.has(calls.before) || calls.failsFor(key, name)) throw new Error('the store is away')
    return work()
  }
  const [memory, sets] = [createMemoryCounterStore({ now }), createMemoryMemberStore({ now })]
  const counters: CounterStore = {
    add: async (key, by, ttlMs) => call(key, 'add', () => memory.add(key, by, ttlMs)),
  }
  const members: MemberStore = {
    add: async (key, member, ttlMs) => call(`${key} ${member}`, 'add', () => sets.add(key, member, ttlMs)),
    remove: async (key, member, withinMs) =>
      call(`${key} ${member}`, 'remove', () => sets.remove(key, member, withinMs)),
    count: (key) => sets.count(key),
    findExpiry: (key, member) => sets.findExpiry(key, member),
  }
  const values = { wrongNumbersPerSession: 5, checksPerNumberAndDay: 10, ...changes }
  const fingerprint = createFingerprint('a secret of the tests alone')
  const failedChecks = createFailedChecks({
    values: { failedChecksPerSession: 20, failedChecksPerClient: 120 },
    counters,
    now,
  })
  const { isExhausted, start } = createLimits({ values, counters, members, failedChecks, fingerprint, now })
  const client = identifyClient(createFacts({ address: '203.0.113.7' }), fingerprint)
  let attempts = 0
  const limits = {
    isExhausted,
    /** Of a new attempt, if none is named. */
    start(sessionHash: string, number: Msisdn, attemptId = String(attempts++)) {
      return start({ attemptId, sessionHash, phone: number, client })
    },
  }
  return { clock, keys, calls, limits }
}

type TestLimits = ReturnType<typeof setUp>['limits']

async function start(limits: TestLimits, session: string, number = phone) {
  const check = await limits.start(session, number)
  if (check.exhausted) throw new Error(`refused: ${check.exhausted}`)
  return check
}

async function check(limits: TestLimits, end: CheckEnd, { session = 'session', number = phone } = {}): Promise<number> {
  const started = await start(limits, session, number)
  await started.finish(end)
  return started.countLeft(end)
}

describe('wrong numbers of a session', () => {
  it('are counted down to 0, then the session is refused', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    expect(await check(limits, 'wrongNumber')).toBe(1)
    expect(await limits.isExhausted('session')).toBe(false)
    expect(await check(limits, 'wrongNumber', { number: other })).toBe(0)
    expect(await limits.isExhausted('session')).toBe(true)
    expect(await limits.start('session', createWrongNumber(0) as Msisdn)).toMatchObject({ exhausted: 'session' })
    expect(await limits.isExhausted('another session')).toBe(false)
  })

  it('count once each, however often they are sent', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    for (let time = 0; time < 5; time += 1) expect(await check(limits, 'wrongNumber')).toBe(1)
    expect(await check(limits, 'noVerdict')).toBe(1)
    expect(await check(limits, 'wrongNumber', { number: other })).toBe(0)
  })

  it('are not counted for a right number or a check without a verdict', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 1 })
    for (const end of ['verified', 'noVerdict'] as const) {
      expect(await check(limits, end)).toBe(1)
      expect(await limits.isExhausted('session')).toBe(false)
    }
  })

  it('expire one by one, each after a day', async () => {
    const { limits, clock } = setUp({ wrongNumbersPerSession: 2 })
    await check(limits, 'wrongNumber')
    clock.ms += 43_200_000
    await check(limits, 'wrongNumber', { number: other })
    expect(await limits.isExhausted('session')).toBe(true)
    clock.ms += 43_200_000
    expect(await check(limits, 'noVerdict')).toBe(1)
  })

  it('cannot be exceeded by racing checks', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 3 })
    const checks = await Promise.all(numbers(20).map((number) => limits.start('session', number)))
    const granted = checks.filter(({ exhausted }) => exhausted === null)
    expect(granted).toHaveLength(3)
    await Promise.all(checks.map((each) => each.finish(each.exhausted ? 'noVerdict' : 'wrongNumber')))
    expect(await limits.isExhausted('session')).toBe(true)
  })

  it('stay counted when a check of the same number that began before ends without a verdict', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    const [slow, quick] = [await start(limits, 'session'), await start(limits, 'session')]
    await quick.finish('wrongNumber')
    await slow.finish('noVerdict')
    await check(limits, 'wrongNumber', { number: other })
    expect(await limits.isExhausted('session')).toBe(true)
  })

  it('stay counted while they run, whatever other attempts of the same number end with', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    const [first] = [await start(limits, 'session'), await start(limits, 'session')]
    await first.finish('failed')
    expect((await limits.start('session', other)).exhausted).toBeNull()
    expect((await limits.start('session', createWrongNumber(0) as Msisdn)).exhausted).toBe('session')
  })

  it('stay counted when a request that starts nothing withdraws, which takes back only its own', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 1 })
    await limits.start('session', phone, 'attempt')
    const repeat = await limits.start('session', other, 'attempt')
    await repeat.withdraw()
    expect(await limits.isExhausted('session')).toBe(true)
    const spent = await limits.start('another session', phone, 'spent attempt')
    await spent.withdraw()
    expect(await limits.isExhausted('another session')).toBe(false)
  })

  it('stay counted when another check of the same number ends without a verdict', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    const [first, second] = [await start(limits, 'session'), await start(limits, 'session')]
    await first.finish('noVerdict')
    await second.finish('wrongNumber')
    await check(limits, 'wrongNumber', { number: other })
    expect(await limits.isExhausted('session')).toBe(true)
  })
})

describe('checks of a number', () => {
  it('stop at the daily limit of right numbers across all sessions', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 2 })
    await check(limits, 'verified', { session: 'first' })
    await check(limits, 'verified', { session: 'second' })
    expect(await limits.start('third', phone)).toMatchObject({ exhausted: 'number' })
    expect((await limits.start('third', other)).exhausted).toBeNull()
  })

  it('start again at midnight in Shanghai', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    await check(limits, 'verified')
    clock.ms += 12 * 3_600_000 - 1
    expect((await limits.start('session', phone)).exhausted).toBe('number')
    clock.ms += 1
    expect((await limits.start('session', phone)).exhausted).toBeNull()
  })

  it('that began before midnight count for the day on which they began', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    const yesterdays = await start(limits, 'first')
    clock.ms += 12 * 3_600_000
    await yesterdays.finish('verified')
    expect((await limits.start('second', phone)).exhausted).toBeNull()
  })

  it('are not used up by wrong numbers, by checks without a verdict or by running ones', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 1 })
    await check(limits, 'wrongNumber', { session: 'first' })
    await check(limits, 'noVerdict', { session: 'second' })
    await start(limits, 'third')
    expect((await limits.start('fourth', phone)).exhausted).toBeNull()
  })
})

it('the tries left are those of the session, also for a number that reached its daily limit', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 5, checksPerNumberAndDay: 1 })
  await check(limits, 'verified', { session: 'its own', number: other })
  expect(await check(limits, 'wrongNumber')).toBe(4)
  const stopped = await limits.start('session', other)
  expect(stopped.exhausted).toBe('number')
  expect(stopped.countLeft('wrongNumber')).toBe(3)
})

it('a session can ask whether numbers reached their daily limit only as often as for wrong numbers', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 3, checksPerNumberAndDay: 1 })
  for (const number of numbers(10)) await check(limits, 'verified', { session: `of ${number}`, number })
  const asked = []
  for (const number of numbers(10)) {
    const stopped = await limits.start('session', number)
    await stopped.finish(stopped.exhausted === 'number' ? 'wrongNumber' : 'noVerdict')
    asked.push(stopped.exhausted)
  }
  expect(asked).toEqual([...Array(3).fill('number'), ...Array(7).fill('session')])
  expect(await limits.isExhausted('session')).toBe(true)
})

describe('when the store fails', () => {
  it.each([1, 2, 3])('in step %i of five checks, the session is not locked for longer than a minute', async (step) => {
    const { limits, calls, clock } = setUp()
    for (const number of numbers(5)) {
      calls.failing = new Set([calls.before + step])
      await check(limits, 'noVerdict', { number }).catch(() => undefined)
    }
    calls.failing.clear()
    clock.ms += 60_000
    expect((await limits.start('session', phone)).exhausted).toBeNull()
  })

  it('and stays away, so that nothing can be given back, the user may check again after a minute', async () => {
    const { limits, calls, clock } = setUp({ wrongNumbersPerSession: 1 })
    calls.failsFor = (key, call) => key.startsWith('number:') || call === 'remove'
    for (let round = 0; round < 5; round += 1) {
      await expect(limits.start('session', phone)).rejects.toThrow('the store is away')
    }
    calls.failsFor = () => false
    clock.ms += 60_000
    expect((await limits.start('session', phone)).exhausted).toBeNull()
  })
})

it('stores hold no number in plain text', async () => {
  const { limits, keys } = setUp()
  await limits.start('hash', phone)
  expect([...keys].join('\n')).toContain('wrong:hash ')
  expect([...keys].join('\n')).not.toContain(phone)
})
