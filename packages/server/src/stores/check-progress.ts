// How far a check is, from what a store keeps of it: the same in every store.
import type { CheckProgress } from './stores'

/** What a store keeps of a check that was started. */
export interface KeptCheck {
  readonly request: string
  /** When its budget ends, in ms since 1970, by the store's own clock. */
  readonly until: number
  readonly result: string | null
}

export function readProgress(
  check: KeptCheck | null,
  { started = false, time }: { readonly started?: boolean; readonly time: number },
): CheckProgress {
  if (check === null) return { state: 'signed' }
  const { request, until, result } = check
  if (result !== null) return { state: 'done', request, result }
  return time < until ? { state: 'verifying', started, request } : { state: 'unknown', request }
}
