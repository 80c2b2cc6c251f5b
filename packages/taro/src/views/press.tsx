// A button, or a link within text. In a browser, Taro's elements get neither focus nor keyboard events; WeChat handles
// both itself.
import { Button, type ITouchEvent, Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { toAria } from './aria'

export interface PressProps {
  readonly kind?: 'button' | 'link'
  readonly className: string
  readonly onPress: () => void
  /** Presses do nothing meanwhile. */
  readonly busy?: boolean | undefined
  /** Looks as if it cannot be pressed, and cannot. */
  readonly disabled?: boolean | undefined
  readonly children: ReactNode
}

export function Press({ kind = 'button', className, onPress, busy, disabled, children }: PressProps) {
  // Within a row that can be pressed, too.
  const press = (event: Pick<ITouchEvent, 'stopPropagation'>) => {
    event.stopPropagation()
    if (!busy && !disabled) onPress()
  }
  const access =
    process.env.TARO_ENV === 'h5' ? createKeyboardProps(kind, press) : kind === 'link' && toAria({ role: kind })
  return kind === 'link' ? (
    <Text className={className} onClick={press} {...access}>
      {children}
    </Text>
  ) : (
    <Button
      className={disabled ? `${className} lnl-disabled` : className}
      hoverClass={busy || disabled ? 'none' : 'lnl-pressed'}
      onClick={press}
      {...toAria({ busy: busy || undefined, disabled: disabled || undefined })}
      {...access}
    >
      {children}
    </Button>
  )
}

/** As HTML's own controls: Enter presses buttons and links, the space bar buttons and boxes. */
const KEYS = { button: ['Enter', ' '], link: ['Enter'], checkbox: [' '] }

/** Properties in a browser. */
export function createKeyboardProps(
  role: keyof typeof KEYS,
  onPress: (event: Pick<ITouchEvent, 'stopPropagation'>) => void,
): object {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!KEYS[role].includes(event.key)) return
    // The space bar would scroll the page.
    event.preventDefault()
    if (!event.repeat) onPress(event)
  }
  return { role, tabindex: 0, onKeyDown }
}
