// A button, or a link within text. In a browser, Taro's elements get neither focus nor keyboard events; WeChat handles
// both itself.
import { Button, Text } from '@tarojs/components'
import { toAria } from './aria'

export interface PressProps {
  readonly kind?: 'button' | 'link'
  readonly className: string
  readonly onPress: () => void
  readonly children: string
}

export function Press({ kind = 'button', className, onPress, children }: PressProps) {
  const access =
    process.env.TARO_ENV === 'h5' ? createKeyboardProps(kind, onPress) : kind === 'link' && toAria({ role: kind })
  return kind === 'link' ? (
    <Text className={className} onClick={onPress} {...access}>
      {children}
    </Text>
  ) : (
    <Button className={className} hoverClass="lnl-pressed" onClick={onPress} {...access}>
      {children}
    </Button>
  )
}

/** As HTML's own buttons and links: Enter presses both, the space bar buttons only. */
const KEYS = { button: ['Enter', ' '], link: ['Enter'] }

function createKeyboardProps(kind: 'button' | 'link', onPress: () => void): object {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!KEYS[kind].includes(event.key)) return
    // The space bar would scroll the page.
    event.preventDefault()
    if (!event.repeat) onPress()
  }
  return { role: kind, tabindex: 0, onKeyDown }
}
