// A drawer with a form: saves by the admin API, stays open with the reason when that is refused, and is not closed over
// what was typed without a question.
import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { FieldErrorsProvider, type FormOptions, useForm } from '../form/use-form'
import { useKept } from '../state/use-kept'
import { useTexts } from '../texts/words'
import { ProblemNotice } from './notices'
import { Question } from './Question'
import { useLeaving } from './use-leaving'

export interface EditDrawerProps extends Pick<FormOptions, 'mistakes' | 'work'> {
  readonly opened: boolean
  readonly title: string
  /** Something was typed that is not saved. */
  readonly dirty: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function EditDrawer({ opened, dirty, mistakes, work, onClose, ...now }: EditDrawerProps) {
  const texts = useTexts().shell
  const { title, children } = useKept(now, opened)
  const form = useForm({ mistakes, work, onDone: onClose })
  const { asks, tryToLeave, leave, stay } = useLeaving(dirty, () => {
    form.forget()
    onClose()
  })
  return (
    <Drawer
      opened={opened}
      onClose={tryToLeave}
      closeOnClickOutside={false}
      closeOnEscape={!asks}
      title={title}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form ref={form.ref} onSubmit={form.submit} noValidate>
        <FieldErrorsProvider value={form.errors}>
          <Stack>{children}</Stack>
        </FieldErrorsProvider>
        <div className="drawer-foot">
          <ProblemNotice problem={form.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={tryToLeave}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={form.busy}>
              {texts.save}
            </Button>
          </Group>
        </div>
      </form>
      <Question opened={asks} question={texts.discardAsk} verb={texts.discard} onYes={leave} onClose={stay} />
    </Drawer>
  )
}
