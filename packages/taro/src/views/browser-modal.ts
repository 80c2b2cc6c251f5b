// What makes a sheet modal in a browser. In WeChat, whatever is below it cannot be reached anyway.
import { type RefObject, useContext, useEffect, useRef } from 'react'
import { repeatWhileSettling } from './focus'
import { SurroundingsContext } from './surroundings'

interface OpenSheet {
  close(): void
}

/** The open sheets, the last one on top. */
const open: OpenSheet[] = []

/**
 * Properties of the dialog's outermost element. The dialog takes the focus and keeps it, Escape and Back
 * close it, and the focus returns to where it was.
 */
export function useBrowserModal(onClose: () => void): object {
  const { root } = useContext(SurroundingsContext)
  const dialog = useRef<HTMLElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const me = { close: () => latest.current() }
    open.push(me)
    const hold = () => {
      if (open[open.length - 1] === me && !dialog.current?.contains(document.activeElement)) dialog.current?.focus()
    }
    const stopSettling = repeatWhileSettling(hold)
    const forgetBack = catchBack(root, open.length)
    document.addEventListener('focusin', hold)
    return () => {
      open.splice(open.indexOf(me), 1)
      stopSettling()
      forgetBack()
      document.removeEventListener('focusin', hold)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [root])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    // Or the browser would close the sheet below, too.
    event.preventDefault()
    onClose()
  }
  return { ref: dialog, tabindex: -1, 'aria-modal': 'true', onKeyDown }
}

/** Where sheets have been opened: Back and Forward between the entries of this address are not the router's. */
let place: { readonly root: RefObject<HTMLElement>; readonly href: string } | null = null
/** Entries that are being removed. */
let removing = 0

const countSheets = (): number => history.state?.localNumberSheets ?? 0

/**
 * Back closes the sheet: it leaves an entry that opening the sheet has added to the history.
 *
 * @param depth how many sheets are open with this one
 */
function catchBack(root: RefObject<HTMLElement>, depth: number): () => void {
  const { href } = location
  place = { root, href }
  // A second time, this does nothing. Capturing, because Taro's router would load the page anew.
  window.addEventListener('popstate', onPop, true)
  // The router's own state stays in it.
  history.pushState({ ...history.state, localNumberSheets: depth }, '')
  return () => {
    if (location.href !== href || countSheets() < depth) return
    removing += 1
    history.back()
  }
}

function onPop(event: PopStateEvent): void {
  const isOwn = removing > 0
  if (isOwn) removing -= 1
  // A page that lies below another one has no boxes: this leads back to it, and the router has to know.
  const isHere = place?.href === location.href && place.root.current?.getClientRects().length
  if (!isOwn && !isHere) return
  event.stopImmediatePropagation()
  if (!isOwn) for (const { close } of open.slice(countSheets())) close()
}
