// In a browser, a sheet grows and shrinks from step to step instead of jumping. A mini-program cannot measure itself in
// time: there, the least height of the style sheet keeps the usual steps equally high.
import { type RefObject, useEffect } from 'react'

export const useHeightMotion = process.env.TARO_ENV === 'h5' ? useBrowserHeightMotion : () => undefined

/** A margin stands in for what has come or gone: the content keeps its own height, and is watched undisturbed. */
function useBrowserHeightMotion(root: RefObject<HTMLElement>, on: boolean): void {
  useEffect(() => {
    const content = on && root.current?.querySelector<HTMLElement>('.lnl-content')
    // Absent from old browsers, and from tests.
    if (!content || typeof ResizeObserver !== 'function') return
    let before = 0
    const observer = new ResizeObserver(() => {
      const after = content.offsetHeight
      if (before && !matchMedia('(prefers-reduced-motion: reduce)').matches)
        content.animate({ marginBottom: [`${before - after}px`, '0px'] }, { duration: 200, easing: 'ease-out' })
      before = after
    })
    observer.observe(content)
    return () => observer.disconnect()
  }, [root, on])
}
