// What every view may use, and what the building blocks take from the component around them.
import { createContext, type RefObject } from 'react'
import { listTerms, type Terms } from '../terms'
import { type Texts, zhCN } from '../texts'
import { openTermsOutside } from './open-terms'

export interface Surroundings {
  readonly texts: Texts
  readonly appName: string
  /** The carrier's terms and the app's own. */
  readonly terms: readonly Terms[]
  readonly openTerms: (terms: Terms) => void
  /** Class names of the theme, which a sheet outside the component needs, too. */
  readonly theme: string
  /** The component's outermost element, in a browser. */
  readonly root: RefObject<HTMLElement>
}

/** Outside of the component, where a building block may stand as well. */
// Pure, so that an app with views of its own ships neither texts nor terms.
export const SurroundingsContext = /* @__PURE__ */ createContext(/* @__PURE__ */ createDefaults())

function createDefaults(): Surroundings {
  return {
    texts: zhCN.texts,
    appName: '',
    terms: listTerms([]),
    openTerms: openTermsOutside,
    theme: 'lnl lnl-auto',
    root: { current: null },
  }
}
