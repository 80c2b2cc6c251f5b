// What the services have acknowledged, kept outside of them: whatever they forget when they are killed is seen here.
import type { VerifyAnswer } from '@local-number/protocol'
import { decodeJwt } from 'jose'
import type { JsonAnswer } from '../../support/processes'

export const WRONG_NUMBERS_PER_SESSION = 5
export const CHECKS_PER_NUMBER_AND_DAY = 3

export interface VerifyBody {
  readonly attemptId: string
  readonly phone: string
  readonly token: string
  readonly userInformation: string
}

/** Of a verify request: the answer or the refusal, without what is new in each. */
export interface Verdict {
  readonly status: number
  readonly code: string
  readonly outcome?: string
  readonly attemptsLeft?: number
  /** The ticket's id. */
  readonly jti?: string | undefined
}

export interface KeptVerdict {
  readonly request: VerifyBody
  readonly verdict: Verdict
  /** In ms since 1970. */
  readonly at: number
}

export interface SignedPreSign {
  readonly preSign: string
  /** In ms since 1970. */
  readonly at: number
}

export interface Ledger {
  readonly signed: SignedPreSign[]
  /** The trace ids of acknowledged consents. */
  readonly consents: string[]
  readonly verdicts: KeptVerdict[]
  /** What must not have happened, as sentences. */
  readonly problems: string[]
}

export const createLedger = (): Ledger => ({ signed: [], consents: [], verdicts: [], problems: [] })

export function readVerdict({ status, body }: JsonAnswer<Partial<VerifyAnswer>>): Verdict {
  const { code = '', outcome, attemptsLeft, ticket } = body
  const jti = ticket === undefined ? undefined : decodeJwt(ticket).jti
  // The tries left of a lost answer are those at the time of the question.
  return { status, code, outcome, jti, ...(code !== 'answerLost' && { attemptsLeft }) }
}

/** A session as its visitor knows it. Its wrong numbers bound its tries. */
export interface SessionPage {
  readonly id: string
  /** Acknowledged as wrong. */
  readonly wrong: Set<string>
  /** Numbers and attempts that may count, since a process was killed in their check: an attempt counts while it runs. */
  readonly doubtful: Set<string>
}

/** How many wrong numbers the services count: as many as they acknowledged, and no more than were sent. */
export function countWrong({ wrong, doubtful }: SessionPage) {
  return { least: wrong.size, most: new Set([...wrong, ...doubtful]).size }
}

/** A number as its only visitor knows it. */
export interface NumberPage {
  readonly phone: string
  /** How often it was acknowledged as verified. */
  verified: number
  /** How many further checks may count, since a process was killed in them. */
  doubtful: number
}
