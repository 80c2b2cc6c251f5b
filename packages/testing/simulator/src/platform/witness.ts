// What a judgement tells on its way, for the trace: it decides nothing.
import type { Part, PhoneNumFinding, SignatureFinding } from '@local-number/simulator-contract'

export interface Findings {
  readonly preSign?: readonly Part[]
  readonly signature?: SignatureFinding
  readonly phoneNum?: PhoneNumFinding
  /** The number behind the call, once there is one. */
  readonly msisdn?: string
}

export type Witness = (findings: Findings) => void
