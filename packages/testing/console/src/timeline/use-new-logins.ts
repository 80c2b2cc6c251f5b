// Counts the logins that came since one was chosen.
import type { TraceSummary } from '@local-number/simulator-contract'
import { useEffect, useState } from 'react'

export function useNewLogins(chosen: string | null, summaries: readonly TraceSummary[]): number {
  const newest = summaries[0]?.id
  const [seen, setSeen] = useState(newest)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice starts counting again.
  useEffect(() => setSeen(newest), [chosen])
  if (chosen === null) return 0
  return Math.max(
    0,
    summaries.findIndex(({ id }) => id === seen),
  )
}
