// Closing something with work in it that would be lost: asks first.
import { useState } from 'react'

export interface Leaving {
  readonly asks: boolean
  /** What every way of closing calls. */
  readonly tryToLeave: () => void
  readonly leave: () => void
  readonly stay: () => void
}

export function useLeaving(wouldLose: boolean, onLeave: () => void): Leaving {
  const [asks, setAsks] = useState(false)
  const leave = () => {
    setAsks(false)
    onLeave()
  }
  return { asks, tryToLeave: () => (wouldLose ? setAsks(true) : leave()), leave, stay: () => setAsks(false) }
}
