// Ports for what the services keep between requests. Every method is one atomic step, so that racing requests cannot
// both win: there is no get-then-set. `memory-stores.ts` is for one process; several processes need a shared
// implementation.

/** Texts that may be used once, such as msgIds and tickets. */
export interface OnceStore {
  /** Adds the key for `ttlMs` milliseconds. Returns `true` to the first caller, `false` to all others until then. */
  addOnce(key: string, ttlMs: number): Promise<boolean>
}

/** Of the user's consent: there is none, its receipt is being kept, or is kept. */
export type ConsentState = 'missing' | 'pending' | 'kept'

/** One signature that waits for its verify. */
export interface Attempt {
  readonly traceId: string
  readonly msgId: string
  readonly session: string
  readonly consent: ConsentState
}

export interface ChangedConsent {
  readonly attempt: Attempt
  /** `true` to one of several racing callers. */
  readonly changed: boolean
}

export interface AttemptStore {
  /** Keeps the attempt for `ttlMs` milliseconds. */
  put(attemptId: string, attempt: Attempt, ttlMs: number): Promise<void>
  /** Changes the consent if it is `from`. `null` if the attempt is unknown, expired or removed. */
  changeConsent(attemptId: string, from: ConsentState, to: ConsentState): Promise<ChangedConsent | null>
  /**
   * Returns the attempt, and removes it if its consent is `kept`: another one stays. `null` if it is unknown, expired or
   * removed.
   */
  take(attemptId: string): Promise<Attempt | null>
}

export interface CounterStore {
  /**
   * Adds `by` and returns the sum, never below 0. The counter expires `ttlMs` milliseconds after its first addition;
   * adding 0 only reads.
   */
  add(key: string, by: number, ttlMs: number): Promise<number>
}

/**
 * All that a server keeps between requests. A method rejects with a ServerError `overloaded` if the store is full or
 * too busy; clients then get 503. Any other rejection becomes `internal`. A store that is full must not drop entries
 * that have not expired: a pre-sign could then be signed again.
 */
export interface Stores {
  /** The msgIds of signed pre-signs. */
  readonly preSigns: OnceStore
  readonly attempts: AttemptStore
  readonly counters: CounterStore
}
