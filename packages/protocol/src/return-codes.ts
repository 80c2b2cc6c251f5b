/**
 * The return-code registry: every documented code of the carrier's calls, keyed by call and code. Facts only;
 * the texts are in `@local-number/protocol/advice`, which stays out of client bundles.
 *
 * @example
 * ```ts
 * import { lookUp } from '@local-number/protocol/return-codes'
 *
 * const row = lookUp('verify', '120020')
 * console.log(row.outcome, row.causes) // 'staleToken', ['tokenExpired', …]
 * ```
 *
 * @module
 */
export { CALLS, type Call } from './return-codes/call'
export { type Actor, CAUSE_ACTORS, type CauseId } from './return-codes/causes'
export type { CallOutcome, Dialect, Facts, Outcomes, Source, VerifyOutcome } from './return-codes/facts'
export { getVerifyCodes, lookUp, type UnknownCode } from './return-codes/look-up'
export {
  ALL_RETURN_CODES,
  type CodeKey,
  type CodeOf,
  RETURN_CODES,
  type ReturnCode,
} from './return-codes/registry'
