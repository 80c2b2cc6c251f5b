// The audit port: where the receipts of the users' consents are kept for good.
import type { ProvenWay } from '@local-number/protocol'

/** What is kept of a user's consent. */
export interface ConsentRecord {
  /** The way that the user agreed to: each has terms of its own. */
  readonly way: ProvenWay
  /** The version of the terms that the user agreed to. */
  readonly version: string
  /** The language in which the page says that it showed them, as a BCP 47 tag; `null` if it does not say. */
  readonly locale: string | null
  /** SHA-256, in hex, of the text that is on file for both; `null` if no texts are on file. */
  readonly textHash: string | null
  /** By the server's clock: ISO 8601, UTC. */
  readonly at: string
  readonly traceId: string
  /** A keyed hash of the session: distinguishes the receipts of one session from others without naming the user. */
  readonly sessionHash: string
  /** A keyed hash of the attempt's id, for which there is one receipt. */
  readonly attemptHash: string
}

/** Only adds: nothing here changes, removes or returns a receipt. Audits read the store itself. */
export interface ReceiptStore {
  /** Keeps the receipt for good. As long as it has not, nothing is signed or verified. */
  append(receipt: ConsentRecord): Promise<void>
}
