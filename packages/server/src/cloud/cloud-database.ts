// What the stores use of WeChat's cloud database: `cloud.database()` of `wx-server-sdk` (read in its 4.0.2) is one.

/** One document of the collection, whichever store it belongs to. */
export interface CloudDocument {
  readonly _id: string
  /** Ms since 1970. */
  readonly expiresAt: number
  readonly count?: number
  readonly attempt?: { readonly traceId: string; readonly msgId: string; readonly session: string }
}

/** Fields and the values they must have; a value may be a command of {@link CloudDatabase.command}. */
export type CloudCondition = Readonly<Record<string, unknown>>

export interface CloudQuery {
  /** Resolves with an empty list where nothing fits. */
  get(): Promise<{ readonly data: readonly CloudDocument[] }>
  /** Each document atomically: one that a racing call has changed no longer fits the condition. */
  update(options: {
    readonly data: Partial<Omit<CloudDocument, '_id'>>
  }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<{ readonly stats: { readonly removed: number } }>
}

export interface CloudCollection {
  /** Rejects when the `_id` is there already, and for other reasons (no such collection, no connection). */
  add(options: { readonly data: CloudDocument }): Promise<unknown>
  where(condition: CloudCondition): CloudQuery
}

export interface CloudDatabase {
  readonly command: { lte(value: number): unknown }
  collection(name: string): CloudCollection
}
