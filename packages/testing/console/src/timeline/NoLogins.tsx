// Shown while there is no login: how to make one, with a command to paste.
import { PATHS } from '@local-number/protocol'
import { Anchor, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { CopyIcon } from '../shell/CopyIcon'
import { toHash } from '../state/route'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'

export function NoLogins() {
  const texts = useTexts()
  const simulator = useConsole().state.simulator
  const appId = simulator?.apps[0]?.appId ?? ''
  const command = `curl -i '${simulator?.origin}${PATHS.getMobile}?appId=${appId}&openType=1'`
  return (
    <Stack align="center" className="empty">
      <IconTimeline size={56} stroke={1.2} aria-hidden />
      <Title order={1} size="h2">
        {texts.timeline.empty}
      </Title>
      <Text c="dimmed" ta="center" maw={560}>
        {texts.timeline.emptyHint}
      </Text>
      <Group wrap="nowrap" className="command">
        <Code>{command}</Code>
        <CopyIcon value={command} label={texts.shell.copy} />
      </Group>
      <Group justify="center">
        <Anchor href={toHash('handsets')}>{texts.timeline.seeHandsets}</Anchor>
        <Anchor href={toHash('apps')}>{texts.timeline.seeApps}</Anchor>
      </Group>
    </Stack>
  )
}
