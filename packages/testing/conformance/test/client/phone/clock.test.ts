import { createClock } from '../../../src/client/phone/clock'

const NOON_UTC = Date.UTC(2026, 10, 22, 12, 0, 0, 5)

function clockOf(timezoneOffset = -480) {
  const errors: unknown[] = []
  const clock = createClock({ epochMs: NOON_UTC, timezoneOffset, onError: (error) => void errors.push(error) })
  return { ...clock, ...(clock.globals as unknown as typeof globalThis), errors }
}

test('the date is the phone’s, in the phone’s zone', () => {
  const { Date: PhoneDate } = clockOf()
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

test('in New York the same instant is the morning', () => {
  const { Date: PhoneDate } = clockOf(300)
  expect(new PhoneDate().getHours()).toBe(7)
})

test('timers run in their order, and the time is theirs', async () => {
  const { setTimeout, advance, now } = clockOf()
  const heard: [string, number][] = []
  const hear = (name: string) => void heard.push([name, now() - NOON_UTC])
  setTimeout(hear, 200, 'late')
  setTimeout(hear, 100, 'early')
  setTimeout(hear, 5_000, 'never')
  await advance(1_000)
  expect(heard).toEqual([
    ['early', 100],
    ['late', 200],
  ])
  expect(now()).toBe(NOON_UTC + 1_000)
})

test('a promise that settles may set a timer that is still due', async () => {
  const { setTimeout, advance } = clockOf()
  const later = jest.fn()
  setTimeout(() => void Promise.resolve().then(() => setTimeout(later, 10)), 10)
  await advance(20)
  expect(later).toHaveBeenCalledTimes(1)
})

test('a cleared timer does not run, and an interval until it is cleared', async () => {
  const { setTimeout, setInterval, clearTimeout, clearInterval, advance } = clockOf()
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
  const { clearTimeout, clearInterval } = clockOf()
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
  const { setInterval, clearInterval, advance } = clockOf()
  const often = jest.fn()
  const interval = setInterval(often, 0)
  await advance(5)
  clearInterval(interval)
  expect(often).toHaveBeenCalledTimes(5)
})

test('what a timer throws is told, and the others run', async () => {
  const { setTimeout, advance, errors } = clockOf()
  const next = jest.fn()
  const mistake = new Error('a mistake')
  setTimeout(() => {
    throw mistake
  }, 10)
  setTimeout(next, 20)
  await advance(20)
  expect(errors).toEqual([mistake])
  expect(next).toHaveBeenCalled()
})
