// The state of the dialog that generates a key pair. Each opening begins without one.
import type { KeyPair } from '@local-number/simulator-contract'
import { useState } from 'react'

interface State {
  readonly opened: boolean
  readonly appId: string
  /** `null` until it is generated. */
  readonly pair: KeyPair | null
  /** The private half was copied or downloaded. */
  readonly isSaved: boolean
}

export interface KeyPairDialog extends State {
  readonly open: (appId: string) => void
  readonly close: () => void
  readonly setPair: (pair: KeyPair) => void
  readonly markSaved: () => void
}

const CLOSED: State = { opened: false, appId: '', pair: null, isSaved: false }

export function useKeyPairDialog(): KeyPairDialog {
  const [state, setState] = useState(CLOSED)
  const change = (part: Partial<State>) => setState((before) => ({ ...before, ...part }))
  return {
    ...state,
    open: (appId) => setState({ ...CLOSED, opened: true, appId }),
    close: () => change({ opened: false }),
    setPair: (pair) => change({ pair }),
    markSaved: () => change({ isSaved: true }),
  }
}
