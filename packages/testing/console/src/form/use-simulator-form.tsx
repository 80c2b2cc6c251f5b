// A form that is sent to the simulator. Its own rules are checked first. Errors, found by them or by the simulator, are
// shown beside the fields, and the first wrong field gets the focus.
import { type FormRulesRecord, type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { AdminApi } from '../api/admin-api'
import type { Problem } from '../state/console-state'
import { useAction } from '../state/use-action'
import { RefusalText, toErrorText } from './ErrorText'
import { toFieldErrors } from './field-errors'

export interface SimulatorFormOptions<Draft> {
  readonly initialDraft: Draft
  readonly rules: FormRulesRecord<Draft>
  readonly send: (api: AdminApi, draft: Draft) => Promise<unknown>
  readonly onDone: () => void
  readonly onChange?: (draft: Draft) => void
}

export interface SimulatorForm<Draft> {
  /** For the `<form>`. */
  readonly ref: RefObject<HTMLFormElement>
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void
  /** Values, errors and what an input needs: `{...fields.getInputProps('effect.status')}`. */
  readonly fields: UseFormReturnType<Draft>
  readonly busy: boolean
  /** Why the simulator refused the last attempt. */
  readonly problem: Problem | null
  /** Fills the form, which then counts as untouched. */
  readonly start: (draft: Draft) => void
}

// biome-ignore lint/suspicious/noExplicitAny: Mantine's own bound, which interfaces satisfy.
export function useSimulatorForm<Draft extends Record<string, any>>(
  options: SimulatorFormOptions<Draft>,
): SimulatorForm<Draft> {
  const { initialDraft, rules, send, onDone, onChange } = options
  const { busy, problem, run, clearProblem } = useAction()
  const [failures, setFailures] = useState(0)
  const ref = useFocusOnFailure(failures)
  const fields = useForm<Draft, (draft: Draft) => Draft>({
    initialValues: initialDraft,
    // A new object at each render: with the same one, Mantine would keep handlers that ignore the next option.
    validate: { ...rules },
    // After a failed attempt the errors follow what is typed.
    validateInputOnChange: failures > 0,
    onValuesChange: onChange,
    enhanceGetInputProps: ({ inputProps }) => ({ error: toErrorText(inputProps.error) }),
  })
  const countFailure = () => setFailures((count) => count + 1)
  const rejectDraft = () => {
    clearProblem()
    countFailure()
  }
  const submit = fields.onSubmit(async (draft) => {
    const refusal = await run((api) => send(api, draft))
    if (refusal === null) return onDone()
    const errors = Object.entries(toFieldErrors(refusal, draft))
    fields.setErrors(Object.fromEntries(errors.map(([path, error]) => [path, <RefusalText key={path} {...error} />])))
    countFailure()
  }, rejectDraft)
  const start = (draft: Draft) => {
    fields.setInitialValues(draft)
    fields.reset()
    clearProblem()
    setFailures(0)
  }
  return { ref, submit, fields, busy, problem, start }
}

/** After each failed attempt the first wrong field gets the focus. */
function useFocusOnFailure(failures: number): RefObject<HTMLFormElement> {
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures === 0) return
    const first = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    first?.focus()
    first?.scrollIntoView({ block: 'center' })
  }, [failures])
  return ref
}
