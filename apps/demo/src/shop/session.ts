// The shop's session. A real shop sends the ticket to its server, which redeems it and opens the session.
import type { Verified } from '@local-number/taro'

/** As a server on the internet would take. */
const DELAY_MS = 400

export interface SessionOptions {
  /** Refuses the first one with this message, as a server that is down for a moment. */
  readonly refusal: string | null
  readonly onOpened: (verified: Verified) => void
}

/** Creates an `onVerified`, for which the login waits. */
export function createSessionOpener({ refusal, onOpened }: SessionOptions) {
  let refused = false
  return async (verified: Verified): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS))
    if (refusal !== null && !refused) {
      refused = true
      throw new Error(refusal)
    }
    onOpened(verified)
  }
}
