// A clock that a test sets, beside timers that run: answers over HTTP need theirs.

export const START = Date.UTC(2026, 10, 22)

const RUNNING = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

/** Between `beforeEach` and `afterEach`, the clock stands still unless it is moved. */
export const stopClock = () => jest.useFakeTimers({ now: START, doNotFake: [...RUNNING] })

export const moveClock = (ms: number) => jest.setSystemTime(Date.now() + ms)
