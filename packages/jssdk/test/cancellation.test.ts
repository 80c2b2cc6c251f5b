// Limits around work of whatever quality, with and without the platform's own AbortController.
import { newAbortController, underLimits } from '../src/cancellation'

test('limits hold where the platform has no AbortController, as in WeChat’s logic layer', async () => {
  const native = globalThis.AbortController
  Reflect.deleteProperty(globalThis, 'AbortController')
  try {
    const controller = newAbortController()
    let inner: AbortSignal | undefined
    const pending = underLimits(
      (signal) => {
        inner = signal
        return new Promise(() => undefined)
      },
      { signal: controller.signal },
    )
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
    expect(inner?.aborted).toBe(true)
  } finally {
    globalThis.AbortController = native
  }
})

test('they hold beside the document that Taro gives a mini-program, whose events know no initEvent', () => {
  const native = globalThis.AbortController
  const surroundings = { document: { createEvent: () => ({}) }, window: {} }
  Object.assign(globalThis, surroundings)
  Reflect.deleteProperty(globalThis, 'AbortController')
  try {
    jest.isolateModules(() => {
      const fresh: typeof import('../src/cancellation') = require('../src/cancellation')
      const heard = jest.fn()
      const controller = fresh.newAbortController()
      controller.signal.addEventListener('abort', heard)
      controller.abort()
      expect(heard).toHaveBeenCalledTimes(1)
    })
  } finally {
    for (const name of Object.keys(surroundings)) Reflect.deleteProperty(globalThis, name)
    globalThis.AbortController = native
  }
})

test('where the platform has its own AbortController it is that one, which fetch insists on', () => {
  expect(newAbortController()).toBeInstanceOf(AbortController)
})

test('what the work throws comes through as it is', async () => {
  const cause = new Error('mine')
  await expect(underLimits(() => Promise.reject(cause), {})).rejects.toBe(cause)
})

describe('nothing stays behind', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  const listeningSignal = () => {
    const { signal } = new AbortController()
    const added = jest.spyOn(signal, 'addEventListener')
    const removed = jest.spyOn(signal, 'removeEventListener')
    return { signal, added, removed }
  }

  test.each([
    ['resolves', () => Promise.resolve(1)],
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws before it has a promise',
      () => {
        throw new Error('no')
      },
    ],
  ])('when the work %s: neither timer nor listener', async (_how, work) => {
    const { signal, added, removed } = listeningSignal()
    await underLimits(work, { signal, timeoutMs: 1000 }).catch(() => undefined)
    expect(jest.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledTimes(1)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  test('an answer after the time limit changes nothing any more', async () => {
    let answer: (value: string) => void = () => undefined
    const call = underLimits(() => new Promise<string>((resolve) => (answer = resolve)), { timeoutMs: 10 })
    const outcome = expect(call).rejects.toMatchObject({ code: 'timeout' })
    await jest.advanceTimersByTimeAsync(10)
    answer('late')
    await outcome
  })
})

test('work that throws before it has a promise fails like work that rejects', async () => {
  const cause = new Error('mine')
  const work = () => {
    throw cause
  }
  await expect(underLimits(work, {})).rejects.toBe(cause)
})

test('work that answers without a promise has answered', async () => {
  const work = (() => 'now') as unknown as () => Promise<string>
  await expect(underLimits(work, { timeoutMs: 10 })).resolves.toBe('now')
})

test.each([Number.POSITIVE_INFINITY, 2 ** 31])('a limit of %d ms is long, not over at once', async (timeoutMs) => {
  jest.useFakeTimers()
  try {
    const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 60_000))
    const outcome = expect(underLimits(work, { timeoutMs })).resolves.toBe('done')
    await jest.advanceTimersByTimeAsync(60_000)
    await outcome
  } finally {
    jest.useRealTimers()
  }
})
