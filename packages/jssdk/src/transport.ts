// The port through which JSON leaves the page: one POST, whatever the platform underneath.

export interface PostRequest {
  readonly url: string
  /** Sent as JSON. */
  readonly body: unknown
  /** Beside `content-type: application/json`, which the transport sets itself. */
  readonly headers?: Readonly<Record<string, string>>
  /** Fires when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

export interface PostAnswer {
  /** HTTP status. */
  readonly status: number
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown
}

/** Rejects only when there was no HTTP answer at all. */
export type Transport = (request: PostRequest) => Promise<PostAnswer>
