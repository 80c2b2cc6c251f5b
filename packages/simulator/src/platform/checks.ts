// The platform decides by lists of checks: the first that objects names the code.
import type { FailureCode } from './codes'

/** `null` when there is nothing to object to. */
export type Check<Call> = (call: Call) => FailureCode | null

export interface Failure {
  readonly code: FailureCode
}

export function isFailure(result: object): result is Failure {
  return 'code' in result
}

export function firstFailure<Call>(checks: readonly Check<Call>[], call: Call): Failure | null {
  for (const check of checks) {
    const code = check(call)
    if (code) return { code }
  }
  return null
}
