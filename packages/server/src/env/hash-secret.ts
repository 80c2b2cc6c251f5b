// Whether the hash secret withstands guessing. Whoever has a hash from the stores and the text behind it, such as the
// hash of their own number, can test guesses of it on their own machine.
import { estimateGuesses } from './guesses'

/** Of 32 random characters, digits alone included, none is known to count as so few. */
const FEWEST_GUESSES = 1e20

/** @returns what is wrong with the secret, as half a sentence, or `undefined` */
export function findHashSecretFault(secret: string): string | undefined {
  return estimateGuesses(secret) < FEWEST_GUESSES ? 'must be random text, and this one has a pattern' : undefined
}
