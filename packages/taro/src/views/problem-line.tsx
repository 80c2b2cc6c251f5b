// What is wrong. A line is kept for it, so that nothing below jumps.
import { View } from '@tarojs/components'
import { toAria } from './aria'

interface ProblemLineProps {
  /** The field that is described by it takes it as `aria-describedby`. */
  readonly id: string
  /** Another number each time: the same words are announced again. */
  readonly times: number
  readonly children: string | null
}

export function ProblemLine({ id, times, children }: ProblemLineProps) {
  return (
    <View id={id} className="lnl-message" {...toAria({ role: 'alert' })}>
      <View className="lnl-room" />
      {children && (
        <View key={times} className="lnl-problem">
          {children}
        </View>
      )}
    </View>
  )
}
