// The logins, the newest first.
import type { HandsetView, TraceSummary } from '@local-number/simulator-contract'
import { ActionIcon, Group, Text, TextInput, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { formatTimeOnDay } from '../diagram/times'
import { useHandsets } from '../handsets/use-handsets'
import { ConfirmAction } from '../shell/ConfirmAction'
import { toHash, toTraceHash } from '../state/route'
import { useConsole } from '../state/use-console'
import type { Texts } from '../texts/texts'
import { useTexts } from '../texts/words'
import { filterTraces } from './filter-traces'
import { getHandsetLabel } from './handset-label'

export interface TraceListProps {
  readonly shown: string
  /** No login was chosen, so the newest is shown. */
  readonly follows: boolean
}

export function TraceList({ shown, follows }: TraceListProps) {
  const texts = useTexts()
  const handsets = useHandsets()
  const summaries = useConsole().state.summaries ?? []
  const [typed, setTyped] = useState('')
  const matching = filterTraces(summaries, typed, (summary) => [
    getHandsetName(summary, handsets, texts),
    texts.diagram.outcomes[summary.outcome],
  ])
  const isAll = matching.length === summaries.length
  const [asks, { open, close }] = useDisclosure(false)
  return (
    <nav className="traces" aria-label={texts.timeline.logins}>
      <div className="traces-head">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {isAll
              ? texts.timeline.count(summaries.length)
              : texts.timeline.countMatches(matching.length, summaries.length)}
          </Title>
          <Group gap={4}>
            <a className="traces-follow" href={toHash('timeline')} aria-current={follows ? 'true' : undefined}>
              {texts.timeline.newest}
            </a>
            <ActionIcon variant="subtle" color="gray" onClick={open} aria-label={texts.timeline.clear}>
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
        <TextInput
          type="search"
          size="sm"
          className="traces-find"
          aria-label={texts.timeline.find}
          placeholder={texts.timeline.findHint}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      </div>
      {matching.length === 0 && summaries.length > 0 && <Text className="traces-none">{texts.timeline.notFound}</Text>}
      <ul>
        {matching.map((summary) => (
          <TraceItem key={summary.id} summary={summary} shown={summary.id === shown} follows={follows} />
        ))}
      </ul>
      <ConfirmAction
        opened={asks}
        question={texts.timeline.clearQuestion}
        verb={texts.timeline.clear}
        work={(api) => api.clearTraces()}
        onClose={close}
      />
    </nav>
  )
}

interface TraceItemProps {
  readonly summary: TraceSummary
  readonly shown: boolean
  readonly follows: boolean
}

function TraceItem({ summary, shown, follows }: TraceItemProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (shown && !follows) link.current?.scrollIntoView({ block: 'nearest' })
  }, [shown, follows])
  const texts = useTexts()
  const handsets = useHandsets()
  const { id, outcome, lastCode, msisdnMasked, startedAt, exchanges } = summary
  return (
    <li>
      <a
        ref={link}
        href={toTraceHash(id)}
        aria-current={shown ? 'true' : undefined}
        className={`trace-item seq-outcome-${outcome}`}
      >
        <span className="trace-number">{msisdnMasked || texts.diagram.numberUnknown}</span>
        <span className="trace-time">{formatTimeOnDay(startedAt, Date.now())}</span>
        <span className="trace-handset">{getHandsetName(summary, handsets, texts)}</span>
        <span className="trace-calls">{texts.timeline.calls(exchanges)}</span>
        <span className="trace-outcome">{texts.diagram.outcomes[outcome]}</span>
        <code>{lastCode}</code>
      </a>
    </li>
  )
}

/** The test line has no handsets: its own name takes their place. */
function getHandsetName({ handset, line }: TraceSummary, handsets: readonly HandsetView[], texts: Texts): string {
  return handset === null ? texts.diagram.lines[line] : getHandsetLabel(handset, handsets)
}
