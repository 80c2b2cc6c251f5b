// How a way asks for its own consent, for the box and the dialog of own-terms.tsx.

export interface ConsentState {
  /** The user has ticked the box, in this login. */
  readonly agreed: boolean
  /** The user went on without: the dialog asks. */
  readonly asks: boolean
}

export interface ConsentActions {
  setAgreed(agreed: boolean): void
  /** The user has agreed in the dialog, and goes on. */
  agree(): void
  /** The user has closed the dialog. */
  decline(): void
}

/** Outlives the visits of a way. */
export interface ConsentMemory {
  /** The trace id of the login in which the user has agreed: each login asks anew. */
  agreedIn: string | null
}

interface Asking {
  readonly traceId: string
  readonly memory: ConsentMemory
  isAgreed(): boolean
  /** Without a problem, what was wrong before is forgotten. */
  change(state: Partial<ConsentState> & { readonly problem?: 'consentMissing' }): void
}

export interface AskingConsent extends ConsentActions {
  /** Does the work, as soon as the user has agreed. */
  ask(work: () => void): void
}

export function createConsentActions({ traceId, memory, isAgreed, change }: Asking): AskingConsent {
  let next = () => {}
  const setAgreed = (agreed: boolean, asks = false) => {
    memory.agreedIn = agreed ? traceId : null
    change({ agreed, asks })
  }
  return {
    setAgreed: (agreed) => setAgreed(agreed),
    ask: (work) => {
      if (isAgreed()) return work()
      next = work
      change({ asks: true })
    },
    agree: () => {
      setAgreed(true)
      next()
    },
    decline: () => change({ asks: false, problem: 'consentMissing' }),
  }
}
