// What every effect works with.
import type { LoginConfig } from '../config'
import type { LoginPorts, Prefetch } from '../ports'
import type { SessionOpener } from './session-opener'

/** A token with the attempt that it belongs to. */
export interface Grant {
  readonly attemptId: string
  readonly token: string
  readonly userInformation: string
}

/** Keeps the one token that may be spent beside the state, so that no state holds it (decision 0003). */
export interface GrantStore {
  put(grant: Grant): void
  /** The transition table enters `verifying` with a token only, and again only to repeat the identical request. */
  get(): Grant
  /** Forgets a token that is spent, or will not be. */
  clear(): void
}

/** What the phone's clock lacks, as the server's refusals show. Kept beside the state, for all attempts of a login. */
export interface ClockDrift {
  ms: number
}

export interface EffectContext {
  readonly config: LoginConfig
  readonly ports: LoginPorts
  readonly clockDrift: ClockDrift
  /** The session id: random text of this login, by which the server counts wrong numbers. */
  readonly session: string
  readonly grants: GrantStore
  readonly sessions: SessionOpener
  readonly prefetch: Prefetch | null
  /** Fires when the state is left. */
  readonly signal: AbortSignal
  /** Whether the app has been in the background since the effect began. */
  hasBeenInBackground(): boolean
  /** When a silent part that starts now has to end, in ms since 1970. */
  getDeadline(): number
}

export function createGrantStore(): GrantStore {
  let current: Grant | null = null
  return {
    put: (grant) => {
      current = grant
    },
    get: () => {
      if (current === null)
        throw new Error('verifying was entered without a token: please report this as a bug in @local-number/login')
      return current
    },
    clear: () => {
      current = null
    },
  }
}
