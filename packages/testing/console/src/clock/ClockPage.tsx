// The simulator's clock, and moving it.

import type { ClockChange } from '@local-number/simulator-contract'
import { Button, Card, Group, NumberInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconClockPlus, IconHistory } from '@tabler/icons-react'
import { dateTime } from '../diagram/times'
import { ProblemNotice } from '../shell/notices'
import { PageFrame } from '../shell/PageFrame'
import { useAction } from '../state/use-action'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { clockWords } from './clock-words'
import { useTicking } from './use-ticking'

const SECOND = 1_000
/** A token lives for one minute [S 120020]. */
const LONGER_THAN_A_TOKEN = 61 * SECOND
const DAY = 24 * 60 * 60 * SECOND

export function ClockPage() {
  const all = useTexts()
  const texts = all.clock
  const clock = useConsole().state.simulator?.clock ?? { now: 0, offsetMs: 0 }
  const now = useTicking(clock)
  const form = useForm<{ seconds: string | number }>({ initialValues: { seconds: 600 } })
  const { busy, problem, run } = useAction()
  const move = (change: ClockChange) => void run((api) => api.moveClock(change))
  const moveOwn = form.onSubmit(({ seconds }) => move({ advanceMs: Math.round(Number(seconds) * SECOND) }))
  const steps = [
    [texts.minute, LONGER_THAN_A_TOKEN],
    [texts.day, DAY],
  ] as const
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      <Card withBorder className="card clock">
        <Text size="sm" c="dimmed">
          {texts.now}
        </Text>
        <time className="big-number" dateTime={new Date(now).toISOString()}>
          {dateTime(now)}
        </time>
        <Text>{texts.shanghaiDay(new Date(now).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))}</Text>
        <Text mb="md">
          {texts.offset}
          <b>{clockWords(clock.offsetMs, all)}</b>
        </Text>
        <Group gap="xs" mb="md">
          {steps.map(([name, advanceMs]) => (
            <Button
              key={name}
              variant="default"
              disabled={busy}
              leftSection={<IconClockPlus size={18} aria-hidden />}
              onClick={() => move({ advanceMs })}
            >
              {texts.advance} {name}
            </Button>
          ))}
        </Group>
        <form onSubmit={moveOwn}>
          <Group align="flex-end" gap="xs" mb="md">
            <NumberInput label={texts.own} required {...form.getInputProps('seconds')} />
            <Button type="submit" variant="default" disabled={busy}>
              {texts.advanceOwn}
            </Button>
          </Group>
        </form>
        <Button
          leftSection={<IconHistory size={18} aria-hidden />}
          disabled={busy || clock.offsetMs === 0}
          onClick={() => move({ reset: true })}
        >
          {texts.back}
        </Button>
        <ProblemNotice problem={problem} />
      </Card>
    </PageFrame>
  )
}
