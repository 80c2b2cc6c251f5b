// The steps in which the user waits, and the step that waits for the user to turn Wi-Fi off.
import { Text, View } from '@tarojs/components'
import type { ProgressStep, Texts } from '../texts'
import { toAria } from './aria'
import { Press } from './press'

interface WaitingProps {
  readonly texts: Texts
  readonly onLeave: () => void
}

export function Progress({ texts, step, onLeave }: WaitingProps & { readonly step: ProgressStep }) {
  return (
    <View className="lnl-view lnl-centered">
      <View className="lnl-spinner" />
      <View className="lnl-progress-text" {...toAria({ role: 'status' })}>
        {texts.progress[step]}
      </View>
      <Press className="lnl-button-quiet" onPress={onLeave}>
        {texts.otherWay}
      </Press>
    </View>
  )
}

export function TurnWifiOff({ texts, onLeave }: WaitingProps) {
  const { title, advice, waiting } = texts.turnWifiOff
  return (
    <View className="lnl-view lnl-centered">
      <View className="lnl-view lnl-centered" {...toAria({ role: 'status' })}>
        <Text className="lnl-headline">{title}</Text>
        <Text className="lnl-advice">{advice}</Text>
      </View>
      <View className="lnl-spinner" />
      <Text className="lnl-progress-text">{waiting}</Text>
      <Press className="lnl-button-quiet" onPress={onLeave}>
        {texts.otherWay}
      </Press>
    </View>
  )
}
