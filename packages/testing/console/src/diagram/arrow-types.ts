// The arrows of the diagram, as types that the texts can import as well.
import type { Lane } from './lanes'

export type ArrowKind =
  | 'imageRequest'
  | 'enriched'
  | 'imageAnswer'
  | 'preSign'
  | 'sign'
  | 'tokenRequest'
  | 'tokenAnswer'
  | 'idsRequest'
  | 'idsAndSign'
  | 'httpsRequest'
  | 'httpsAnswer'
  | 'phoneAndToken'
  | 'verifyRequest'
  | 'verifyAnswer'

/** `lost`: sent, but it did not arrive. */
export type ArrowState = 'seen' | 'deduced' | 'pending' | 'lost'

export interface Arrow {
  readonly kind: ArrowKind
  readonly from: Lane
  readonly to: Lane
  readonly state: ArrowState
}
