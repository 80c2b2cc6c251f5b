// The terms that the user agrees to: the carrier's, which law and carrier require, and the app's own.
import { CARRIER_TERMS } from '@local-number/protocol'

export interface Terms {
  /** Without 《》. */
  readonly title: string
  readonly url: string
}

/** The carrier's terms first, then the app's own. */
export function listTerms(own: readonly Terms[]): readonly Terms[] {
  return [CARRIER_TERMS, ...own]
}
