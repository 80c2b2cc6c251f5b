// A sheet at the bottom of the screen, outside of whatever surrounds the component: a transformed parent would trap it.
import { RootPortal, View } from '@tarojs/components'
import { type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { VARIABLES } from '../variables'
import { toAria } from './aria'
import { repeatWhileSettling } from './focus'
import { SurroundingsContext } from './surroundings'

export interface SheetProps {
  readonly title: string
  /** By the cover around the sheet, Escape or the browser's Back. */
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Sheet({ title, onClose, children }: SheetProps) {
  const { theme } = useContext(SurroundingsContext)
  return (
    <Portal>
      <View
        className={`${theme} lnl-sheet-cover`}
        onClick={onClose}
        {...toAria({ role: 'dialog', label: title })}
        {...useModal(onClose)}
      >
        <View className="lnl-sheet" onClick={(event) => event.stopPropagation()}>
          <View className="lnl-headline" {...toAria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          {children}
        </View>
      </View>
    </Portal>
  )
}

function Portal({ children }: { readonly children: ReactNode }) {
  if (process.env.TARO_ENV === 'h5') return <BrowserPortal>{children}</BrowserPortal>
  return process.env.TARO_ENV === 'weapp' ? <RootPortal>{children}</RootPortal> : children
}

function BrowserPortal({ children }: { readonly children: ReactNode }) {
  const { root } = useContext(SurroundingsContext)
  const [host] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    // The variables that the component inherits.
    const style = root.current && getComputedStyle(root.current)
    for (const name of VARIABLES) host.style.setProperty(name, style?.getPropertyValue(name) ?? '')
    document.body.appendChild(host)
    return () => host.remove()
  }, [host, root])
  return createPortal(children, host)
}

/** The open sheets, the last one on top. */
const open: object[] = []

/**
 * Properties of the dialog's outermost element. In a browser, the dialog takes the focus and keeps it, Escape and Back
 * close it, and the focus returns to where it was.
 */
function useModal(onClose: () => void): object {
  const dialog = useRef<HTMLElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
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
  if (process.env.TARO_ENV !== 'h5') return {}
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return { ref: dialog, tabindex: -1, 'aria-modal': 'true', onKeyDown }
}

/** An entry of the history, so that Back closes the sheet. The app's router must not see it come and go. */
function catchBack(onBack: () => void, isOnTop: () => boolean): () => void {
  const mark = `lnl${Date.now()}${open.length}`
  const isHere = () => history.state?.lnl === mark
  history.pushState({ ...history.state, lnl: mark }, '')
  const onPop = (event: PopStateEvent) => {
    // Back from a page of terms leads to this entry: that is the router's.
    if (!isOnTop() || isHere()) return
    event.stopImmediatePropagation()
    onBack()
  }
  window.addEventListener('popstate', onPop, true)
  return () => {
    window.removeEventListener('popstate', onPop, true)
    if (!isHere()) return
    const swallow = (event: PopStateEvent) => event.stopImmediatePropagation()
    window.addEventListener('popstate', swallow, { capture: true, once: true })
    history.back()
  }
}
