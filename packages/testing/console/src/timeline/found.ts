// Finds logins by whatever a person has of one: its number, a code, an app, a handset, or an id out of a log.
import { maskMsisdn, parseMsisdn } from '@local-number/protocol'
import type { TraceSummary } from '@local-number/simulator-contract'

/**
 * @param typed words that a login must have all of; none finds all
 * @param wordsOf what the page calls a login's handset and outcome
 */
export function found(
  summaries: readonly TraceSummary[],
  typed: string,
  wordsOf: (summary: TraceSummary) => readonly string[],
): readonly TraceSummary[] {
  const words = wanted(typed)
  if (words.length === 0) return summaries
  return summaries.filter((summary) => {
    const { id, msgId, verifyMsgIds, appId, msisdnMasked, handset, lastCode } = summary
    const own = [id, msgId, ...verifyMsgIds, appId, msisdnMasked, handset ?? '', lastCode]
    const has = [...own, ...wordsOf(summary)].join(' ').toLowerCase()
    return words.every((word) => has.includes(word))
  })
}

/** A whole number is known by its mask, like every number here. */
function wanted(typed: string): readonly string[] {
  const msisdn = parseMsisdn(typed)
  if (msisdn !== null) return [maskMsisdn(msisdn)]
  return typed.toLowerCase().split(/\s+/).filter(Boolean)
}
