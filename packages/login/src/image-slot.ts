// The image port for user interfaces: a view renders the slot as a zero-size image and reports what became of it.
import type { CarrierImage } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** The image to render now. Each attempt's image has its own `key`. */
export interface SlotImage extends CarrierImage {
  readonly key: number
}

export interface ImageSlot {
  /** `null` renders nothing: between attempts the image is removed, so that a stale one cannot pass for a new one. */
  readonly store: StoreApi<SlotImage | null>
  /** The view's `onLoad` for the image with this key. */
  reportLoaded(key: number): void
  /** The view's `onError`. */
  reportFailed(key: number): void
  /** The port's `loadImage`. One image at a time: a new image ends the wait for the previous one. */
  load(image: CarrierImage, signal: AbortSignal): Promise<void>
}

interface Waiting {
  readonly key: number
  readonly settle: (error?: Error) => void
}

/**
 * Creates a slot.
 *
 * @example
 * ```ts
 * const slot = createImageSlot()
 * slot.store.subscribe((image) => render(image)) // then slot.reportLoaded(key) or slot.reportFailed(key)
 * ```
 */
export function createImageSlot(): ImageSlot {
  const store = createStore<SlotImage | null>(() => null)
  let keys = 0
  let waiting: Waiting | null = null

  const report = (key: number, error?: Error) => {
    if (waiting?.key === key) waiting.settle(error)
  }
  return {
    store,
    reportLoaded: (key) => report(key),
    reportFailed: (key) => report(key, new Error('the image failed to load')),
    load: (image, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(createAbortError())
        waiting?.settle(new Error('another image replaced this one before it loaded'))
        keys += 1
        const key = keys
        const onAbort = () => report(key, createAbortError())
        const settle = (error?: Error) => {
          waiting = null
          signal.removeEventListener('abort', onAbort)
          store.setState(null, true)
          if (error) reject(error)
          else resolve()
        }
        waiting = { key, settle }
        signal.addEventListener('abort', onAbort)
        store.setState({ ...image, key }, true)
      }),
  }
}

function createAbortError(): Error {
  return new Error('the attempt was aborted before its image loaded')
}
