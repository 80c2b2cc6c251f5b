// Finds logins by number, code, app, handset, or an id from a log.
import { maskMsisdn, parseMsisdn } from '@local-number/protocol'
import type { TraceSummary } from '@local-number/simulator-contract'

/**
 * @param typed a login must match all of these words; without words, all logins match
 * @param describe the page's own words for a login: its handset's name and its outcome
 */
export function filterTraces(
  summaries: readonly TraceSummary[],
  typed: string,
  describe: (summary: TraceSummary) => readonly string[],
): readonly TraceSummary[] {
  const words = toSearchWords(typed)
  if (words.length === 0) return summaries
  return summaries.filter((summary) => {
    const { id, msgId, verifyMsgIds, appId, msisdnMasked, handset, lastCode } = summary
    const own = [id, msgId, ...verifyMsgIds, appId, msisdnMasked, handset ?? '', lastCode]
    const text = [...own, ...describe(summary)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** A whole phone number is searched by its mask, because traces contain only masked numbers. */
function toSearchWords(typed: string): readonly string[] {
  const msisdn = parseMsisdn(typed)
  if (msisdn !== null) return [maskMsisdn(msisdn)]
  return typed.toLowerCase().split(/\s+/).filter(Boolean)
}
