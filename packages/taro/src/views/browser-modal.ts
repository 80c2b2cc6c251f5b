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
    const forgetBack = catchBack(() => latest.current())
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
    // Or the browser would close the sheet below, too.
    event.preventDefault()
    onClose()
  }
  return { ref: dialog, tabindex: -1, 'aria-modal': 'true', onKeyDown }
}

/** Absent from TypeScript's library, and from Safari. */
interface CloseWatcher {
  onclose: (() => void) | null
  destroy(): void
}

declare const CloseWatcher: (new () => CloseWatcher) | undefined

/**
 * Back closes the sheet where the browser itself offers that. An entry of the history would do it everywhere, but
 * Taro's router loads the page anew when it is left: events of the window itself reach listeners in their order, so that
 * not even one that captures could keep it from the router, which comes first.
 */
function catchBack(onBack: () => void): () => void {
  if (typeof CloseWatcher !== 'function') return () => undefined
  const watcher = new CloseWatcher()
  watcher.onclose = onBack
  return () => watcher.destroy()
}
