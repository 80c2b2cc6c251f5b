import type { Msisdn } from '@local-number/protocol'
import { createMemoryCounterStore } from '../src'
import { createFingerprint } from '../src/fingerprint'
import { type CheckEnd, createLimits, type Limits } from '../src/limits'
import type { LimitValues } from '../src/options'
import type { CounterStore } from '../src/stores/stores'
import { NOON, PHONE } from './support/business'

const phone = PHONE as Msisdn
const other = '13912345678' as Msisdn

function setUp(changes: Partial<LimitValues> = {}) {
  const clock = { ms: NOON }
  const now = () => clock.ms
  const keys = new Set<string>()
  const memory = createMemoryCounterStore({ now })
  const calls = { before: 0, failing: new Set<number>(), failsFor: (_key: string, _by: number) => false }
  const counters: CounterStore = {
    async add(key, by, ttlMs) {
      keys.add(key)
      calls.before += 1
      if (calls.failing.has(calls.before) || calls.failsFor(key, by)) throw new Error('the store is away')
      return memory.add(key, by, ttlMs)
    },
  }
  const values = { wrongNumbersPerSession: 5, checksPerNumberAndDay: 10, ...changes }
  const fingerprint = createFingerprint('a secret of the tests alone')
  return { clock, keys, calls, limits: createLimits({ values, counters, fingerprint, now }) }
}

async function start(limits: Limits, session: string, number = phone) {
  const check = await limits.start(session, number)
  if (!check.granted) throw new Error(`refused: ${check.exhausted}`)
  return check
}

async function check(limits: Limits, end: CheckEnd, { session = 'session', number = phone } = {}): Promise<number> {
  return (await start(limits, session, number)).finish(end)
}

describe('wrong numbers of a session', () => {
  it('are counted down to 0, then the session is refused', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    expect(await check(limits, 'wrongNumber')).toBe(1)
    expect(await limits.isExhausted('session')).toBe(false)
    expect(await check(limits, 'wrongNumber', { number: other })).toBe(0)
    expect(await limits.isExhausted('session')).toBe(true)
    expect(await limits.start('session', other)).toMatchObject({ granted: false, exhausted: 'session' })
    expect(await limits.isExhausted('another session')).toBe(false)
  })

  it('are not counted for a right number or a check without a verdict', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 1 })
    for (const end of ['verified', 'noVerdict'] as const) {
      expect(await check(limits, end)).toBe(1)
      expect(await limits.isExhausted('session')).toBe(false)
    }
  })

  it('expire a day after the first one', async () => {
    const { limits, clock } = setUp({ wrongNumbersPerSession: 1 })
    await check(limits, 'wrongNumber')
    clock.ms += 86_400_000
    expect(await limits.isExhausted('session')).toBe(false)
  })

  it('cannot be exceeded by racing checks', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 3, checksPerNumberAndDay: 100 })
    const checks = await Promise.all(Array.from({ length: 20 }, () => limits.start('session', phone)))
    const granted = checks.filter((started) => started.granted)
    expect(granted).toHaveLength(3)
    for (const started of granted) await started.finish('wrongNumber')
    expect(await limits.isExhausted('session')).toBe(true)
  })
})

describe('checks of a number', () => {
  it('stop at the daily limit of right numbers across all sessions', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 2 })
    await check(limits, 'verified', { session: 'first' })
    await check(limits, 'verified', { session: 'second' })
    expect(await limits.start('third', phone)).toEqual({ granted: false, exhausted: 'number', wrongNumbersLeft: 4 })
    expect(await limits.isExhausted('third')).toBe(false)
    expect((await limits.start('third', other)).granted).toBe(true)
  })

  it('start again at midnight in Shanghai', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    await check(limits, 'verified')
    clock.ms += 12 * 3_600_000 - 1
    expect((await limits.start('session', phone)).granted).toBe(false)
    clock.ms += 1
    expect((await limits.start('session', phone)).granted).toBe(true)
  })

  it('that began before midnight count for the day on which they began', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    const yesterdays = await start(limits, 'first')
    clock.ms += 12 * 3_600_000
    await yesterdays.finish('verified')
    expect((await limits.start('second', phone)).granted).toBe(true)
  })

  it('are not used up by wrong numbers, by checks without a verdict or by running ones', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 1 })
    await check(limits, 'wrongNumber', { session: 'first' })
    await check(limits, 'noVerdict', { session: 'second' })
    await start(limits, 'third')
    expect((await limits.start('fourth', phone)).granted).toBe(true)
  })
})

it('the tries left are those of the session, also for a number that reached its daily limit', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 5, checksPerNumberAndDay: 1 })
  await check(limits, 'verified', { session: 'its own', number: other })
  expect(await check(limits, 'wrongNumber')).toBe(4)
  expect(await limits.start('session', other)).toMatchObject({ exhausted: 'number', wrongNumbersLeft: 3 })
})

it('a session can ask whether numbers reached their daily limit only as often as for wrong numbers', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 3, checksPerNumberAndDay: 1 })
  await check(limits, 'verified', { session: 'its own' })
  const asked = await Promise.all(Array.from({ length: 10 }, () => limits.start('session', phone)))
  expect(asked.filter((each) => !each.granted && each.exhausted === 'number')).toHaveLength(3)
  expect(await limits.isExhausted('session')).toBe(true)
  expect(await limits.start('session', phone)).toMatchObject({ exhausted: 'session', wrongNumbersLeft: 0 })
  expect(await limits.isExhausted('its own')).toBe(false)
})

describe('when the store fails', () => {
  it.each([1, 2, 3, 4])('in step %i of five checks, the session is not locked', async (step) => {
    const { limits, calls } = setUp()
    for (let round = 0; round < 5; round += 1) {
      calls.failing = new Set([calls.before + step])
      await check(limits, 'noVerdict').catch(() => undefined)
    }
    calls.failing.clear()
    expect(await check(limits, 'noVerdict')).toBe(5)
  })

  it('and stays away, so that nothing can be given back, the session is free again after a minute', async () => {
    const { limits, calls, clock } = setUp()
    for (let round = 0; round < 5; round += 1) {
      calls.failsFor = (key, by) => key.startsWith('session:') || by < 0
      await expect(limits.start('session', phone)).rejects.toThrow('the store is away')
    }
    calls.failsFor = () => false
    clock.ms += 60_000
    expect(await check(limits, 'noVerdict')).toBe(5)
  })

  it.each([1, 2, 3, 4])('in step %i of five checks at the daily limit, the session is not locked', async (step) => {
    const { limits, calls } = setUp({ checksPerNumberAndDay: 1 })
    await check(limits, 'verified', { session: 'its own' })
    for (let round = 0; round < 5; round += 1) {
      calls.failing = new Set([calls.before + step])
      await limits.start('session', phone).catch(() => undefined)
    }
    calls.failing.clear()
    expect((await limits.start('session', other)).granted).toBe(true)
  })

  it('to take back a finished check, its answer is given all the same', async () => {
    const { limits, calls } = setUp()
    const started = await start(limits, 'session')
    calls.failsFor = (_, by) => by < 0
    expect(await started.finish('wrongNumber')).toBe(4)
  })
})

it('counters hold neither numbers nor session ids in plain text', async () => {
  const { limits, keys } = setUp()
  await limits.start('session-in-clear', phone)
  expect([...keys].join('\n')).not.toMatch(/13800138000|session-in-clear/)
})
