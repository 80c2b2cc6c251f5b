// The platform decides by lists of checks: the first that objects names the code, and the cause that it saw.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { FailureCode } from './codes'

export interface Refusal {
  readonly code: FailureCode
  /** `null` where several would look the same. */
  readonly cause: CauseId | null
}

/** `null` when there is nothing to object to. */
export type Check<Call> = (call: Call) => Refusal | null

export function refusal(code: FailureCode, cause: CauseId | null): Refusal {
  return { code, cause }
}

export function isRefusal(result: object): result is Refusal {
  return 'code' in result
}

export function firstRefusal<Call>(checks: readonly Check<Call>[], call: Call): Refusal | null {
  for (const check of checks) {
    const refused = check(call)
    if (refused) return refused
  }
  return null
}
