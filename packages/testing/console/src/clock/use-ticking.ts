// The simulator's time as it passes. It is counted from when it was told, so that the reader's own clock may be wrong.

import type { Clock } from '@local-number/simulator-contract'
import { useEffect, useState } from 'react'

const TICK_MS = 250

/** Milliseconds since 1970. */
export function useTicking(clock: Clock): number {
  const [passed, setPassed] = useState(0)
  const { now, offsetMs } = clock
  // biome-ignore lint/correctness/useExhaustiveDependencies: a clock that was moved is counted from anew.
  useEffect(() => {
    const start = performance.now()
    setPassed(0)
    const timer = setInterval(() => setPassed(performance.now() - start), TICK_MS)
    return () => clearInterval(timer)
  }, [now, offsetMs])
  return now + passed
}
