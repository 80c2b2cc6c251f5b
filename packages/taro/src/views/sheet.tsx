// A sheet at the bottom of the screen, outside of whatever surrounds the component: a transformed parent would trap it.
import { RootPortal, View } from '@tarojs/components'
import { Fragment, type ReactNode, useContext, useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { VARIABLES } from '../variables'
import { toAria } from './aria'
import { useBrowserModal } from './browser-modal'
import { SurroundingsContext } from './surroundings'

const useModal = process.env.TARO_ENV === 'h5' ? useBrowserModal : () => ({})

export interface SheetProps {
  readonly title: string
  /** By the cover around the sheet, Escape, or Back in browsers that know `CloseWatcher`. */
  readonly onClose: () => void
  /** `leave` lets the sheet slide out before what its buttons do. */
  readonly children: (leave: (next: () => void) => void) => ReactNode
}

/** How long a sheet slides out, as in the style sheet. */
const LEAVING_MS = 150

export function Sheet({ title, onClose, children }: SheetProps) {
  const { theme } = useContext(SurroundingsContext)
  const [leaving, setLeaving] = useState<{ readonly next: () => void } | null>(null)
  const leave = (next: () => void) => setLeaving((now) => now ?? { next })
  const close = () => leave(onClose)
  useEffect(() => {
    if (!leaving) return
    const timer = setTimeout(leaving.next, LEAVING_MS)
    return () => clearTimeout(timer)
  }, [leaving])
  return (
    <Portal>
      <View
        className={`${theme} lnl-sheet-cover${leaving ? ' lnl-leaving' : ''}`}
        onClick={close}
        {...toAria({ role: 'dialog', label: title })}
        {...useModal(close)}
      >
        <View className="lnl-sheet" onClick={(event) => event.stopPropagation()}>
          <View className="lnl-headline" {...toAria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          {children(leave)}
        </View>
      </View>
    </Portal>
  )
}

const Portal = process.env.TARO_ENV === 'h5' ? BrowserPortal : process.env.TARO_ENV === 'weapp' ? RootPortal : Fragment

function BrowserPortal({ children }: { readonly children: ReactNode }) {
  const { root } = useContext(SurroundingsContext)
  const [host] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    // The variables that the component inherits.
    const style = root.current && getComputedStyle(root.current)
    for (const name of VARIABLES) host.style.setProperty(name, style?.getPropertyValue(name) ?? '')
    // Hidden with its page, below which terms may open in another one. A page with tabs does not cover them.
    const page = root.current?.closest('.taro_page:not(.taro_tabbar_page)') ?? document.body
    page.appendChild(host)
    return () => host.remove()
  }, [host, root])
  return createPortal(children, host)
}
