// The arrows of the diagram, as types. They import nothing that draws or words them, so texts can be keyed by them.
import type { Lane } from './lanes'

export type ArrowKind =
  | 'imageRequest'
  | 'enriched'
  | 'imageAnswer'
  | 'preSign'
  | 'sign'
  | 'tokenRequest'
  | 'tokenAnswer'
  | 'phoneAndToken'
  | 'verifyRequest'
  | 'verifyAnswer'

/** `lost`: it left and did not arrive. */
export type ArrowState = 'seen' | 'deduced' | 'pending' | 'lost'

export interface Arrow {
  readonly kind: ArrowKind
  readonly from: Lane
  readonly to: Lane
  readonly state: ArrowState
}
