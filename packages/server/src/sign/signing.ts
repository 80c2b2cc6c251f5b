// Signs one pre-sign and opens the attempt that its verify will spend. No oracle: see `pre-sign-policy.ts`.
import { randomBytes } from 'node:crypto'
import type { PreSignFields, SignAnswer } from '@local-number/protocol'
import { rsaUtils } from '@local-number/rsa/node'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Limits } from '../limits'
import type { CheckedSignRequest } from '../requests'
import type { Stores } from '../stores/stores'
import type { AppIdentity } from '../verify/platform-request'
import { judgePreSign, type PreSignPolicy, replayWindowMs } from './pre-sign-policy'

/** What is kept of a user's consent (PIPL). */
export interface ConsentRecord {
  readonly version: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly traceId: string
  /** A keyed hash of the session: tells receipts of one session apart from others, and names nobody. */
  readonly sessionHash: string
}

export interface SigningOptions {
  readonly app: AppIdentity
  readonly policy: PreSignPolicy
  readonly consentVersions: readonly string[]
  /** How long a user may take from sign to verify, in ms. */
  readonly attemptTtlMs: number
  readonly stores: Stores
  readonly limits: Limits
  readonly fingerprint: Fingerprint
  /** Keeps the receipt. When it rejects, nothing is signed. */
  readonly onConsent: (receipt: ConsentRecord) => void | Promise<void>
  readonly now: () => number
}

export interface Signing {
  /** @throws ServerError `attemptsExhausted`, `consentRequired`, `preSign…`, `overloaded` */
  sign(request: CheckedSignRequest, traceId: string): Promise<SignAnswer>
}

export function createSigning(options: SigningOptions): Signing {
  const { app, stores, limits, attemptTtlMs } = options
  return {
    async sign({ preSign, consent, session }, traceId) {
      if (await limits.exhausted(session)) throw new ServerError('attemptsExhausted')
      const version = acceptedConsent(consent, options)
      const { msgId } = await acceptOnce(preSign, options)
      await options.onConsent(receiptOf({ version, session, traceId }, options))
      const sign = await rsaUtils.sign(preSign, app.customerPrivateKey, app.signature)
      const attemptId = randomBytes(32).toString('base64url')
      await stores.attempts.put(attemptId, { traceId, msgId, session }, attemptTtlMs)
      return { sign, attemptId, traceId }
    },
  }
}

function acceptedConsent(consent: CheckedSignRequest['consent'], { consentVersions }: SigningOptions): string {
  if (!consent || !consentVersions.includes(consent.version)) throw new ServerError('consentRequired')
  return consent.version
}

async function acceptOnce(preSign: string, { policy, stores, now }: SigningOptions): Promise<PreSignFields> {
  const judgement = judgePreSign(preSign, policy, now())
  if (!judgement.accepted) throw new ServerError(judgement.code)
  const { fields } = judgement
  if (!(await stores.preSigns.addOnce(fields.msgId, replayWindowMs(policy)))) throw new ServerError('preSignReplayed')
  return fields
}

function receiptOf(
  { version, session, traceId }: { version: string; session: string; traceId: string },
  { fingerprint, now }: SigningOptions,
): ConsentRecord {
  return { version, at: new Date(now()).toISOString(), traceId, sessionHash: fingerprint('session', session) }
}
