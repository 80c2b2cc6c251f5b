// The time that the business server asks to wait before a retry, as users read it.
import { useEffect, useReducer } from 'react'
import { fill, type Texts } from '../texts'

/** Seconds that are left; renders anew each second, by what the clock says then: timers stop in the background. */
export function useWaitSeconds(getWaitMs: () => number): number {
  const [, render] = useReducer((count: number) => count + 1, 0)
  const ms = getWaitMs()
  useEffect(() => {
    if (ms === 0) return
    const timer = setTimeout(render, ms % 1000 || 1000)
    return () => clearTimeout(timer)
  })
  return Math.ceil(ms / 1000)
}

/** Rounded up: what is named here has certainly passed when a retry is possible. */
export function describeWait({ wait }: Texts, seconds: number): string {
  if (seconds === 0) return wait.over
  const minutes = Math.ceil(seconds / 60)
  if (minutes > 60) return fill(wait.hours, { n: Math.ceil(minutes / 60) })
  if (seconds < 60) return fill(seconds === 1 ? wait.second : wait.seconds, { n: seconds })
  return fill(minutes === 1 ? wait.minute : wait.minutes, { n: minutes })
}
