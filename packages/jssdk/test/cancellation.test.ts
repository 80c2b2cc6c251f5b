// Limits around well-behaved and misbehaving work, with and without the platform's own AbortController.
import { createAbortController, runWithLimits } from '../src/cancellation'

test('time limits work without an AbortController of the platform, as in WeChat’s logic layer', async () => {
  const native = globalThis.AbortController
  Reflect.deleteProperty(globalThis, 'AbortController')
  try {
    const controller = createAbortController()
    let inner: AbortSignal | undefined
    const pending = runWithLimits(
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

test('time limits work with the document that Taro gives a mini-program, whose events have no initEvent', () => {
  const native = globalThis.AbortController
  const stubs = { document: { createEvent: () => ({}) }, window: {} }
  Object.assign(globalThis, stubs)
  Reflect.deleteProperty(globalThis, 'AbortController')
  try {
    jest.isolateModules(() => {
      const fresh: typeof import('../src/cancellation') = require('../src/cancellation')
      const heard = jest.fn()
      const controller = fresh.createAbortController()
      controller.signal.addEventListener('abort', heard)
      controller.abort()
      expect(heard).toHaveBeenCalledTimes(1)
    })
  } finally {
    for (const name of Object.keys(stubs)) Reflect.deleteProperty(globalThis, name)
    globalThis.AbortController = native
  }
})

describe('without an AbortController of the platform', () => {
  const native = globalThis.AbortController
  beforeEach(() => {
    Reflect.deleteProperty(globalThis, 'AbortController')
  })
  afterEach(() => {
    globalThis.AbortController = native
  })

  test('a listener is called once, also one that was added twice', () => {
    const heard = jest.fn()
    const { signal, ...controller } = createAbortController()
    signal.addEventListener('abort', heard)
    signal.addEventListener('abort', heard)
    controller.abort()
    controller.abort()
    expect(heard.mock.calls).toEqual([[{ type: 'abort' }]])
    expect(signal.aborted).toBe(true)
  })

  test('a listener that was removed is not called, even by another one while it aborts', () => {
    const heard = jest.fn()
    const { signal, ...controller } = createAbortController()
    signal.addEventListener('abort', () => signal.removeEventListener('abort', heard))
    signal.addEventListener('abort', heard)
    controller.abort()
    expect(heard).not.toHaveBeenCalled()
  })

  test('a listener that throws is reported, and keeps neither the others nor the caller from going on', () => {
    jest.useFakeTimers()
    const cause = new Error('mine')
    const heard = jest.fn()
    const { signal, ...controller } = createAbortController()
    signal.addEventListener('abort', () => {
      throw cause
    })
    signal.addEventListener('abort', heard)
    controller.abort()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(() => jest.runAllTimers()).toThrow(cause)
    jest.useRealTimers()
  })
})

test('createAbortController returns the platform’s own controller, which fetch requires', () => {
  expect(createAbortController()).toBeInstanceOf(AbortController)
})

test('runWithLimits rejects with the work’s own error', async () => {
  const cause = new Error('mine')
  await expect(runWithLimits(() => Promise.reject(cause), {})).rejects.toBe(cause)
})

describe('runWithLimits', () => {
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
  ])('leaves neither a timer nor a listener when the work %s', async (_how, work) => {
    const { signal, added, removed } = listeningSignal()
    await runWithLimits(work, { signal, timeoutMs: 1000 }).catch(() => undefined)
    expect(jest.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledTimes(1)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  test('ignores an answer after the time limit', async () => {
    let answer: (value: string) => void = () => undefined
    const call = runWithLimits(() => new Promise<string>((resolve) => (answer = resolve)), { timeoutMs: 10 })
    const outcome = expect(call).rejects.toMatchObject({ code: 'timeout' })
    await jest.advanceTimersByTimeAsync(10)
    answer('late')
    await outcome
  })
})

test('work that throws before it returns a promise counts as rejected', async () => {
  const cause = new Error('mine')
  const work = () => {
    throw cause
  }
  await expect(runWithLimits(work, {})).rejects.toBe(cause)
})

test('work that returns a plain value counts as resolved', async () => {
  const work = (() => 'now') as unknown as () => Promise<string>
  await expect(runWithLimits(work, { timeoutMs: 10 })).resolves.toBe('now')
})

test.each([Number.POSITIVE_INFINITY, 2 ** 31])('a limit of %d ms does not end the work at once', async (timeoutMs) => {
  jest.useFakeTimers()
  try {
    const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 60_000))
    const outcome = expect(runWithLimits(work, { timeoutMs })).resolves.toBe('done')
    await jest.advanceTimersByTimeAsync(60_000)
    await outcome
  } finally {
    jest.useRealTimers()
  }
})
