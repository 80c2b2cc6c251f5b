// `wx.onX` and `wx.offX`: who hears of what the phone does.
import type { LogicThread } from '../logic/thread'

export interface Listeners<T> {
  readonly on: (listener: (value: T) => void) => void
  /** Without a listener all of them go. Any function will do: WeChat's typings give `off` other parameters than `on`. */
  readonly off: (listener?: (value: never) => void) => void
  tell(value: T): void
}

export function listenersIn(thread: LogicThread) {
  return <T>(): Listeners<T> => {
    const all = new Set<(value: T) => void>()
    return {
      on: (listener) => {
        all.add(listener)
      },
      off: (listener) => {
        if (listener) all.delete(listener as (value: T) => void)
        else all.clear()
      },
      tell: (value) => {
        for (const listener of [...all]) thread.run(() => listener(value))
      },
    }
  }
}
