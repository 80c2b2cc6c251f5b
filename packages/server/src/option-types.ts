// What the options' schemas consist of.
import { z } from 'zod'
import type { ConsentTexts } from './sign/consent-texts'

export const text = z.string().min(1, 'must not be empty')
export const texts = z.array(text).min(1, 'must have at least one item').readonly()

/** For `superRefine`: where there are texts on file, each version needs one. */
export function requireTexts({ consentVersions, consentTexts }: Terms, context: z.RefinementCtx): void {
  if (consentTexts === undefined) return
  for (const [index, version] of consentVersions.entries()) {
    if (Object.hasOwn(consentTexts, version)) continue
    context.addIssue({ code: 'custom', path: ['consentVersions', index], message: 'must have a text in consentTexts' })
  }
}

interface Terms {
  readonly consentVersions: readonly string[]
  readonly consentTexts?: ConsentTexts | undefined
}

/** Beyond 2³¹ − 1, a timer ends at once. */
const LONGEST_MS = 86_400_000

export function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`
  return z.int(error).min(min, error).max(max, error)
}

export function milliseconds() {
  const error = `must be a whole number of milliseconds, at most ${LONGEST_MS} (a day)`
  return z.int(error).min(0, error).max(LONGEST_MS, error)
}

export function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices, `must be one of ${choices.join(', ')}`)
}
