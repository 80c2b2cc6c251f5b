// The text of the phone field. A wrong number would be checked at the user's expense, so a text with anything doubtful
// in it gives a draft that is no number, and shows why.
import { HAN_NUMERALS, NUMERAL_PAIRS, NUMERALS, SEPARATOR, toAscii, UNREADABLE } from './characters'
import { CALL_PREFIX, COUNTRY_CODE, MSISDN, parseDigits } from './parse'

/**
 * The part of a prefix that is known to be one before the number is complete. Before a prefix for cheap calls the country
 * code stays: without it, the rest would be a number.
 */
const PREFIX_WHILE_TYPING = new RegExp(`^${COUNTRY_CODE}(?=1)(?!${CALL_PREFIX})`)

/** As long as a number with all its prefixes. The field shows this much of a text that is no number. */
const MAX_DRAFT_LENGTH = 24
/** Beside a number, so many digits may be another one, with some missing or too many: in one group, or in several. */
const MIN_NUMBER_LIKE = 7
const MIN_SEPARATED_NUMBER_LIKE = 10

const NUMERAL = `\\d${NUMERALS}`
/** Digits and other numerals without anything but separators between them. */
const GROUP = new RegExp(`\\+?[${NUMERAL}]+`, 'g')
/** A plus, and what stands between it and its digits. */
const DISTANT_PLUS = new RegExp(`\\+[^+${NUMERAL}]+(?=[${NUMERAL}])`, 'g')
/** A country code other than China's, or half of one. */
const FOREIGN = new RegExp(`^(?:\\+(?!0{0,3}86)|(?:${CALL_PREFIX})?00(?!0?86))`)
/** Letters of any script, but not punctuation: what stands on both sides of them does not belong together. */
const WORDS = new RegExp(`[^!-@[-\`{-~\u2000-\u206f\u3000-\u303f${NUMERALS}]+`)

const HAN = /[\u3007\u3400-\u9fff]+/g
const NO_NUMERAL = new RegExp(`[^${HAN_NUMERALS}\u3007]`)
const NUMERAL_OR_WORD = new RegExp(`[${HAN_NUMERALS}\u3007]{2,}|[^]`, 'g')

/**
 * Reads the text of a field in which a number is typed or pasted. A text with one number in it gives that number,
 * whatever is written around it. Any other text gives its digits, with what makes it no number:
 *
 * - a plus, `00` and the code of another country, wherever they stand: `+49, 151…` must not become a mainland number.
 *   China's code goes as soon as the number follows it.
 * - numerals that are no decimal digits, inside or beside a number: `13800①38000`.
 * - a comma between digits that words or punctuation separate, as between two numbers, or a number and seven more
 *   digits.
 *
 * @param before the draft so far: letters change nothing in it, nor does one more digit in a complete number
 * @returns at most 24 digits, numerals and commas, with or without a `+` in front
 */
export function toMsisdnDraft(text: string, before = ''): string {
  const typed = toAscii(text)
    .replace(SEPARATOR, '')
    .replace(NUMERAL_PAIRS, UNREADABLE)
    .replace(HAN, toNumerals)
    .replace(DISTANT_PLUS, '+')
  const groups = typed.match(GROUP) ?? [typed.indexOf('+') < 0 ? '' : '+']
  const found = groups.map(parseDigits).find((number) => number !== null)
  if (found && isOnlyNumber(found, typed, groups)) return found
  const draft = groups.join(',').replace(PREFIX_WHILE_TYPING, '')
  if (before && (draft.replace(/,/g, '') === before || (MSISDN.test(before) && hasOneMore(draft, before))))
    return before
  return shorten(draft)
}

function isOnlyNumber(number: string, typed: string, groups: readonly string[]): boolean {
  const isOther = (group: string) => parseDigits(group) !== number
  return (
    !groups.some((group) => FOREIGN.test(group) || (isOther(group) && group.length >= MIN_NUMBER_LIKE)) &&
    !typed.split(WORDS).some((phrase) => {
      const others = (phrase.match(GROUP) ?? []).filter(isOther)
      return others.join('').length >= MIN_SEPARATED_NUMBER_LIKE
    })
  )
}

/** Leaves of Chinese words the numerals: 一三八, but not 三 in 张三. */
function toNumerals(han: string): string {
  return NO_NUMERAL.test(han) ? han.replace(NUMERAL_OR_WORD, (part) => (part.length > 1 ? part : 'x')) : han
}

/** Cuts what is too long to be a number, and never to a number. */
function shorten(draft: string): string {
  const sign = draft.indexOf('+') < 0 ? '' : '+'
  if (draft.length <= sign.length + MAX_DRAFT_LENGTH) return draft
  const digits = draft.replace(/[+,]/g, '').slice(0, MAX_DRAFT_LENGTH)
  const cut = (sign + digits).replace(PREFIX_WHILE_TYPING, '')
  return parseDigits(cut) ? '' : cut
}

/** Whether `longer` is `digits` with one digit typed in somewhere. */
function hasOneMore(longer: string, digits: string): boolean {
  if (longer.length !== digits.length + 1) return false
  let at = 0
  while (at < digits.length && longer[at] === digits[at]) at += 1
  return longer.slice(at + 1) === digits.slice(at)
}
