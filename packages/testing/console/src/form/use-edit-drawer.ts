// The state of a drawer that adds or edits something. The event that opens the drawer also fills the form: filled later
// by an effect, it would still hold discarded values for a moment, and Escape would ask about them.
import type { FormRulesRecord } from '@mantine/form'
import type { AdminApi } from '../api/admin-api'
import { type Dialog, useDialog } from '../state/use-dialog'
import { type SimulatorForm, useSimulatorForm } from './use-simulator-form'

export interface EditDrawerOptions<Subject, Draft> {
  /** The form's values at first; the subject is `null` for something new. */
  readonly toDraft: (subject: Subject | null) => Draft
  readonly rules: FormRulesRecord<Draft>
  readonly save: (api: AdminApi, draft: Draft, subject: Subject | null) => Promise<unknown>
}

/** The subject is what is edited, as it was when the drawer was opened: later changes do not undo what is typed. */
export interface EditDrawerState<Subject, Draft> extends Dialog<Subject | null> {
  readonly form: SimulatorForm<Draft>
}

// biome-ignore lint/suspicious/noExplicitAny: as in useSimulatorForm.
export function useEditDrawer<Subject, Draft extends Record<string, any>>({
  toDraft,
  rules,
  save,
}: EditDrawerOptions<Subject, Draft>): EditDrawerState<Subject, Draft> {
  const dialog = useDialog<Subject | null>(null)
  const form = useSimulatorForm({
    initialDraft: toDraft(null),
    rules,
    send: (api, draft) => save(api, draft, dialog.subject),
    onDone: dialog.close,
  })
  const open = (subject: Subject | null) => {
    form.start(toDraft(subject))
    dialog.open(subject)
  }
  return { ...dialog, open, form }
}
