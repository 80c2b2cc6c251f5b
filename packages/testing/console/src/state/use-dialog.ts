// Whether a dialog is open, and what it is about. The subject stays when the dialog closes, because it is still drawn
// while it fades out.
import { useState } from 'react'

export interface Dialog<Subject> {
  readonly opened: boolean
  readonly subject: Subject
  readonly open: (subject: Subject) => void
  readonly close: () => void
}

export function useDialog<Subject>(initialSubject: Subject): Dialog<Subject> {
  const [{ opened, subject }, setDialog] = useState({ opened: false, subject: initialSubject })
  return {
    opened,
    subject,
    open: (next) => setDialog({ opened: true, subject: next }),
    close: () => setDialog((dialog) => ({ ...dialog, opened: false })),
  }
}
