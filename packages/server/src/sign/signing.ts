// Signs one pre-sign and opens the attempt that its verify will spend. What it refuses to sign: `pre-sign-policy.ts`.
import { randomBytes } from 'node:crypto'
import type { PreSignFields, SignAnswer } from '@local-number/protocol'
import { rsaUtils } from '@local-number/rsa/node'
import type { AppIdentity } from '../app-identity'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import { createExhaustedError, type Limits } from '../limits'
import type { Stores } from '../stores/stores'
import type { ConsentRecord } from './consent'
import { getReplayWindowMs, judgePreSign, type PreSignFault, type PreSignPolicy } from './pre-sign-policy'
import type { ParsedSignRequest } from './request'

export interface SigningOptions {
  readonly app: AppIdentity
  readonly policy: PreSignPolicy
  readonly consentVersions: readonly string[]
  /** How long an attempt waits for its verify after its sign, in ms. */
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
  sign(request: ParsedSignRequest, traceId: string): Promise<SignAnswer>
}

export function createSigning(options: SigningOptions): Signing {
  const { app, stores, limits, attemptTtlMs } = options
  return {
    async sign({ preSign, consent, session }, traceId) {
      if (await limits.isExhausted(session)) throw createExhaustedError()
      const version = requireConsent(consent, options)
      const { msgId } = await acceptOnce(preSign, options)
      await options.onConsent(createReceipt({ version, session, traceId }, options))
      const sign = await rsaUtils.sign(preSign, app.customerPrivateKey, app.signature)
      const attemptId = randomBytes(32).toString('base64url')
      await stores.attempts.put(attemptId, { traceId, msgId, session }, attemptTtlMs)
      return { sign, attemptId, traceId }
    },
  }
}

function requireConsent(consent: ParsedSignRequest['consent'], { consentVersions }: SigningOptions): string {
  if (!consent || !consentVersions.includes(consent.version)) throw new ServerError('consentRequired')
  return consent.version
}

async function acceptOnce(preSign: string, { policy, stores, now }: SigningOptions): Promise<PreSignFields> {
  const serverTime = now()
  const judgment = judgePreSign(preSign, policy, serverTime)
  if (!judgment.accepted) throw REFUSALS[judgment.code](policy, serverTime)
  const { fields } = judgment
  const isNew = await stores.preSigns.addOnce(fields.msgId, getReplayWindowMs(policy))
  if (!isNew) throw new ServerError('preSignReplayed')
  return fields
}

const REFUSALS: Readonly<Record<PreSignFault, (policy: PreSignPolicy, serverTime: number) => ServerError>> = {
  preSignMalformed: () => new ServerError('preSignMalformed'),
  preSignOutsideWindow: ({ clockSkewMs }, serverTime) =>
    new ServerError('preSignOutsideWindow', { detail: `±${clockSkewMs / 1000} s`, facts: { serverTime } }),
}

function createReceipt(
  { version, session, traceId }: { version: string; session: string; traceId: string },
  { fingerprint, now }: SigningOptions,
): ConsentRecord {
  return { version, at: new Date(now()).toISOString(), traceId, sessionHash: fingerprint('session', session) }
}
