// What every view may use, and what the building blocks take from the component around them.
import { createContext, type RefObject } from 'react'
import type { LocalNumberLoginProps } from '../props'
import { listTerms, type Terms } from '../terms'
import { type Texts, zhCN } from '../texts'
import { openTermsOutside } from './open-terms'

export interface Surroundings {
  readonly texts: Texts
  /** Of the locale whose texts they are. */
  readonly tag: string
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
export const OUTSIDE = /* @__PURE__ */ createOutside()

export const SurroundingsContext = /* @__PURE__ */ createContext(OUTSIDE)

function createOutside(): Surroundings {
  return describeSurroundings({}, { ...zhCN, root: { current: null } })
}

interface Around extends Pick<Surroundings, 'texts' | 'tag' | 'root'> {
  /** Shows terms that open neither in a page nor in a tab. */
  readonly showSheet?: (terms: Terms) => void
}

/** What the props say to every view. */
export function describeSurroundings(
  {
    appName = '',
    terms = [],
    openType,
    theme = 'auto',
    layout,
    className = '',
    ...props
  }: Partial<LocalNumberLoginProps>,
  { texts, tag, root, showSheet }: Around,
): Surroundings {
  return {
    texts,
    tag,
    root,
    appName,
    terms: listTerms(terms, { openType, titles: texts.carrierTerms }),
    theme: `lnl lnl-${theme} ${layout === 'sheet' ? 'lnl-over-sheet ' : ''}${className}`,
    openTerms: (opened) => {
      if (props.onOpenTerms && props.onOpenTerms(opened) !== false) return
      if (!openTermsOutside(opened)) showSheet?.(opened)
    },
  }
}
