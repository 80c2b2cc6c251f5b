// WeChat's logic layer has no AbortController: the same limits must hold with the ponyfill.
import { newAbortController, underLimits } from '../src/cancellation'

test('limits hold where the platform has no AbortController', async () => {
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

test('what the work throws comes through as it is', async () => {
  const cause = new Error('mine')
  await expect(underLimits(() => Promise.reject(cause), {})).rejects.toBe(cause)
})
