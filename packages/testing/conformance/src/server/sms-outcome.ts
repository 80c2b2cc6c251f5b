// Reads and checks the answers to codes.
import type { SmsOutcome } from '@local-number/protocol'
import { assert, formatValue } from '../assertions'
import type { HttpAnswer } from '../http'
import { type OutcomeAnswer, requireOutcome } from './outcome'
import { createWrongCode, type SmsLogin } from './sms-login'

/** The guesses that a code may take at most. */
export const MOST_GUESSES = 5

/** How long a code may be valid at most, and how long a right one may be repeated, in ms. */
export const MOST_VALID_MS = 300_000
export const MOST_REPEAT_MS = 120_000

export type SmsOutcomeAnswer = Pick<OutcomeAnswer, 'outcome' | 'attemptsLeft' | 'ticket'>

/** @throws Unmet if the check of a code was not answered with an outcome */
export function readSmsOutcome(answer: HttpAnswer): SmsOutcomeAnswer {
  return requireOutcome(answer, 'the check of a code')
}

/**
 * @param what the code and its circumstances, e.g. `a right code`
 * @throws Unmet
 */
export function assertSmsOutcome(expected: SmsOutcome, answer: HttpAnswer, what: string): SmsOutcomeAnswer {
  const found = readSmsOutcome(answer)
  assert(found.outcome === expected, `${what} must give ${expected}, and gave ${formatValue(found.outcome)}`)
  assert(expected === 'verified' || found.ticket === undefined, `${what} must not give a ticket`)
  return found
}

/** @throws Unmet if the check verified the number, or was refused */
export function assertNotVerified(answer: HttpAnswer, what: string): void {
  const { outcome, ticket } = readSmsOutcome(answer)
  assert(outcome !== 'verified' && ticket === undefined, `${what} must not verify the number`)
}

/**
 * Sends wrong codes until so many more can be compared.
 *
 * @returns how many were sent
 * @throws Unmet if the server does not count down
 */
export async function guessWrong(
  login: SmsLogin,
  { code, left = 0 }: { readonly code: string; readonly left?: number },
): Promise<number> {
  for (let guesses = 1; guesses <= MOST_GUESSES; guesses += 1) {
    const answer = await login.check(createWrongCode(code, guesses))
    const { attemptsLeft } = assertSmsOutcome('wrongCode', answer, 'a wrong code')
    if (attemptsLeft === left) return guesses
  }
  assert(false, `attemptsLeft must be ${left} after at most ${MOST_GUESSES} wrong codes`)
}
