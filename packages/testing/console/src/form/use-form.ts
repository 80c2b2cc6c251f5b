// Sends a form: first what can be seen to be wrong with it, then what the simulator says; the first wrong field gets the
// focus.
import { createContext, type FormEvent, type RefObject, useContext, useEffect, useRef, useState } from 'react'
import type { AdminApi } from '../api/admin-api'
import type { Problem } from '../state/console-state'
import { useAction } from '../state/use-action'
import { useTexts } from '../texts/words'
import { type FieldErrors, fieldErrorsOf, type Mistakes, worded } from './mistakes'

export interface FormOptions {
  readonly mistakes: Mistakes
  readonly work: (api: AdminApi) => Promise<unknown>
  readonly onDone: () => void
}

export interface Form {
  readonly ref: RefObject<HTMLFormElement>
  readonly busy: boolean
  readonly problem: Problem | null
  readonly errors: FieldErrors
  readonly submit: (event: FormEvent) => Promise<void>
  /** Forgets what was wrong. */
  readonly forget: () => void
}

export function useForm({ mistakes, work, onDone }: FormOptions): Form {
  const texts = useTexts()
  const { busy, problem, run, forget } = useAction()
  const [attempts, setAttempts] = useState(0)
  const ref = useRef<HTMLFormElement>(null)
  const errors = { ...fieldErrorsOf(problem), ...(attempts > 0 && worded(mistakes, texts)) }
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt, not at each key.
  useEffect(() => {
    const first = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    first?.focus()
    first?.scrollIntoView({ block: 'center' })
  }, [attempts, problem])
  const forgetAll = () => {
    setAttempts(0)
    forget()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (Object.keys(mistakes).length > 0 || !(await run(work))) return
    forgetAll()
    onDone()
  }
  return { ref, busy, problem, errors, submit, forget: forgetAll }
}

const FieldErrorsContext = createContext<FieldErrors>({})

export const FieldErrorsProvider = FieldErrorsContext.Provider

/** What is wrong with a field of the form around, if anything. */
export function useFieldErrors(): FieldErrors {
  return useContext(FieldErrorsContext)
}
