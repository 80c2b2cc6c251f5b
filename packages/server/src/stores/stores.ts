// What the services remember between requests. Every port is one atomic step, so that racing requests cannot both win:
// there is no get-then-set. Memory implementations: `memory-stores.ts`; several processes share one of their own.

/** Texts that may be used once, such as pre-signs and tickets. */
export interface OnceStore {
  /** Adds the key for `ttlMs` milliseconds. `true` for the first caller, `false` for everyone else until then. */
  addOnce(key: string, ttlMs: number): Promise<boolean>
}

/** One signed pre-sign that waits for its verify. */
export interface Attempt {
  readonly traceId: string
  readonly msgId: string
  readonly session: string
}

export interface AttemptStore {
  put(attemptId: string, attempt: Attempt, ttlMs: number): Promise<void>
  /** Removes the attempt and returns it; `null` if it is unknown, expired or taken already. */
  take(attemptId: string): Promise<Attempt | null>
}

export interface CounterStore {
  /**
   * Adds `by` and returns the sum, never below 0. The sum is forgotten `ttlMs` milliseconds after its first addition;
   * `by` 0 only reads.
   */
  add(key: string, by: number, ttlMs: number): Promise<number>
}

export interface Stores {
  readonly preSigns: OnceStore
  readonly attempts: AttemptStore
  readonly counters: CounterStore
}
