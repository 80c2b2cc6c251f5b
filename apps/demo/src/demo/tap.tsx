// A button that works with the keyboard in a browser, where Taro's button does not.
import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

interface TapProps {
  readonly className: string
  readonly onTap: () => unknown
  /** Of a button that can be on or off. */
  readonly pressed?: boolean
  /** For screen readers, where the content says too little. */
  readonly label?: string
  readonly children?: ReactNode
}

export function Tap({ className, onTap, pressed, label, children }: TapProps) {
  return (
    <Button
      className={pressed ? `${className} demo-on` : className}
      hoverClass="demo-pressed"
      onClick={onTap}
      {...(process.env.TARO_ENV === 'h5' ? createAccess({ onTap, pressed, label }) : label && { ariaLabel: label })}
    >
      {children}
    </Button>
  )
}

function createAccess({ onTap, pressed, label }: Pick<TapProps, 'onTap' | 'pressed' | 'label'>): object {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (!event.repeat) onTap()
  }
  const state = pressed === undefined ? {} : { 'aria-pressed': String(pressed) }
  return { role: 'button', tabindex: 0, onKeyDown, ...state, ...(label ? { 'aria-label': label } : {}) }
}
