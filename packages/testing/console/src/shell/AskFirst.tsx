// A dialog in front of what the simulator cannot undo.
import type { AdminApi } from '../api/admin-api'
import { useAction } from '../state/use-action'
import { Question, type QuestionProps } from './Question'

export interface AskFirstProps extends Pick<QuestionProps, 'opened' | 'question' | 'verb' | 'onClose'> {
  readonly work: (api: AdminApi) => Promise<unknown>
}

export function AskFirst({ work, onClose, ...asked }: AskFirstProps) {
  const { busy, problem, run, forget } = useAction()
  const close = () => {
    forget()
    onClose()
  }
  const go = async () => {
    if (await run(work)) close()
  }
  return <Question {...asked} busy={busy} problem={problem} onYes={() => void go()} onClose={close} />
}
