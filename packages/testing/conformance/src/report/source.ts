// Where a rule comes from, and how far its source supports it.

import type { Language, Localized } from '../localized'
import type { Result } from '../run'
import { type Basis, getBasis } from '../scenario'

const BASES: Readonly<Record<Exclude<Basis, 'documented'>, Localized>> = {
  inferred: { zh: '推断', en: 'inferred' },
  assumed: { zh: '假定', en: 'assumed' },
  ours: { zh: '本项目', en: 'ours' },
}

/** E.g. `S 2.4`, or `S 2.4 (inferred)` if the source does not state the rule itself. */
export function formatSource(result: Result, language: Language): string {
  const basis = getBasis(result)
  return basis === 'documented' ? result.source : `${result.source} (${BASES[basis][language]})`
}
