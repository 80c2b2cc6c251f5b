// How long what is due waits for the event loop.
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 1

/** What a process answers about its event loop. */
export function watchDelay() {
  let histogram: IntervalHistogram | undefined
  return {
    startDelay: () => {
      histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
      histogram.enable()
    },
    /** Returns the 99th percentile since the start, in ms. */
    stopDelay: () => {
      histogram?.disable()
      return (histogram?.percentile(99) ?? 0) / 1e6
    },
  }
}
