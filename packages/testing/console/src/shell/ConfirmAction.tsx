// Asks before an action that cannot be undone, then carries it out. A refusal is shown in the dialog.
import type { AdminApi } from '../api/admin-api'
import { useAction } from '../state/use-action'
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog'

export interface ConfirmActionProps extends Pick<ConfirmDialogProps, 'opened' | 'question' | 'verb' | 'onClose'> {
  readonly work: (api: AdminApi) => Promise<unknown>
}

export function ConfirmAction({ work, onClose, ...dialog }: ConfirmActionProps) {
  const { busy, problem, run, clearProblem } = useAction()
  const close = () => {
    clearProblem()
    onClose()
  }
  const confirm = async () => {
    if ((await run(work)) === null) close()
  }
  return <ConfirmDialog {...dialog} busy={busy} problem={problem} onConfirm={() => void confirm()} onClose={close} />
}
