// The two ends: verified, and the default fallback with its reason and advice.
import type { StateOf } from '@local-number/login'
import { maskMsisdn } from '@local-number/protocol'
import { Text, View } from '@tarojs/components'
import type { Texts } from '../texts'
import { toAria } from './aria'
import { Press } from './press'

export function VerifiedNote({ texts, phone }: { readonly texts: Texts; readonly phone: string }) {
  return (
    <View className="lnl-view lnl-centered">
      <View className="lnl-mark lnl-mark-good">✓</View>
      <View className="lnl-view lnl-centered" {...toAria({ role: 'status' })}>
        <Text className="lnl-headline">{texts.verified}</Text>
        <Text className="lnl-advice">{maskMsisdn(phone)}</Text>
      </View>
    </View>
  )
}

export interface FallbackNoteProps {
  readonly texts: Texts
  readonly state: StateOf<'fallback'>
  readonly onRetry: () => void
}

export function FallbackNote({ texts, state, onRetry }: FallbackNoteProps) {
  const { reason, code, retryTo, traceId } = state
  const { title, advice } = texts.reasons[reason]
  return (
    <View className="lnl-view lnl-centered">
      <View className="lnl-mark">!</View>
      <View className="lnl-view lnl-centered" {...toAria({ role: 'alert' })}>
        <Text className="lnl-headline">{title}</Text>
        <Text className="lnl-advice">{advice}</Text>
      </View>
      {retryTo && (
        <Press className="lnl-button" onPress={onRetry}>
          {texts.retry[retryTo]}
        </Press>
      )}
      <Text className="lnl-reference" selectable>
        {[texts.reference, code, traceId].filter(Boolean).join(' · ')}
      </Text>
    </View>
  )
}
