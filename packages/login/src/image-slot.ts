// The image port for user interfaces: a slot that a view renders as a zero-size image and reports back to.
import type { CarrierImage } from '@local-number/jssdk'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** The image to render now. `key` tells one attempt's from the next. */
export interface SlotImage extends CarrierImage {
  readonly key: number
}

export interface ImageSlot {
  /** `null` renders nothing: between attempts the image is gone, so that no stale one is taken for a new one. */
  readonly store: StoreApi<SlotImage | null>
  /** The view's `onLoad` for the image with this key. */
  loaded(key: number): void
  /** The view's `onError`. */
  failed(key: number): void
  /** The port's `loadImage`. One image at a time: another one ends the wait for the one before it. */
  load(image: CarrierImage, signal: AbortSignal): Promise<void>
}

interface Waiting {
  readonly key: number
  readonly settle: (error?: Error) => void
}

export function createImageSlot(): ImageSlot {
  const store = createStore<SlotImage | null>(() => null)
  let keys = 0
  let waiting: Waiting | null = null

  const report = (key: number, error?: Error) => {
    if (waiting?.key === key) waiting.settle(error)
  }
  return {
    store,
    loaded: (key) => report(key),
    failed: (key) => report(key, new Error('the image failed to load')),
    load: (image, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(noLongerWanted())
        waiting?.settle(new Error('another image took the place of this one'))
        keys += 1
        const key = keys
        const onAbort = () => report(key, noLongerWanted())
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

function noLongerWanted(): Error {
  return new Error('the image is no longer wanted')
}
