import { createClock } from '../../../src/client/phone/clock'

const NOON_UTC = Date.UTC(2026, 10, 22, 12, 0, 0, 5)

function createTestClock(timezoneOffset = -480) {
  const errors: unknown[] = []
  const clock = createClock({ epochMs: NOON_UTC, timezoneOffset, onError: (error) => void errors.push(error) })
  return { ...clock, ...(clock.globals as unknown as typeof globalThis), errors }
}

test('dates are those of the phone, in its time zone', () => {
  const { Date: PhoneDate } = createTestClock()
  const now = new PhoneDate()
  expect(PhoneDate.now()).toBe(NOON_UTC)
  expect([now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes()]).toEqual([
    2026, 10, 22, 20, 0,
  ])
  expect(now.getMilliseconds()).toBe(5)
  expect(now.getTimezoneOffset()).toBe(-480)
  expect(now).toBeInstanceOf(Date)
  expect(new PhoneDate(0).toISOString()).toBe('1970-01-01T00:00:00.000Z')
})

test('dates of a phone in New York are in its time zone', () => {
  const { Date: PhoneDate } = createTestClock(300)
  expect(new PhoneDate().getHours()).toBe(7)
})

test('timers run in their order, each at its time', async () => {
  const { setTimeout, advance, now } = createTestClock()
  const calls: [string, number][] = []
  const call = (name: string) => void calls.push([name, now() - NOON_UTC])
  setTimeout(call, 200, 'late')
  setTimeout(call, 100, 'early')
  setTimeout(call, 5_000, 'never')
  await advance(1_000)
  expect(calls).toEqual([
    ['early', 100],
    ['late', 200],
  ])
  expect(now()).toBe(NOON_UTC + 1_000)
})

test('a timer that a promise sets in the meantime runs when it is due', async () => {
  const { setTimeout, advance } = createTestClock()
  const later = jest.fn()
  setTimeout(() => void Promise.resolve().then(() => setTimeout(later, 10)), 10)
  await advance(20)
  expect(later).toHaveBeenCalledTimes(1)
})

test('a cleared timer does not run, and an interval runs until it is cleared', async () => {
  const { setTimeout, setInterval, clearTimeout, clearInterval, advance } = createTestClock()
  const [never, often] = [jest.fn(), jest.fn()]
  clearTimeout(setTimeout(never, 10))
  const interval = setInterval(often, 10)
  await advance(35)
  clearInterval(interval)
  await advance(35)
  expect(never).not.toHaveBeenCalled()
  expect(often).toHaveBeenCalledTimes(3)
})

test('clearing an id that no timer has does nothing, and prints nothing', () => {
  const warn = jest.spyOn(console, 'warn')
  const { clearTimeout, clearInterval } = createTestClock()
  for (const id of [0, 1, undefined, {} as never, 'x']) {
    expect(() => {
      clearTimeout(id)
      clearInterval(id)
    }).not.toThrow()
  }
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})

test('an interval of 0 ms repeats every millisecond', async () => {
  const { setInterval, clearInterval, advance } = createTestClock()
  const often = jest.fn()
  const interval = setInterval(often, 0)
  await advance(5)
  clearInterval(interval)
  expect(often).toHaveBeenCalledTimes(5)
})

test('errors of timers are reported, and other timers run', async () => {
  const { setTimeout, advance, errors } = createTestClock()
  const next = jest.fn()
  const failure = new Error('a failure')
  setTimeout(() => {
    throw failure
  }, 10)
  setTimeout(next, 20)
  await advance(20)
  expect(errors).toEqual([failure])
  expect(next).toHaveBeenCalled()
})
