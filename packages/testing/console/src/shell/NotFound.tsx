// The address names something that does not exist: says so, with a link back.
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { toHash } from '../state/route'
import { useTexts } from '../texts/words'

export interface NotFoundProps {
  readonly title: string
  readonly sentence: string
}

export function NotFound({ title, sentence }: NotFoundProps) {
  const texts = useTexts().timeline
  return (
    <Stack align="center" className="empty">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={560}>
        {sentence}
      </Text>
      <Anchor href={toHash('timeline')}>{texts.back}</Anchor>
    </Stack>
  )
}
