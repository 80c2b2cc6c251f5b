// The steps in which the user waits for us, and the one in which we wait for the user to turn Wi-Fi off.
import { Text, View } from '@tarojs/components'
import type { ProgressStep, Texts } from '../texts'
import { LinkButton } from './link-button'

interface WaitingProps {
  readonly texts: Texts
  readonly onLeave: () => void
}

export function Progress({ texts, step, onLeave }: WaitingProps & { readonly step: ProgressStep }) {
  return (
    <View className="lnl-view lnl-centered" ariaRole="status">
      <View className="lnl-spinner" />
      <Text className="lnl-progress-text">{texts.progress[step]}</Text>
      <LinkButton onClick={onLeave}>{texts.otherWay}</LinkButton>
    </View>
  )
}

export function TurnWifiOff({ texts, onLeave }: WaitingProps) {
  const { title, advice, waiting } = texts.turnWifiOff
  return (
    <View className="lnl-view lnl-centered" ariaRole="status">
      <Text className="lnl-headline">{title}</Text>
      <Text className="lnl-advice">{advice}</Text>
      <View className="lnl-spinner" />
      <Text className="lnl-progress-text">{waiting}</Text>
      <LinkButton onClick={onLeave}>{texts.otherWay}</LinkButton>
    </View>
  )
}
