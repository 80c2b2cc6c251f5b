// The id that ties a sign to its verify. It names the session by a keyed hash, so that a verify can ask for the
// session's counts and for the attempt at the same time.
import { randomBytes } from 'node:crypto'

/** 256 bits, as base64url. */
const RANDOM_LENGTH = 43
/** Enough of a keyed hash to tell sessions apart. */
export const SESSION_HASH_LENGTH = 22

export function createAttemptId(sessionHash: string): string {
  return randomBytes(32).toString('base64url') + sessionHash
}

/** The session's hash; `null` for a text that is no id of this server. Only a store knows whether the id was given out. */
export function readSessionHash(attemptId: string): string | null {
  return attemptId.length === RANDOM_LENGTH + SESSION_HASH_LENGTH ? attemptId.slice(RANDOM_LENGTH) : null
}
