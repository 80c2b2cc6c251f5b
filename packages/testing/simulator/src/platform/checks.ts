// The platform decides by lists of checks: the first that fails names the code and the cause.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { FailureCode } from './codes'

export interface Refusal {
  readonly code: FailureCode
  /** `null` if several causes would look the same. */
  readonly cause: CauseId | null
}

/** Returns `null` if the check passes. */
export type Check<Call> = (call: Call) => Refusal | null

export function refuse(code: FailureCode, cause: CauseId | null): Refusal {
  return { code, cause }
}

export function isRefusal(result: object): result is Refusal {
  return 'code' in result
}

export function findRefusal<Call>(checks: readonly Check<Call>[], call: Call): Refusal | null {
  for (const check of checks) {
    const refusal = check(call)
    if (refusal) return refusal
  }
  return null
}
