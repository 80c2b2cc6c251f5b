// The receipt of a user's consent (PIPL): it comes with the signature, or after it, with the user's tap.
import type { ConsentAnswer } from '@local-number/protocol'
import { ServerError, toServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Attempt, AttemptStore } from '../stores/stores'
import type { ParsedConsentRequest } from './request'

/** What is kept of a user's consent. */
export interface ConsentRecord {
  /** The version of the terms that the user agreed to. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly traceId: string
  /** A keyed hash of the session: distinguishes the receipts of one session from others without naming the user. */
  readonly sessionHash: string
}

export interface ConsentKeepingOptions {
  readonly consentVersions: readonly string[]
  readonly fingerprint: Fingerprint
  /** Keeps the receipt. When it rejects, nothing is signed, and nothing verified. */
  readonly onConsent: (receipt: ConsentRecord) => void | Promise<void>
  readonly now: () => number
}

/** The user's agreement that belongs to a signature. */
type Consent = ParsedConsentRequest['consent']

export interface ConsentKeeping {
  /** @throws ServerError `consentRequired` unless the user agreed to a current version */
  require(consent: Consent): string
  keep(version: string, login: Pick<Attempt, 'traceId' | 'session'>): Promise<void>
}

export function createConsentKeeping(options: ConsentKeepingOptions): ConsentKeeping {
  const { consentVersions, fingerprint, onConsent, now } = options
  return {
    require(consent) {
      if (!consent || !consentVersions.includes(consent.version)) throw new ServerError('consentRequired')
      return consent.version
    },
    async keep(version, { traceId, session }) {
      const at = new Date(now()).toISOString()
      await onConsent({ version, at, traceId, sessionHash: fingerprint('session', session) })
    },
  }
}

export interface Confirmation {
  /**
   * Keeps the receipt of an attempt that was signed without one. A repeat gets the same answer, and the first counts.
   *
   * @param session if given, the attempt must belong to this session
   * @throws ServerError `consentRequired`, `attemptSpent`
   */
  confirm(request: ParsedConsentRequest, session?: string): Promise<ConsentAnswer>
}

export function createConfirmation(attempts: AttemptStore, consents: ConsentKeeping): Confirmation {
  return {
    async confirm({ attemptId, consent }, session) {
      const version = consents.require(consent)
      const found = await attempts.changeConsent(attemptId, 'missing', 'pending')
      if (found === null) throw new ServerError('attemptSpent')
      const { attempt, changed } = found
      const isStranger = session !== undefined && session !== attempt.session
      // While it is pending, verify refuses: the receipt is kept before anything is verified, and once.
      const release = () => attempts.changeConsent(attemptId, 'pending', 'missing')
      if (isStranger) {
        if (changed) await release()
        throw new ServerError('attemptSpent')
      }
      if (!changed) return { traceId: attempt.traceId }
      try {
        await consents.keep(version, attempt)
        await attempts.changeConsent(attemptId, 'pending', 'kept')
        return { traceId: attempt.traceId }
      } catch (error) {
        await release().catch(() => undefined)
        throw toServerError(error, attempt.traceId)
      }
    },
  }
}
