// What happened to a message on the way, by a fault or without a network: a request that was lost, an answer that was
// altered.
import type { Exchange, FaultEffect } from '@local-number/simulator-contract'

export type Alteration = Extract<
  keyof FaultEffect,
  'status' | 'redirect' | 'malformedJson' | 'wrongMsgId' | 'contentType' | 'truncatedImage'
>

export type Loss = 'offline' | 'noMobileData' | 'dropped'

/** Why the request did not arrive; `null` if it did. */
export function findLoss({ enrichment, faults }: Exchange): Loss | null {
  if (enrichment?.cause === 'offline' || enrichment?.cause === 'noMobileData') return enrichment.cause
  return faults.some(({ drop }) => drop === 'request') ? 'dropped' : null
}

/** What was altered in an answer that did arrive. Of two faults the later one counts, as in the simulator. */
export function findAlterations({ faults, answer }: Exchange): readonly Alteration[] {
  if (answer === null || answer.status === null) return []
  const effect: FaultEffect = Object.assign({}, ...faults)
  const replacement = REPLACEMENTS.find((name) => effect[name] !== undefined)
  if (replacement !== undefined) return [replacement]
  return EDITS.filter((name) => effect[name] !== undefined && (name !== 'truncatedImage' || answer.status === 200))
}

/** Instead of the platform's answer, so that edits have nothing to work on. */
const REPLACEMENTS = ['status', 'redirect'] as const satisfies readonly Alteration[]
const EDITS = ['malformedJson', 'wrongMsgId', 'truncatedImage', 'contentType'] as const satisfies readonly Alteration[]
