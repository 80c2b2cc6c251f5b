// What the platform finds out about a call while it decides. Findings are for the trace and decide nothing.
import type { Md5Finding, Part, PhoneNumFinding, SignatureFinding } from '@local-number/simulator-contract'

export interface Findings {
  readonly preSign?: readonly Part[]
  readonly signature?: SignatureFinding
  readonly md5?: Md5Finding
  readonly phoneNum?: PhoneNumFinding
  /** The number behind the call. */
  readonly msisdn?: string
}

export type ReportFindings = (findings: Findings) => void
