// What became of a message on its way, by a fault or for want of a network: a request that nobody heard, an answer that is
// not the platform's any more.
import type { Exchange, FaultEffect } from '@local-number/simulator-contract'

export type Spoiling = Extract<
  keyof FaultEffect,
  'status' | 'redirect' | 'malformedJson' | 'wrongMsgId' | 'contentType' | 'truncatedImage'
>

export type Loss = 'offline' | 'dropped'

/** Why the request arrived nowhere; `null` if it did. */
export function lossOf({ enrichment, faults }: Exchange): Loss | null {
  if (enrichment?.cause === 'offline') return 'offline'
  return faults.some(({ drop }) => drop === 'request') ? 'dropped' : null
}

/** What was done to an answer that did arrive; as the simulator does it, the later of two faults counts. */
export function spoilingsOf({ faults, answer }: Exchange): readonly Spoiling[] {
  if (answer === null || answer.status === null) return []
  const effect: FaultEffect = Object.assign({}, ...faults)
  // Whatever else is asked for has nothing of the platform's to work on then.
  const instead = INSTEAD.find((name) => effect[name] !== undefined)
  if (instead !== undefined) return [instead]
  return BENT.filter((name) => effect[name] !== undefined && (name !== 'truncatedImage' || answer.status === 200))
}

const INSTEAD = ['status', 'redirect'] as const satisfies readonly Spoiling[]
const BENT = ['malformedJson', 'wrongMsgId', 'truncatedImage', 'contentType'] as const satisfies readonly Spoiling[]
