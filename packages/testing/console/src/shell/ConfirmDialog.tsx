// A question with two answers: do it, or leave everything as it is.
import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../state/console-state'
import { useTexts } from '../texts/words'
import { ProblemNotice } from './notices'

export interface ConfirmDialogProps {
  readonly opened: boolean
  readonly question: ReactNode
  /** The title, and the button that does it. */
  readonly verb: string
  readonly busy?: boolean
  readonly problem?: Problem | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Above everything, including the drawer that asks. */
const ON_TOP = 300

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, question, verb, busy, problem = null, onConfirm, onClose } = props
  const texts = useTexts().shell
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
        <Button color="red" loading={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </Group>
    </Modal>
  )
}
