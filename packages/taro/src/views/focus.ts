// Where the focus goes in a browser. WeChat moves none, except into its fields.
import { type RefObject, useEffect, useRef } from 'react'

/** Taro's elements render and move their children within the first frames, which removes the focus from them. */
const SETTLING_FRAMES = 10

/** Runs `work` now and in each of the next frames; the returned function stops it. */
export function repeatWhileSettling(work: () => void): () => void {
  let frame = 0
  const next = (left: number) => {
    work()
    if (left > 0) frame = requestAnimationFrame(() => next(left - 1))
  }
  next(SETTLING_FRAMES)
  return () => cancelAnimationFrame(frame)
}

/** The field if there is one, or else what a screen reader should read first. */
const TARGETS = '.lnl-input input, .lnl-headline, .lnl-progress-text, .lnl-button'

export const useScreenFocus = process.env.TARO_ENV === 'h5' ? useBrowserFocus : () => undefined

/**
 * Moves the focus with every new screen: a control that is gone would leave it to the page's body. Not on the first
 * one, and not away from another part of the page.
 *
 * @param key another one for each screen; `null` while the screen stays
 */
function useBrowserFocus(root: RefObject<HTMLElement>, key: string | null): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (key === null) return
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    return repeatWhileSettling(() => {
      const { current } = root
      const { activeElement, body } = document
      if (!current || (activeElement !== body && !current.contains(activeElement))) return
      const target = current.querySelector<HTMLElement>(TARGETS) ?? current
      if (target !== activeElement) target.focus()
    })
  }, [root, key])
}

/** After an error that leaves the state as it is: into the field that is described by this element. */
export const useFieldFocus = process.env.TARO_ENV === 'h5' ? useBrowserFieldFocus : () => undefined

function useBrowserFieldFocus(describedBy: string, error: number): void {
  useEffect(() => {
    if (error > 0) document.querySelector<HTMLElement>(`[aria-describedby="${describedBy}"]`)?.focus()
  }, [describedBy, error])
}
