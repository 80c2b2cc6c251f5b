// The login that the address names: by its trace, or by the reference that its user sees.
import type { TraceSummary } from '@local-number/simulator-contract'

/**
 * @param named a trace's id, or the beginning of a msgId in any case
 * @returns the trace's id: that of the newest login whose msgIds begin so; what was named, if there is none
 */
export function findChosen(summaries: readonly TraceSummary[], named: string): string {
  if (summaries.some(({ id }) => id === named)) return named
  const start = named.toLowerCase()
  const begins = (msgId: string) => start !== '' && msgId.toLowerCase().startsWith(start)
  return summaries.find(({ msgId, verifyMsgIds }) => [msgId, ...verifyMsgIds].some(begins))?.id ?? named
}
