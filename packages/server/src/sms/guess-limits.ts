// How many guesses there are, as a store needs to know it.
import { DAY } from '../shanghai-day'
import type { GuessLimits } from '../stores/codes'
import type { SmsLimitValues } from './options'

export function toGuessLimits({ guessesPerCode, guessesPerNumber }: SmsLimitValues): GuessLimits {
  return { guessesPerCode, guessesPerNumber, guessWindowMs: DAY }
}
