// What a rule of the contract is, and what it gets.
import type { ConsentRecord } from '../receipts'
import type { Attempt, CheckStart, Stores } from '../stores'

export interface StoreHarness {
  /** Empty stores. */
  readonly stores: Stores
  /** Lets the stores' own clock go on by that many ms. A store without a clock to set waits. */
  passTime(ms: number): Promise<void>
  /** Reads the receipts back, in their order. Leave it out for stores without receipts. */
  readReceipts?(): Promise<readonly ConsentRecord[]>
  /**
   * Makes all calls fail, before or after they did their work, until the returned function is called. Leave it out for
   * stores that cannot fail, such as those in memory.
   */
  break?(): Promise<() => Promise<void>>
}

export interface StoreRule {
  /** A full statement, such as "a once store accepts a key from one of many racing callers". */
  readonly name: string
  /** Rejects with an `AssertionError` if the stores break the rule. */
  run(harness: StoreHarness): Promise<void>
}

/** Long enough for a store that is asked over a network, short enough to wait for. */
export const TTL_MS = 400
/** What a store may need for a few calls. Rules look at an entry this long before and after its end. */
export const MARGIN_MS = 150

export const ATTEMPT: Attempt = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' }

export const RECEIPT: ConsentRecord = {
  way: 'sms',
  version: '2026-01',
  locale: 'zh-CN',
  textHash: 'text',
  at: '2026-11-22T04:00:00.000Z',
  traceId: 'trace',
  sessionHash: 'session',
  attemptHash: 'attempt',
}

export const START: CheckStart = { request: 'request', budgetMs: TTL_MS, ttlMs: 60 * TTL_MS }

export const race = <T>(count: number, call: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_none, index) => call(index)))
