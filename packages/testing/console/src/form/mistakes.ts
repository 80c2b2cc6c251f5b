// What can be seen to be wrong with a form before it is sent, by the names of its fields.
import type { Problem } from '../state/console-state'
import type { Texts } from '../texts/texts'

export type MistakeName = keyof Texts['shell']['mistakes']

export type Mistakes = Readonly<Record<string, MistakeName>>

/** What is said beside each field. */
export type FieldErrors = Readonly<Record<string, string>>

/** Rules in their order: of several mistakes of one field the first is told. */
export function mistakesIn(
  rules: readonly (readonly [field: string, mistake: MistakeName, isWrong: boolean])[],
): Mistakes {
  const wrong = rules.filter(([, , isWrong]) => isWrong).map(([field, mistake]) => [field, mistake] as const)
  return Object.fromEntries(wrong.reverse())
}

export function worded(mistakes: Mistakes, texts: Texts): FieldErrors {
  return Object.fromEntries(Object.entries(mistakes).map(([field, mistake]) => [field, texts.shell.mistakes[mistake]]))
}

/** `customerPublicKeys[0] is no RSA key`, `effect.status must be 500 to 599`: a field's path, and what it continues with. */
const HALF_SENTENCE = /^(?:the fault cannot be switched on: )?(?:effect\.)?(\w+)(?:[[.][^\s:]*)? .+$/

/** What the simulator objects to, beside the fields that it names. */
export function fieldErrorsOf(problem: Problem | null): FieldErrors {
  if (problem === null || !('code' in problem) || !NAMING_FIELDS.has(problem.code)) return {}
  const found = problem.message.split('; ').map((half) => [HALF_SENTENCE.exec(half)?.[1] ?? '', half] as const)
  return Object.fromEntries(found)
}

const NAMING_FIELDS: ReadonlySet<string> = new Set(['fieldsMalformed', 'faultMalformed'])

export function isWholeNumber(text: string, least = 0, most = Number.MAX_SAFE_INTEGER): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
