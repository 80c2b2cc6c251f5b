// The text messages of one handset, the newest first, also those on their way.
import type { TextMessage } from '@local-number/simulator-contract'
import { Text } from '@mantine/core'
import { useRunningTime } from '../clock/use-running-time'
import { formatTimeOnDay } from '../diagram/times'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'

export function Inbox({ handset }: { readonly handset: string }) {
  const texts = useTexts().handsets
  const messages = (useConsole().state.simulator?.messages ?? []).filter((message) => message.handset === handset)
  if (messages.length === 0) return null
  return (
    <details className="more inbox">
      <summary>{texts.messages(messages.length)}</summary>
      <MessageList messages={messages} />
    </details>
  )
}

function MessageList({ messages }: { readonly messages: readonly TextMessage[] }) {
  const texts = useTexts().handsets
  const now = useRunningTime(useConsole().state.simulator?.clock ?? { now: 0, offsetMs: 0 })
  return (
    <ul>
      {messages.map(({ id, text, arrivesAt }) => {
        const time = formatTimeOnDay(arrivesAt, now)
        return (
          <li key={id}>
            <Text size="sm">{text}</Text>
            <Text size="xs" c="dimmed">
              {arrivesAt > now ? texts.messageArrives(time) : time}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
