// Whether the appKey withstands guessing. In the HTTPS edition everyone who gets a signature can test guesses of it on
// their own machine (SECURITY.md), at the speed of MD5: about 10^11 in a second on one graphics card.
import { estimateGuesses } from './guesses'

const FEWEST_CHARACTERS = 16
/** Below it, a key has a pattern: of random keys of 16 hex digits, one in 10,000 counts as one, and none of 32. */
const FEWEST_GUESSES = 1e12
/** Random digits alone: 16 of them are tried out within a day or so, 20 within decades. */
const FEW_DIGITS = /^\d{1,19}$/

/** @returns what is wrong with the key, as half a sentence, or `undefined` */
export function findAppKeyFault(appKey: string, appId = ''): string | undefined {
  if (appKey.length < FEWEST_CHARACTERS) return `must have at least ${FEWEST_CHARACTERS} characters`
  // Everyone knows the appId, so it adds nothing to a key.
  const secret = appId === '' ? appKey : appKey.replaceAll(appId, '')
  const isGuessable = FEW_DIGITS.test(secret) || estimateGuesses(secret) < FEWEST_GUESSES
  return isGuessable ? 'must be random text, and this one has a pattern or is a short number' : undefined
}
