import type { Msisdn } from '@local-number/protocol'
import { createMemoryCounterStore } from '../src'
import { createFingerprint } from '../src/fingerprint'
import { createLimits, type Reservation } from '../src/limits'
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

function requireGranted(reservation: Reservation) {
  if (!reservation.granted) throw new Error(`refused: ${reservation.exhausted}`)
  return reservation
}

describe('wrong numbers of a session', () => {
  it('are counted down to 0, then the session is refused', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 2 })
    expect(await requireGranted(await limits.reserve('session', phone)).settle('wrongNumber')).toBe(1)
    expect(await limits.isExhausted('session')).toBe(false)
    expect(await requireGranted(await limits.reserve('session', other)).settle('wrongNumber')).toBe(0)
    expect(await limits.isExhausted('session')).toBe(true)
    expect(await limits.reserve('session', other)).toEqual({ granted: false, exhausted: 'session' })
    expect(await limits.isExhausted('another session')).toBe(false)
  })

  it('are not counted for a right number, a failure or a timeout', async () => {
    const { limits } = setUp({ wrongNumbersPerSession: 1 })
    for (const how of ['verified', 'notCounted', 'maybeCounted', 'quotaReached'] as const) {
      await requireGranted(await limits.reserve('session', phone)).settle(how)
      expect(await limits.isExhausted('session')).toBe(false)
    }
  })

  it('expire a day after the first one', async () => {
    const { limits, clock } = setUp({ wrongNumbersPerSession: 1 })
    await requireGranted(await limits.reserve('session', phone)).settle('wrongNumber')
    clock.ms += 86_400_000
    expect(await limits.isExhausted('session')).toBe(false)
  })
})

describe('checks of a number', () => {
  it('stop at the daily limit across all sessions', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 2 })
    await requireGranted(await limits.reserve('first', phone)).settle('verified')
    await requireGranted(await limits.reserve('second', phone)).settle('wrongNumber')
    expect(await limits.reserve('third', phone)).toEqual({ granted: false, exhausted: 'number' })
    expect(await limits.isExhausted('third')).toBe(false)
    expect((await limits.reserve('third', other)).granted).toBe(true)
  })

  it('start again at midnight in Shanghai', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    await requireGranted(await limits.reserve('session', phone)).settle('verified')
    clock.ms += 12 * 3_600_000 - 1
    expect((await limits.reserve('session', phone)).granted).toBe(false)
    clock.ms += 1
    expect((await limits.reserve('session', phone)).granted).toBe(true)
  })

  it('reserved before midnight do not give a check back to the next day', async () => {
    const { limits, clock } = setUp({ checksPerNumberAndDay: 1 })
    const yesterdays = requireGranted(await limits.reserve('first', phone))
    clock.ms += 12 * 3_600_000
    await requireGranted(await limits.reserve('second', phone)).settle('verified')
    await yesterdays.settle('notCounted')
    expect((await limits.reserve('third', phone)).granted).toBe(false)
  })

  it('are given back if the platform did not count them and kept if it may have', async () => {
    const { limits } = setUp({ checksPerNumberAndDay: 2 })
    expect(await requireGranted(await limits.reserve('session', phone)).settle('notCounted')).toBe(2)
    expect(await requireGranted(await limits.reserve('session', phone)).settle('maybeCounted')).toBe(1)
  })

  it('are used up when the platform reports its daily limit', async () => {
    const { limits } = setUp()
    expect(await requireGranted(await limits.reserve('session', phone)).settle('quotaReached')).toBe(0)
    expect(await limits.reserve('session', phone)).toEqual({ granted: false, exhausted: 'number' })
  })
})

it('the tries left are the smaller of both counts', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 5, checksPerNumberAndDay: 3 })
  expect(await requireGranted(await limits.reserve('session', phone)).settle('wrongNumber')).toBe(2)
  expect(await requireGranted(await limits.reserve('session', other)).settle('wrongNumber')).toBe(2)
  expect(await requireGranted(await limits.reserve('session', '13700000000' as Msisdn)).settle('wrongNumber')).toBe(2)
  expect(await requireGranted(await limits.reserve('session', '13700000001' as Msisdn)).settle('wrongNumber')).toBe(1)
})

it('racing reservations cannot exceed a limit', async () => {
  const { limits } = setUp({ wrongNumbersPerSession: 3, checksPerNumberAndDay: 100 })
  const reservations = await Promise.all(Array.from({ length: 20 }, () => limits.reserve('session', phone)))
  expect(reservations.filter(({ granted }) => granted)).toHaveLength(3)
})

it('counters hold neither numbers nor session ids in plain text', async () => {
  const { limits, keys } = setUp()
  await limits.reserve('session-in-clear', phone)
  expect([...keys].join('\n')).not.toMatch(/13800138000|session-in-clear/)
})
