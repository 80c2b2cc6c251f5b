// What is kept of the end of a check, so that a repeated request gets the same answer: never the number, which comes
// again with the request.
import type { VerifyOutcome } from '@local-number/protocol'
import { z } from 'zod'
import type { ServerErrorCode } from '../errors'

export interface KeptAnswer {
  readonly outcome: VerifyOutcome
  readonly code: string
  readonly attemptsLeft: number
  /** Of the verdict, in ms since 1970. */
  readonly at: number
  /** With `verified`. */
  readonly ticketId?: string | undefined
}

export interface KeptRefusal {
  readonly refused: ServerErrorCode
  /** Of `loginRefused`: the app's own code. */
  readonly reason?: string | undefined
}

export type CheckResult = KeptAnswer | KeptRefusal

const shape = z.union([
  z.object({ refused: z.custom<ServerErrorCode>(), reason: z.string().optional() }),
  z.object({
    outcome: z.custom<VerifyOutcome>(),
    code: z.string(),
    attemptsLeft: z.int(),
    at: z.int(),
    ticketId: z.string().optional(),
  }),
])

export function writeResult(result: CheckResult): string {
  return JSON.stringify(result)
}

/** @throws if the store holds what no release wrote */
export function readResult(text: string): CheckResult {
  return shape.parse(JSON.parse(text))
}
