// Shows the simulator's clock, and moves it.
import type { ClockChange } from '@local-number/simulator-contract'
import { Button, Card, Group, NumberInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconClockPlus, IconHistory } from '@tabler/icons-react'
import { formatDateTime } from '../diagram/times'
import { ProblemNotice } from '../shell/notices'
import { PageFrame } from '../shell/PageFrame'
import { useAction } from '../state/use-action'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { describeClock } from './describe-clock'
import { useRunningTime } from './use-running-time'

const SECOND = 1_000
/** A token expires after one minute [S 120020]. */
const MORE_THAN_TOKEN_TTL = 61 * SECOND
const MORE_THAN_HTTPS_TOKEN_TTL = 121 * SECOND
const DAY = 24 * 60 * 60 * SECOND

export function ClockPage() {
  const all = useTexts()
  const texts = all.clock
  const clock = useConsole().state.simulator?.clock ?? { now: 0, offsetMs: 0 }
  const now = useRunningTime(clock)
  const form = useForm<{ seconds: string | number }>({ initialValues: { seconds: 600 } })
  const { busy, problem, run } = useAction()
  const move = (change: ClockChange) => void run((api) => api.changeClock(change))
  const moveOwn = form.onSubmit(({ seconds }) => move({ advanceMs: Math.round(Number(seconds) * SECOND) }))
  const steps = [
    [texts.minute, MORE_THAN_TOKEN_TTL],
    [texts.twoMinutes, MORE_THAN_HTTPS_TOKEN_TTL],
    [texts.day, DAY],
  ] as const
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      <Card withBorder className="card clock">
        <Text size="sm" c="dimmed">
          {texts.now}
        </Text>
        <time className="big-number" dateTime={new Date(now).toISOString()}>
          {formatDateTime(now)}
        </time>
        <Text>{texts.shanghaiDay(new Date(now).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))}</Text>
        <Text mb="md">
          {texts.offset}
          <b>{describeClock(clock.offsetMs, all)}</b>
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
