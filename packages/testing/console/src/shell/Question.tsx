// A question that a button answers, or that is taken back.
import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../state/console-state'
import { useKept } from '../state/use-kept'
import { useTexts } from '../texts/words'
import { ProblemNotice } from './notices'

export interface QuestionProps {
  readonly opened: boolean
  readonly question: ReactNode
  /** What the button that does it says. */
  readonly verb: string
  readonly busy?: boolean
  readonly problem?: Problem | null
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Above everything, also above a drawer that asks. */
const ON_TOP = 300

export function Question({ opened, busy, problem = null, onYes, onClose, ...now }: QuestionProps) {
  const texts = useTexts().shell
  const { question, verb } = useKept(now, opened)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={verb}
      zIndex={ON_TOP}
      centered
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Text mb="md">{question}</Text>
      <ProblemNotice problem={problem} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.cancel}
        </Button>
        <Button color="red" loading={busy} onClick={onYes}>
          {verb}
        </Button>
      </Group>
    </Modal>
  )
}
