// A visit of a way in React: it ends when the user leaves.
import type { ConsentReceipt } from '@local-number/protocol'
import { useContext, useEffect, useState } from 'react'
import { SurroundingsContext } from '../views/surroundings'
import type { WayConsent } from './own-terms'
import { findWords, type WayLocale, type WayTexts, type WayWords } from './texts'

/** What every visit has. */
export interface Visit {
  /** What the user sees at this time, and may agree to. */
  receipt: ConsentReceipt
  /** The user has left: aborts what runs. */
  stop(): void
}

interface Visited<V, T extends WayTexts> {
  readonly builtIn: WayLocale<T>
  readonly words: WayWords<NoInfer<T>>
  readonly consent: WayConsent
  create(receipt: ConsentReceipt): V
}

export function useVisit<V extends Visit, T extends WayTexts>({
  builtIn,
  words,
  consent,
  create,
}: Visited<V, T>): { readonly visit: V; readonly texts: T } {
  const { tag: shown } = useContext(SurroundingsContext)
  const { tag, texts } = findWords(shown, builtIn, words)
  const receipt = { version: consent.version, locale: consent.locale ?? tag }
  const [visit] = useState(() => create(receipt))
  visit.receipt = receipt
  useEffect(() => visit.stop, [visit])
  return { visit, texts }
}
