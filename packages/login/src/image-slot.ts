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
  /** The port's `loadImage`. */
  load(image: CarrierImage, signal: AbortSignal): Promise<void>
}

export function createImageSlot(): ImageSlot {
  const store = createStore<SlotImage | null>(() => null)
  let keys = 0
  let settle: ((ok: boolean) => void) | null = null

  const report = (key: number, ok: boolean) => {
    if (store.getState()?.key === key) settle?.(ok)
  }
  return {
    store,
    loaded: (key) => report(key, true),
    failed: (key) => report(key, false),
    load: (image, signal) =>
      new Promise((resolve, reject) => {
        keys += 1
        const key = keys
        const clear = () => {
          if (store.getState()?.key === key) store.setState(null, true)
        }
        settle = (ok) => {
          clear()
          if (ok) resolve()
          else reject(new Error('the image failed to load'))
        }
        signal.addEventListener('abort', clear)
        store.setState({ ...image, key }, true)
      }),
  }
}
