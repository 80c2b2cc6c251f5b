// What the address names is not there: says so, and leads back.
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { hashOf } from '../state/route'
import { useTexts } from '../texts/words'

export interface DeadEndProps {
  readonly title: string
  readonly sentence: string
}

export function DeadEnd({ title, sentence }: DeadEndProps) {
  const texts = useTexts().timeline
  return (
    <Stack align="center" className="empty">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={560}>
        {sentence}
      </Text>
      <Anchor href={hashOf('timeline')}>{texts.back}</Anchor>
    </Stack>
  )
}
