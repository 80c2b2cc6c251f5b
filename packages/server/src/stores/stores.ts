// Ports for what the services keep between requests. Every method is one atomic step, so that racing requests cannot
// both win: there is no get-then-set. `memory-stores.ts` is for one process; several processes need a shared
// implementation.
import type { CodeStore } from './codes'
import type { ReceiptStore } from './receipts'

/** Texts that may be used once, such as msgIds and tickets. */
export interface OnceStore {
  /**
   * Adds the key for `ttlMs` milliseconds. Returns `true` to the first caller, `false` to all others until then.
   *
   * @param owner who fills the store with it: a store with little room gives each owner a share
   */
  addOnce(key: string, ttlMs: number, owner?: string): Promise<boolean>
}

/** Of the user's consent: there is none, its receipt is being kept, or is kept. */
export type ConsentState = 'missing' | 'pending' | 'kept'

/** One signature that waits for its verify. */
export interface Attempt {
  readonly traceId: string
  readonly msgId: string
  /** A keyed hash of the session: a page may put anything into its session id. */
  readonly session: string
  readonly consent: ConsentState
  /** The hash of the secret in the visitor's session, for the ticket. */
  readonly binding?: string
  /** The customer key that signed it. */
  readonly keyId?: string
}

export interface ChangedConsent {
  readonly attempt: Attempt
  /** `true` to one of several racing callers. */
  readonly changed: boolean
}

/**
 * How far the check of an attempt is.
 *
 * - `signed`: not begun
 * - `verifying`: the platform is being asked; `started` is `true` to the one caller that may ask it
 * - `done`: with the result that was kept
 * - `unknown`: it took longer than its budget, so its end is lost. It never becomes `done`
 */
export type CheckProgress =
  | { readonly state: 'signed' }
  | { readonly state: 'verifying'; readonly started: boolean; readonly request: string }
  | { readonly state: 'done'; readonly request: string; readonly result: string }
  | { readonly state: 'unknown'; readonly request: string }

export interface AttemptProgress {
  readonly attempt: Attempt
  readonly progress: CheckProgress
}

export interface CheckStart {
  /** A keyed hash of what is checked. The first caller's is kept. */
  readonly request: string
  /** How long the check may take, in ms. */
  readonly budgetMs: number
  /** How long the attempt is kept from now on, in ms. */
  readonly ttlMs: number
}

export interface AttemptStore {
  /** Keeps the attempt for `ttlMs` milliseconds. */
  put(attemptId: string, attempt: Attempt, ttlMs: number): Promise<void>
  /** Changes the consent if it is `from`. `null` if the attempt is unknown or expired. */
  changeConsent(attemptId: string, from: ConsentState, to: ConsentState): Promise<ChangedConsent | null>
  /**
   * Starts the check of an attempt that is `signed` and whose consent is `kept`; changes nothing of any other. Returns
   * how far it is now; `null` if the attempt is unknown or expired.
   */
  startCheck(attemptId: string, start: CheckStart): Promise<AttemptProgress | null>
  /**
   * Ends a check that is `verifying`, and keeps the attempt for `ttlMs` milliseconds more. `false` if it is not, or no
   * longer: the result is then not kept.
   */
  finishCheck(attemptId: string, result: string, ttlMs: number): Promise<boolean>
}

export interface CounterStore {
  /**
   * Adds `by` and returns the sum, never below 0. The counter expires `ttlMs` milliseconds after its first addition;
   * adding 0 only reads.
   */
  add(key: string, by: number, ttlMs: number): Promise<number>
}

/** Sets whose members expire one by one. */
export interface MemberStore {
  /**
   * Adds a member for `ttlMs` milliseconds, or extends its life; never shortens it. Returns how many there are, and
   * whether it is new.
   */
  add(key: string, member: string, ttlMs: number): Promise<{ readonly size: number; readonly isNew: boolean }>
  /** Removes a member, unless it lives for longer than `withinMs` milliseconds. */
  remove(key: string, member: string, withinMs: number): Promise<void>
  /** How many there are. */
  count(key: string): Promise<number>
  /** When the member expires, in ms since 1970; `null` if it is not there. */
  findExpiry(key: string, member: string): Promise<number | null>
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
  /** The wrong numbers of a session, the devices of a number. */
  readonly members: MemberStore
  /** The codes of text messages: the SMS way needs it. */
  readonly codes?: CodeStore
  /** The consent receipts. Without it, `onConsent` keeps them, or the log. */
  readonly receipts?: ReceiptStore
}
