// Closing something that holds unsaved work: asks first.
import { useState } from 'react'

export interface UnsavedGuard {
  readonly asks: boolean
  /** What every way of closing calls. */
  readonly tryToClose: () => void
  readonly discard: () => void
  readonly keepOpen: () => void
}

export function useUnsavedGuard(isUnsaved: boolean, onClose: () => void): UnsavedGuard {
  const [asks, setAsks] = useState(false)
  const discard = () => {
    setAsks(false)
    onClose()
  }
  return {
    asks,
    tryToClose: () => (isUnsaved ? setAsks(true) : discard()),
    discard,
    keepOpen: () => setAsks(false),
  }
}
