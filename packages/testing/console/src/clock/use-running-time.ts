// The simulator's time as it passes. It is counted from the moment it was received, so that the browser's clock does
// not matter.
import type { Clock } from '@local-number/simulator-contract'
import { useEffect, useState } from 'react'

const TICK_MS = 250

/** Milliseconds since 1970. */
export function useRunningTime(clock: Clock): number {
  const [passed, setPassed] = useState(0)
  const { now, offsetMs } = clock
  // biome-ignore lint/correctness/useExhaustiveDependencies: counting starts again when the clock was moved.
  useEffect(() => {
    const start = performance.now()
    setPassed(0)
    const timer = setInterval(() => setPassed(performance.now() - start), TICK_MS)
    return () => clearInterval(timer)
  }, [now, offsetMs])
  return now + passed
}
