// The id that ties a sign to its verify: random, with the session's keyed hash, so that a verify can ask for the
// session's counts and for the attempt at the same time; and with its end and a keyed hash of all that, so that an id
// that this server did not give out, or long ago, costs no store anything. The end comes first: a store that keeps ids
// in their order writes those of one moment next to each other.
import { timingSafeEqual } from 'node:crypto'
import type { Fingerprint } from './fingerprint'
import { randomBytes } from './random-bytes'

/** 256 bits, as base64url. */
const RANDOM_LENGTH = 43
/** 132 bits of a keyed hash. */
const HASH_LENGTH = 22
/** Seconds since 1970, in hex. */
const END_LENGTH = 10

export interface AttemptIds {
  /**
   * How a session is named in its attempt ids and its counts.
   *
   * @param hash the session's whole keyed hash
   */
  shortenHash(hash: string): string
  create(sessionHash: string): string
  /**
   * The session's hash; `null` for a text that is no id of this server, or one whose time is over.
   *
   * @param session if given, the id must be of this session, or the result is `null`
   */
  readSessionHash(attemptId: string, session?: string): string | null
}

export interface AttemptIdsOptions {
  readonly fingerprint: Fingerprint
  /** For how long an id can be of use, in ms. */
  readonly lifetimeMs: number
  readonly now: () => number
}

export function createAttemptIds({ fingerprint, lifetimeMs, now }: AttemptIdsOptions): AttemptIds {
  const shortenHash = (hash: string) => hash.slice(0, HASH_LENGTH)
  const seal = (text: string) => text + shortenHash(fingerprint('attemptId', text))
  return {
    shortenHash,
    create(sessionHash) {
      const end = Math.ceil((now() + lifetimeMs) / 1000)
      const random = randomBytes(32).toString('base64url')
      return seal(end.toString(16).padStart(END_LENGTH, '0') + random + sessionHash)
    },
    readSessionHash(attemptId, session) {
      const text = attemptId.slice(0, -HASH_LENGTH)
      const [sent, own] = [Buffer.from(attemptId), Buffer.from(seal(text))]
      const isOwn = text.length === RANDOM_LENGTH + HASH_LENGTH + END_LENGTH && sent.length === own.length
      if (!isOwn || !timingSafeEqual(sent, own)) return null
      const end = Number.parseInt(text.slice(0, END_LENGTH), 16) * 1000
      const sessionHash = text.slice(END_LENGTH + RANDOM_LENGTH)
      const isOfSession = session === undefined || shortenHash(fingerprint('session', session)) === sessionHash
      return now() < end && isOfSession ? sessionHash : null
    },
  }
}
