// Accepts or refuses a pre-sign. The same key signs the verify call, so nothing that is accepted here may ever read as
// a verify string (protocol.md §2, signing safety).
import {
  type BusinessErrorCode,
  type Edition,
  measureClockSkew,
  type PreSignFields,
  parsePreSign,
} from '@local-number/protocol'

export interface PreSignPolicy {
  /** The one app id whose pre-signs are signed. */
  readonly appId: string
  /** `h5Vendor` only by choice: its ids have no fixed width. */
  readonly editions: readonly Edition[]
  /** How far a phone's clock may differ from ours at its real UTC offset, in ms: below 7.5 minutes. */
  readonly clockSkewMs: number
}

export type PreSignFault = Extract<BusinessErrorCode, 'preSignMalformed' | 'preSignOutsideWindow'>

export type PreSignJudgment =
  | { readonly accepted: true; readonly fields: PreSignFields }
  | { readonly accepted: false; readonly code: PreSignFault }

/** @param nowMs the server's clock, in ms since 1970 */
export function judgePreSign(preSign: string, policy: PreSignPolicy, nowMs: number): PreSignJudgment {
  const fields = parseAsAnyEdition(preSign, policy)
  if (fields === null) return { accepted: false, code: 'preSignMalformed' }
  const skew = measureClockSkew(fields.timestamp, nowMs)
  if (skew === null || skew > policy.clockSkewMs) return { accepted: false, code: 'preSignOutsideWindow' }
  return { accepted: true, fields }
}

function parseAsAnyEdition(preSign: string, { appId, editions }: PreSignPolicy): PreSignFields | null {
  for (const edition of editions) {
    const fields = parsePreSign(preSign, { appId, edition })
    if (fields !== null) return fields
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
