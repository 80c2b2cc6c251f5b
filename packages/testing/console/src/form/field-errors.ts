// Puts what the simulator refused beside the fields of a form.
import type { FieldError } from '@local-number/simulator-contract'
import type { Problem } from '../state/console-state'

/** By the path of the form's input. Of several errors of one input it is the first. */
export type FieldErrors = Readonly<Record<string, FieldError>>

/** @param draft the form's values, whose names are those of the request */
export function toFieldErrors(problem: Problem, draft: object): FieldErrors {
  if (!('fields' in problem)) return {}
  const byPath = problem.fields.map((field) => [toInputPath(field.path, draft), field] as const)
  return Object.fromEntries(byPath.filter(([path]) => path !== '').reverse())
}

/**
 * `effect.status` is an input of its own. A list is edited as one text, so `customerPublicKeys[0]` belongs to
 * `customerPublicKeys`.
 *
 * @returns `''` if the form has no such input
 */
function toInputPath(path: string, draft: object): string {
  const known: string[] = []
  let value: unknown = draft
  for (const name of path.split(/[.[\]]+/).filter(Boolean)) {
    if (!isGroup(value) || !Object.hasOwn(value, name)) break
    known.push(name)
    value = value[name]
  }
  return known.join('.')
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
