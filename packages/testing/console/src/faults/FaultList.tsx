// The faults that are on, with buttons to clear one or all of them.
import type { Fault } from '@local-number/simulator-contract'
import { Box, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { describeFault } from '../diagram/describe-fault'
import { useHandsets } from '../handsets/use-handsets'
import { ConfirmAction } from '../shell/ConfirmAction'
import { ProblemNotice } from '../shell/notices'
import { useAction } from '../state/use-action'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { getHandsetLabel } from '../timeline/handset-label'

export function FaultList() {
  const { faults: texts } = useTexts()
  const faults = useConsole().state.simulator?.faults ?? []
  const [asks, { open, close }] = useDisclosure(false)
  return (
    <section>
      <Group justify="space-between" mb="sm" mih={36}>
        <Title order={2} size="h4">
          {texts.active}
        </Title>
        {faults.length > 0 && (
          <Button size="xs" variant="default" onClick={open}>
            {texts.clearAll}
          </Button>
        )}
      </Group>
      {faults.length === 0 && <Text c="dimmed">{texts.none}</Text>}
      <Stack component="ul" className="cards" gap="xs">
        {faults.map((fault) => (
          <FaultItem key={fault.id} fault={fault} />
        ))}
      </Stack>
      <ConfirmAction
        opened={asks}
        question={texts.clearAllQuestion}
        verb={texts.clearAll}
        work={(api) => api.clearFaults()}
        onClose={close}
      />
    </section>
  )
}

function FaultItem({ fault }: { readonly fault: Fault }) {
  const all = useTexts()
  const { faults: texts, diagram } = all
  const handsets = useHandsets()
  const { busy, problem, run } = useAction()
  const { id, call, handset, times, effect } = fault
  return (
    <Card component="li" withBorder className="card">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Box miw={0}>
          <Text fw={600}>{describeFault(effect, all).join(' · ')}</Text>
          <Text size="sm" c="dimmed">
            {diagram.calls[call]} · {handset === null ? texts.everyHandset : getHandsetLabel(handset, handsets)} ·{' '}
            {times === null ? texts.untilCleared : texts.callsLeft(times)}
          </Text>
        </Box>
        <Button
          flex="none"
          size="xs"
          variant="default"
          loading={busy}
          onClick={() => void run((api) => api.removeFault(id))}
        >
          {texts.clear}
        </Button>
      </Group>
      <ProblemNotice problem={problem} />
    </Card>
  )
}
