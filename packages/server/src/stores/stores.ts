// Ports for what the services keep between requests. Every method is one atomic step, so that racing requests cannot
// both win: there is no get-then-set. `memory-stores.ts` is for one process; several processes need a shared
// implementation.

/** Texts that may be used once, such as msgIds and tickets. */
export interface OnceStore {
  /** Adds the key for `ttlMs` milliseconds. Returns `true` to the first caller, `false` to all others until then. */
  addOnce(key: string, ttlMs: number): Promise<boolean>
}

/** One signed pre-sign that waits for its verify. */
export interface Attempt {
  readonly traceId: string
  readonly msgId: string
  readonly session: string
}

export interface AttemptStore {
  /** Keeps the attempt for `ttlMs` milliseconds. */
  put(attemptId: string, attempt: Attempt, ttlMs: number): Promise<void>
  /** Removes the attempt and returns it; `null` if it is unknown, expired or already removed. */
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
