// Accepts or refuses a pre-sign. The same key signs the verify call, so nothing that is accepted here may ever read as
// a verify string (protocol.md §2, signing safety).
import { type BusinessErrorCode, type Edition, measureClockSkew } from '@local-number/protocol'
import { isPreSignEdition, PRE_SIGN_EDITIONS, type PreSignIds } from './pre-sign-editions'
import type { Signer } from './signers'

export interface PreSignPolicy {
  /** The one app id whose pre-signs are signed. */
  readonly appId: string
  /** All that are enabled. `h5Vendor` only by choice: its ids have no fixed width. */
  readonly editions: readonly Edition[]
  /** How far a phone's clock may differ from ours at its real UTC offset, in ms: below 7.5 minutes. */
  readonly clockSkewMs: number
}

export type PreSignFault = Extract<BusinessErrorCode, 'preSignMalformed' | 'preSignOutsideWindow'>

export type PreSignJudgment =
  | { readonly accepted: true; readonly ids: PreSignIds; readonly sign: Signer }
  | { readonly accepted: false; readonly code: PreSignFault }

/** @param nowMs the server's clock, in ms since 1970 */
export function judgePreSign(preSign: string, policy: PreSignPolicy, nowMs: number): PreSignJudgment {
  const read = readAsAnyEdition(preSign, policy)
  if (read === null) return { accepted: false, code: 'preSignMalformed' }
  const skew = measureClockSkew(read.ids.timestamp, nowMs)
  if (skew === null || skew > policy.clockSkewMs) return { accepted: false, code: 'preSignOutsideWindow' }
  return { accepted: true, ...read }
}

function readAsAnyEdition(preSign: string, { appId, editions }: PreSignPolicy) {
  for (const edition of editions.filter(isPreSignEdition)) {
    const { read, sign } = PRE_SIGN_EDITIONS[edition]
    const ids = read(preSign, appId)
    if (ids !== null) return { ids, sign }
  }
  return null
}

const HOUR = 3_600_000
/** From UTC−12 to UTC+14. */
const REAL_OFFSETS_SPAN = 26 * HOUR

/**
 * How long a signed pre-sign must be remembered, in ms. Its timestamp has no time zone, so it becomes acceptable again
 * at each UTC offset, for 26 h plus the skew on both sides. One more ms because both ends of the window count.
 */
export function getReplayWindowMs({ clockSkewMs }: PreSignPolicy): number {
  return REAL_OFFSETS_SPAN + 2 * clockSkewMs + 1
}
