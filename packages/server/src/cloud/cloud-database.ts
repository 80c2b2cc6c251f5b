// The part of WeChat's cloud database that the stores use: `cloud.database()` of `wx-server-sdk`, as read in its 4.0.2.
import type { Attempt, ConsentState } from '../stores/stores'

/** One document of the collection, of any of the stores. */
export interface CloudDocument {
  readonly _id: string
  /** Ms since 1970. */
  readonly expiresAt: number
  readonly count?: number
  readonly attempt?: Omit<Attempt, 'consent'>
  /** Of an attempt. */
  readonly consent?: ConsentState
  /** JSON of what else changes: the check of an attempt, the members of a set, the codes of a number. */
  readonly state?: string
}

/** Fields with the values they must have; a value may be a command of {@link CloudDatabase.command}. */
export type CloudCondition = Readonly<Record<string, unknown>>

export interface CloudQuery {
  /** Resolves with an empty list if no document matches. */
  get(): Promise<{ readonly data: readonly CloudDocument[] }>
  /** Atomic per document: one that a racing call has changed no longer matches the condition. */
  update(options: {
    readonly data: Partial<Omit<CloudDocument, '_id'>>
  }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<{ readonly stats: { readonly removed: number } }>
}

export interface CloudCollection {
  /** Rejects if the `_id` exists, and for other reasons (no such collection, no connection). */
  add(options: { readonly data: CloudDocument }): Promise<unknown>
  where(condition: CloudCondition): CloudQuery
}

export interface CloudDatabase {
  readonly command: { lte(value: number): unknown }
  collection(name: string): CloudCollection
}
