// The port through which the SDK sends JSON: one POST.

export interface PostRequest {
  readonly url: string
  /** Sent as JSON. */
  readonly body: unknown
  /**
   * Sent in addition to `content-type: application/json`.
   *
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>
  /** Fires when the answer is no longer needed. */
  readonly signal: AbortSignal
}

export interface PostAnswer {
  /** HTTP status. */
  readonly status: number
  /** Parsed JSON, or the text if it is not JSON. */
  readonly body: unknown
}

/** Rejects only when there was no HTTP answer at all. */
export type Transport = (request: PostRequest) => Promise<PostAnswer>
