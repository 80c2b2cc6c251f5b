// Where a rule is written, and how far that goes.
import type { Result } from '../run'
import { type Basis, basisOf } from '../scenario'
import type { Language, Localized } from '../texts'

const BASES: Readonly<Record<Exclude<Basis, 'documented'>, Localized>> = {
  inferred: { zh: '推断', en: 'inferred' },
  ours: { zh: '本项目', en: 'ours' },
}

/** E.g. `S 2.4`, or `S 2.4 (inferred)` where the source does not say it in so many words. */
export function sourceOf(result: Result, language: Language): string {
  const basis = basisOf(result)
  return basis === 'documented' ? result.source : `${result.source} (${BASES[basis][language]})`
}
