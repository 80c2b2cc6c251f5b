import type { Msisdn } from '@local-number/protocol'
import { createMemoryCounterStore } from '../src'
import { createFingerprint } from '../src/fingerprint'
import { createLimits, type LimitValues, type Reservation } from '../src/limits'
import type { CounterStore } from '../src/stores/stores'
import { NOON, PHONE } from './support/business'

const phone = PHONE as Msisdn
const other = '13912345678' as Msisdn

function limitsOf(changes: Partial<LimitValues> = {}) {
  const clock = { ms: NOON }
  const now = () => clock.ms
  const keys = new Set<string>()
  const memory = createMemoryCounterStore({ now })
  const counters: CounterStore = {
    add(key, by, ttlMs) {
      keys.add(key)
      return memory.add(key, by, ttlMs)
    },
  }
  const values = { wrongNumbersPerSession: 5, checksPerNumberAndDay: 10, ...changes }
  const fingerprint = createFingerprint('a secret of the tests alone')
  return { clock, keys, limits: createLimits({ values, counters, fingerprint, now }) }
}

function granted(reservation: Reservation) {
  if (!reservation.granted) throw new Error(`refused: ${reservation.exhausted}`)
  return reservation
}

describe('wrong numbers of a session', () => {
  it('are counted down to nothing, then the session is refused', async () => {
    const { limits } = limitsOf({ wrongNumbersPerSession: 2 })
    expect(await granted(await limits.reserve('session', phone)).settle('wrongNumber')).toBe(1)
    expect(await limits.exhausted('session')).toBe(false)
    expect(await granted(await limits.reserve('session', other)).settle('wrongNumber')).toBe(0)
    expect(await limits.exhausted('session')).toBe(true)
    expect(await limits.reserve('session', other)).toEqual({ granted: false, exhausted: 'session' })
    expect(await limits.exhausted('another session')).toBe(false)
  })

  it('are not what a right number, a failure or a time-out is', async () => {
    const { limits } = limitsOf({ wrongNumbersPerSession: 1 })
    for (const how of ['verified', 'notCounted', 'maybeCounted', 'quotaReached'] as const) {
      await granted(await limits.reserve('session', phone)).settle(how)
      expect(await limits.exhausted('session')).toBe(false)
    }
  })

  it('are forgotten a day after the first', async () => {
    const { limits, clock } = limitsOf({ wrongNumbersPerSession: 1 })
    await granted(await limits.reserve('session', phone)).settle('wrongNumber')
    clock.ms += 86_400_000
    expect(await limits.exhausted('session')).toBe(false)
  })
})

describe('checks of a number', () => {
  it('stop at the day’s limit, whoever asks', async () => {
    const { limits } = limitsOf({ checksPerNumberAndDay: 2 })
    await granted(await limits.reserve('first', phone)).settle('verified')
    await granted(await limits.reserve('second', phone)).settle('wrongNumber')
    expect(await limits.reserve('third', phone)).toEqual({ granted: false, exhausted: 'number' })
    expect(await limits.exhausted('third')).toBe(false)
    expect((await limits.reserve('third', other)).granted).toBe(true)
  })

  it('begin anew at midnight in Shanghai', async () => {
    const { limits, clock } = limitsOf({ checksPerNumberAndDay: 1 })
    await granted(await limits.reserve('session', phone)).settle('verified')
    clock.ms += 12 * 3_600_000 - 1
    expect((await limits.reserve('session', phone)).granted).toBe(false)
    clock.ms += 1
    expect((await limits.reserve('session', phone)).granted).toBe(true)
  })

  it('that began before midnight are not given back to the new day', async () => {
    const { limits, clock } = limitsOf({ checksPerNumberAndDay: 1 })
    const yesterdays = granted(await limits.reserve('first', phone))
    clock.ms += 12 * 3_600_000
    await granted(await limits.reserve('second', phone)).settle('verified')
    await yesterdays.settle('notCounted')
    expect((await limits.reserve('third', phone)).granted).toBe(false)
  })

  it('are given back when the platform did not count, kept when it may have', async () => {
    const { limits } = limitsOf({ checksPerNumberAndDay: 2 })
    expect(await granted(await limits.reserve('session', phone)).settle('notCounted')).toBe(2)
    expect(await granted(await limits.reserve('session', phone)).settle('maybeCounted')).toBe(1)
  })

  it('are used up when the platform says so', async () => {
    const { limits } = limitsOf()
    expect(await granted(await limits.reserve('session', phone)).settle('quotaReached')).toBe(0)
    expect(await limits.reserve('session', phone)).toEqual({ granted: false, exhausted: 'number' })
  })
})

it('tries left are the smaller of the two', async () => {
  const { limits } = limitsOf({ wrongNumbersPerSession: 5, checksPerNumberAndDay: 3 })
  expect(await granted(await limits.reserve('session', phone)).settle('wrongNumber')).toBe(2)
  expect(await granted(await limits.reserve('session', other)).settle('wrongNumber')).toBe(2)
  expect(await granted(await limits.reserve('session', '13700000000' as Msisdn)).settle('wrongNumber')).toBe(2)
  expect(await granted(await limits.reserve('session', '13700000001' as Msisdn)).settle('wrongNumber')).toBe(1)
})

it('racing reservations cannot slip past a limit', async () => {
  const { limits } = limitsOf({ wrongNumbersPerSession: 3, checksPerNumberAndDay: 100 })
  const reservations = await Promise.all(Array.from({ length: 20 }, () => limits.reserve('session', phone)))
  expect(reservations.filter(({ granted }) => granted)).toHaveLength(3)
})

it('counters hold neither numbers nor sessions', async () => {
  const { limits, keys } = limitsOf()
  await limits.reserve('session-in-clear', phone)
  expect([...keys].join('\n')).not.toMatch(/13800138000|session-in-clear/)
})
