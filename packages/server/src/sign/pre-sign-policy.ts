// Accepts or refuses a pre-sign. The same key signs the verify call, so whatever is accepted here must never read as a
// verify string (protocol.md §2, signing safety).
import {
  type BusinessErrorCode,
  clockSkewAtBestOffset,
  type Edition,
  type PreSignFields,
  parsePreSign,
} from '@local-number/protocol'

export interface PreSignPolicy {
  /** The one app id whose pre-signs are signed. */
  readonly appId: string
  /** `h5Vendor` only by choice: its ids have no fixed width. */
  readonly editions: readonly Edition[]
  /** How wrong a phone's clock may be beside its real UTC offset, in ms, below 7.5 minutes. */
  readonly clockSkewMs: number
}

export type PreSignJudgement =
  | { readonly accepted: true; readonly fields: PreSignFields }
  | { readonly accepted: false; readonly code: BusinessErrorCode & `preSign${string}` }

export function judgePreSign(preSign: string, policy: PreSignPolicy, nowMs: number): PreSignJudgement {
  const fields = parseAsAny(preSign, policy)
  if (fields === null) return { accepted: false, code: 'preSignMalformed' }
  const skew = clockSkewAtBestOffset(fields.timestamp, nowMs)
  if (skew === null || skew > policy.clockSkewMs) return { accepted: false, code: 'preSignOutsideWindow' }
  return { accepted: true, fields }
}

function parseAsAny(preSign: string, { appId, editions }: PreSignPolicy): PreSignFields | null {
  for (const edition of editions) {
    const fields = parsePreSign(preSign, { appId, edition })
    if (fields !== null) return fields
  }
  return null
}

const HOUR = 3_600_000
const REAL_OFFSETS_SPAN = 26 * HOUR

/**
 * How long a signed pre-sign must stay known, in ms: its wall clock fits now at one offset after the other, from −12 to
 * +14 h. The last millisecond fits too, and whatever forgets after so many ms has forgotten by then: hence one more.
 */
export function replayWindowMs({ clockSkewMs }: PreSignPolicy): number {
  return REAL_OFFSETS_SPAN + 2 * clockSkewMs + 1
}
