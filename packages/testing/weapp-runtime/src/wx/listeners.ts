// `wx.onX` and `wx.offX`: listeners of an event.
import type { Delivery } from './call'

export interface Listeners<T> {
  readonly on: (listener: (value: T) => void) => void
  /**
   * Removes a listener, or all of them if none is given. It accepts any function: WeChat's typings give `off` other
   * parameters than `on`.
   */
  readonly off: (listener?: (value: never) => void) => void
  notify(value: T): void
}

export function createListeners<T>({ run }: Pick<Delivery, 'run'>): Listeners<T> {
  const all = new Set<(value: T) => void>()
  return {
    on: (listener) => {
      all.add(listener)
    },
    off: (listener) => {
      if (listener) all.delete(listener as (value: T) => void)
      else all.clear()
    },
    notify: (value) => {
      for (const listener of [...all]) run(() => listener(value))
    },
  }
}
