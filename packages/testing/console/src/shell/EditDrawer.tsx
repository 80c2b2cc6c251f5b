// A drawer with a form: saves by the admin API, stays open with the reason when that is refused, and asks before it
// closes over unsaved changes.
import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EditDrawerState } from '../form/use-edit-drawer'
import { useTexts } from '../texts/words'
import { ConfirmDialog } from './ConfirmDialog'
import { ProblemNotice } from './notices'
import { useUnsavedGuard } from './use-unsaved-guard'

export interface EditDrawerProps<Subject, Draft> {
  readonly drawer: EditDrawerState<Subject, Draft>
  readonly title: string
  readonly children: ReactNode
}

export function EditDrawer<Subject, Draft>({ drawer, title, children }: EditDrawerProps<Subject, Draft>) {
  const texts = useTexts().shell
  const { opened, close, form } = drawer
  const { asks, tryToClose, discard, keepOpen } = useUnsavedGuard(form.fields.isDirty(), close)
  return (
    <Drawer
      opened={opened}
      onClose={tryToClose}
      closeOnClickOutside={false}
      closeOnEscape={!asks}
      title={title}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form ref={form.ref} onSubmit={form.submit} noValidate>
        <Stack>{children}</Stack>
        <div className="drawer-foot">
          <ProblemNotice problem={form.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={tryToClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={form.busy}>
              {texts.save}
            </Button>
          </Group>
        </div>
      </form>
      <ConfirmDialog
        opened={asks}
        question={texts.discardQuestion}
        verb={texts.discard}
        onConfirm={discard}
        onClose={keepOpen}
      />
    </Drawer>
  )
}
