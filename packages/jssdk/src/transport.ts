// The port through which the SDK sends JSON: one POST, and one reading of what comes back.

export interface PostRequest {
  readonly url: string
  /** Sent as JSON. */
  readonly body: unknown
  /**
   * Sent as they are. Without a content type the platform chooses: browsers send plain text, mini-programs JSON.
   *
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Sends over cellular while Wi-Fi is on, where the platform can: WeChat's `forceCellularNetwork`.
   *
   * @default false
   */
  readonly forceCellular?: boolean
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

/**
 * Reads a body that the platform may have parsed already. `wx.request` leaves some JSON as a text, such as one with a
 * byte order mark. Not every answer is JSON: a proxy's error page stays a text.
 */
export function readBody(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data.replace(/^\ufeff/, ''))
  } catch {
    return data
  }
}
