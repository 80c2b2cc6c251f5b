// The one button of a screen that goes on.
import { Text, View } from '@tarojs/components'
import { Press } from './press'

export interface SubmitButtonProps {
  /**
   * Shows a spinner in front of the label; presses do nothing meanwhile.
   *
   * @default false
   */
  readonly busy?: boolean
  /**
   * Looks as if it cannot be pressed, and cannot.
   *
   * @default false
   */
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: string
}

/**
 * The button of the built-in views, for a slot of your own.
 *
 * @supported weapp, h5
 */
export function SubmitButton({ busy = false, disabled = false, onPress, children }: SubmitButtonProps) {
  return (
    <Press className={busy ? 'lnl-button lnl-busy' : 'lnl-button'} busy={busy} disabled={disabled} onPress={onPress}>
      {/* Always there, and seen while busy: Taro's elements append what comes later. */}
      <View className="lnl-spinner lnl-spinner-small" />
      <Text>{children}</Text>
    </Press>
  )
}
