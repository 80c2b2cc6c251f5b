// The receipt of a user's consent (PIPL).

/** What is kept of a user's consent. */
export interface ConsentRecord {
  /** The version of the terms that the user agreed to. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly traceId: string
  /** A keyed hash of the session: distinguishes the receipts of one session from others without naming the user. */
  readonly sessionHash: string
}
