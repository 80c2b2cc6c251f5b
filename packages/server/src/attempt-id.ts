// The id that ties a sign to its verify: random, with the session's keyed hash, so that a verify can ask for the
// session's counts and for the attempt at the same time, and with a keyed hash of both, so that an id that this server
// did not give out costs no store anything.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Fingerprint } from './fingerprint'

/** 256 bits, as base64url. */
const RANDOM_LENGTH = 43
/** 132 bits of a keyed hash. */
const HASH_LENGTH = 22

export interface AttemptIds {
  /** How a session is named in its attempt ids and in the stores. */
  hashSession(session: string): string
  create(sessionHash: string): string
  /** The session's hash; `null` for a text that is no id of this server. */
  readSessionHash(attemptId: string): string | null
}

export function createAttemptIds(fingerprint: Fingerprint): AttemptIds {
  const hash = (purpose: string, text: string) => fingerprint(purpose, text).slice(0, HASH_LENGTH)
  const seal = (text: string) => text + hash('attemptId', text)
  return {
    hashSession: (session) => hash('session', session),
    create: (sessionHash) => seal(randomBytes(32).toString('base64url') + sessionHash),
    readSessionHash(attemptId) {
      const text = attemptId.slice(0, -HASH_LENGTH)
      const [sent, own] = [Buffer.from(attemptId), Buffer.from(seal(text))]
      const isOwn = text.length === RANDOM_LENGTH + HASH_LENGTH && sent.length === own.length
      return isOwn && timingSafeEqual(sent, own) ? text.slice(RANDOM_LENGTH) : null
    },
  }
}
