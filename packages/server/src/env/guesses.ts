// How many guesses find a secret, for whoever can test them on a machine of their own.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Finds repeats, sequences, dates, walks over the keyboard, and the most common passwords. */
const strength = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

export function estimateGuesses(secret: string): number {
  return strength.check(secret).guesses
}
