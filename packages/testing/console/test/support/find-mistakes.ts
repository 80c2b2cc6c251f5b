// Runs a form's validation table the way the form does. Needs jsdom.
import { type FormErrors, type FormRulesRecord, useForm } from '@mantine/form'
import { act, renderHook } from '@testing-library/react'

/** Names of mistakes by path. */
// biome-ignore lint/suspicious/noExplicitAny: Mantine's own bound, which interfaces satisfy.
export function findMistakes<Draft extends Record<string, any>>(
  rules: FormRulesRecord<Draft>,
  draft: Draft,
): FormErrors {
  const { result } = renderHook(() =>
    useForm<Draft, (draft: Draft) => Draft>({ initialValues: draft, validate: rules }),
  )
  let errors: FormErrors = {}
  act(() => {
    errors = result.current.validate().errors
  })
  return errors
}
