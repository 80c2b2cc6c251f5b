// Something to press: a button, or a link within text. In a browser Taro's elements neither take focus nor hear the
// keyboard; in WeChat the platform sees to it.
import { Button, Text } from '@tarojs/components'
import { meaning } from './meaning'

export interface PressProps {
  readonly kind?: 'button' | 'link'
  readonly className: string
  readonly onPress: () => void
  readonly children: string
}

export function Press({ kind = 'button', className, onPress, children }: PressProps) {
  const reach = process.env.TARO_ENV === 'h5' ? keyboard(kind, onPress) : kind === 'link' && meaning({ role: kind })
  return kind === 'link' ? (
    <Text className={className} onClick={onPress} {...reach}>
      {children}
    </Text>
  ) : (
    <Button className={className} hoverClass="lnl-pressed" onClick={onPress} {...reach}>
      {children}
    </Button>
  )
}

/** As HTML's own buttons and links: Enter presses both, the space bar a button. */
const KEYS = { button: ['Enter', ' '], link: ['Enter'] }

function keyboard(kind: 'button' | 'link', onPress: () => void): object {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!KEYS[kind].includes(event.key)) return
    // The space bar would scroll the page.
    event.preventDefault()
    if (!event.repeat) onPress()
  }
  return { role: kind, tabindex: 0, onKeyDown }
}
