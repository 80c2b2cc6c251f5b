// The text messages of the handset, as its screen would show them: the newest first.
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { loadInbox, type TextMessage } from '../demo/handsets'
import type { Demo } from '../demo/use-demo'
import { getPanelTexts } from './panel-texts'

const POLL_MS = 1000
const SHOWN = 3

interface InboxRowsProps {
  readonly demo: Demo
  /** The id of the handset. */
  readonly handset: string
}

export function InboxRows({ demo: { settings, switches }, handset }: InboxRowsProps) {
  const texts = getPanelTexts(switches)
  const messages = useInbox(settings.carrierOrigin, handset)
  return (
    <View className="demo-row demo-inbox">
      <Text className="demo-label">{texts.inbox}</Text>
      {messages.length === 0 && <Text className="demo-message">{texts.noMessages}</Text>}
      {messages.slice(0, SHOWN).map(({ id, text, arrivesAt }) => (
        <Text key={id} className="demo-message">
          {`${formatTime(arrivesAt)}  ${text}`}
        </Text>
      ))}
    </View>
  )
}

function useInbox(carrierOrigin: string, handset: string): readonly TextMessage[] {
  const [messages, setMessages] = useState<readonly TextMessage[]>([])
  useEffect(() => {
    let current = true
    const look = () =>
      loadInbox(carrierOrigin, handset).then(
        (loaded) => current && setMessages(loaded),
        // The simulator may be restarting: what is shown stays.
        () => undefined,
      )
    setMessages([])
    look()
    const timer = setInterval(look, POLL_MS)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [carrierOrigin, handset])
  return messages
}

function formatTime(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
