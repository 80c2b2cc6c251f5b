// What makes a sheet modal in a browser. In WeChat, whatever is below it cannot be reached anyway.
import { useEffect, useRef } from 'react'
import { repeatWhileSettling } from './focus'

/** The open sheets, the last one on top. */
const open: object[] = []

/**
 * Properties of the dialog's outermost element. The dialog takes the focus and keeps it, Escape and Back
 * close it, and the focus returns to where it was.
 */
export function useBrowserModal(onClose: () => void): object {
  const dialog = useRef<HTMLElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const me = {}
    open.push(me)
    const isOnTop = () => open[open.length - 1] === me
    const hold = () => {
      if (isOnTop() && !dialog.current?.contains(document.activeElement)) dialog.current?.focus()
    }
    const stopSettling = repeatWhileSettling(hold)
    const forgetBack = catchBack(() => latest.current(), isOnTop)
    document.addEventListener('focusin', hold)
    return () => {
      open.splice(open.indexOf(me), 1)
      stopSettling()
      forgetBack()
      document.removeEventListener('focusin', hold)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return { ref: dialog, tabindex: -1, 'aria-modal': 'true', onKeyDown }
}

/** Going back takes time: an entry that is added meanwhile would be the one that is removed. */
let removed: Promise<void> = Promise.resolve()

/** An entry of the history, so that Back closes the sheet. The app's router must not see it come and go. */
function catchBack(onBack: () => void, isOnTop: () => boolean): () => void {
  const mark = `lnl${Date.now()}${open.length}`
  const isHere = () => history.state?.lnl === mark
  let closed = false
  const onPop = (event: PopStateEvent) => {
    // Back from a page of terms leads to this entry: that is the router's.
    if (!isOnTop() || isHere()) return
    event.stopImmediatePropagation()
    onBack()
  }
  removed.then(() => {
    if (closed) return
    history.pushState({ ...history.state, lnl: mark }, '')
    window.addEventListener('popstate', onPop, true)
  })
  return () => {
    closed = true
    window.removeEventListener('popstate', onPop, true)
    if (isHere()) removed = removeEntry()
  }
}

function removeEntry(): Promise<void> {
  return new Promise((resolve) => {
    const swallow = (event: PopStateEvent) => {
      event.stopImmediatePropagation()
      resolve()
    }
    window.addEventListener('popstate', swallow, { capture: true, once: true })
    history.back()
  })
}
