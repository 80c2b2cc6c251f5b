// The terms that the user agrees to: the operator's, which the law and the operator want, and the app's own.
import { CARRIER_TERMS } from '@local-number/protocol'

export interface Terms {
  /** Without 《》. */
  readonly title: string
  readonly url: string
}

/** The operator's first, then the app's own. */
export function allTerms(own: readonly Terms[]): readonly Terms[] {
  return [CARRIER_TERMS, ...own]
}
