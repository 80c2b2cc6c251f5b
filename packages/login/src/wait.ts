// How long the business server asks to wait before a retry.

/** Kept as its end, so that time in the background counts. */
export interface Wait {
  /** The server's `retryAfterMs`, at most a day. */
  readonly ms: number
  /** In ms since 1970. */
  readonly until: number
}

/** Users are not kept from a retry for longer, whatever the server says: a limit of the day has passed by then. */
const MAX_WAIT_MS = 86_400_000

/** @param retryAfterMs as the server or the app's own `api` named it: may be anything */
export function createWait(retryAfterMs: unknown, now: number): Wait | null {
  if (typeof retryAfterMs !== 'number' || !(retryAfterMs > 0)) return null
  const ms = Math.min(Math.ceil(retryAfterMs), MAX_WAIT_MS)
  return { ms, until: now + ms }
}

/** How much of a wait is left, in ms. If the clock was set back, the server is to decide. */
export function getWaitMs(wait: Wait | null | undefined, now: number): number {
  if (!wait) return 0
  const left = wait.until - now
  return left > wait.ms ? 0 : Math.max(0, left)
}
