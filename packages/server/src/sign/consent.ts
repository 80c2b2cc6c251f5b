// The receipt of a user's consent (PIPL): it comes with the signature, or after it, with the user's tap.
import type { ConsentAnswer, ProvenWay } from '@local-number/protocol'
import type { AttemptIds } from '../attempt-id'
import { ServerError, toServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import { PAUSES, pause } from '../pauses'
import type { ConsentRecord, ReceiptStore } from '../stores/receipts'
import type { Attempt, AttemptStore, ChangedConsent } from '../stores/stores'
import { type ConsentTexts, createTextFinder } from './consent-texts'
import type { ParsedConsentRequest } from './request'

export interface ConsentKeepingOptions {
  /** Whose terms these are. */
  readonly way: ProvenWay
  readonly consentVersions: readonly string[]
  /** `undefined` if no texts are on file. */
  readonly consentTexts: ConsentTexts | undefined
  readonly fingerprint: Fingerprint
  readonly receipts: ReceiptStore
  readonly now: () => number
}

/** The user's agreement that belongs to a signature. */
type Consent = ParsedConsentRequest['consent']

/** What the user agreed to. */
export type AcceptedTerms = Pick<ConsentRecord, 'version' | 'locale' | 'textHash'>

/** By which the receipt can be found again. */
export interface ConsentedAttempt extends Pick<Attempt, 'traceId' | 'session'> {
  readonly attemptId: string
}

export interface ConsentKeeping {
  /** @throws ServerError `consentRequired` unless the user agreed to a current version, in a language on file */
  require(consent: Consent): AcceptedTerms
  /** How an attempt and a receipt name a session. */
  hashSession(session: string): string
  keep(terms: AcceptedTerms, attempt: ConsentedAttempt): Promise<void>
}

/** Characters of a client's text that the log takes. */
const LONGEST_NOTE = 32

export function createConsentKeeping(options: ConsentKeepingOptions): ConsentKeeping {
  const { way, consentVersions, consentTexts, fingerprint, receipts, now } = options
  const findTextHash = consentTexts && createTextFinder(consentTexts)
  return {
    require(consent) {
      if (!consent || !consentVersions.includes(consent.version)) {
        const refused = consent ? consent.version.slice(0, LONGEST_NOTE) : null
        throw new ServerError('consentRequired', { notes: { way, version: refused, accepted: consentVersions } })
      }
      const { version, locale } = consent
      const textHash = findTextHash ? findTextHash(version, locale) : null
      if (textHash === undefined) {
        const detail = 'no text of this version is on file in consent.locale'
        throw new ServerError('consentRequired', { detail, notes: { way, version } })
      }
      return { version, locale: locale ?? null, textHash }
    },
    hashSession: (session) => fingerprint('session', session),
    async keep({ version, locale, textHash }, { attemptId, traceId, session: sessionHash }) {
      await receipts.append({
        way,
        version,
        locale,
        textHash,
        at: new Date(now()).toISOString(),
        traceId,
        sessionHash,
        attemptHash: fingerprint('attempt', attemptId),
      })
    },
  }
}

/** Claims the receipt, or waits for the request that did. After the last pause, a repeat keeps one itself. */
async function claim(attempts: AttemptStore, attemptId: string): Promise<ChangedConsent | null> {
  const change = () => attempts.changeConsent(attemptId, 'missing', 'pending')
  let found = await change()
  for (let round = 0; round < PAUSES; round += 1) {
    if (found === null || found.changed || found.attempt.consent !== 'pending') break
    await pause(round)
    found = await change()
  }
  return found
}

export interface ConfirmationOptions {
  readonly attempts: AttemptStore
  readonly attemptIds: AttemptIds
  readonly consents: ConsentKeeping
}

export interface Confirmation {
  /**
   * Keeps the receipt of an attempt that was signed without one. A repeat gets the same answer once the receipt is
   * kept, and the first counts. If the first does not get that far, because its process was killed, the repeat keeps
   * one: an attempt may then have two.
   *
   * @param session if given, the attempt must belong to this session
   * @throws ServerError `consentRequired`, `attemptSpent`
   */
  confirm(request: ParsedConsentRequest, session?: string): Promise<ConsentAnswer>
}

export function createConfirmation({ attempts, attemptIds, consents }: ConfirmationOptions): Confirmation {
  return {
    async confirm({ attemptId, consent }, session) {
      const terms = consents.require(consent)
      const isOurs = attemptIds.readSessionHash(attemptId, session) !== null
      const found = isOurs ? await claim(attempts, attemptId) : null
      if (found === null) throw new ServerError('attemptSpent')
      const { attempt } = found
      // While it is pending, verify refuses: the receipt is kept before anything is verified, and once.
      const release = () => attempts.changeConsent(attemptId, 'pending', 'missing')
      if (attempt.consent === 'kept') return { traceId: attempt.traceId }
      try {
        await consents.keep(terms, { ...attempt, attemptId })
        await attempts.changeConsent(attemptId, 'pending', 'kept')
        return { traceId: attempt.traceId }
      } catch (error) {
        await release().catch(() => undefined)
        throw toServerError(error, attempt.traceId)
      }
    },
  }
}
