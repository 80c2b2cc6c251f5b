// Signs for one attempt, which its verify will spend: a pre-sign of the page's, or ids made here. Which pre-signs it
// refuses: `pre-sign-policy.ts`.
import type { HttpsEdition, HttpsIds, SignAnswer } from '@local-number/protocol'
import type { AppIdentity } from '../app-identity'
import type { AttemptIds } from '../attempt-id'
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import { createExhaustedError, type Limits } from '../limits'
import type { Client } from '../rate-limits/client'
import type { SignLimits } from '../rate-limits/sign-limits'
import type { Attempt, Stores } from '../stores/stores'
import type { ConsentKeeping } from './consent'
import { composeSignedText, createHttpsIds } from './https-ids'
import { getReplayWindowMs, judgePreSign, type PreSignFault, type PreSignPolicy } from './pre-sign-policy'
import type { ParsedSignRequest, Subject } from './request'
import { type Signer, signWithMd5 } from './signers'

export interface SigningOptions {
  readonly app: AppIdentity
  readonly policy: PreSignPolicy
  readonly consents: ConsentKeeping
  /** How long an attempt waits for its verify after its sign, in ms. */
  readonly attemptTtlMs: number
  readonly stores: Stores
  readonly limits: Limits
  readonly signLimits: SignLimits
  readonly attemptIds: AttemptIds
  readonly now: () => number
}

export interface SignCall extends Pick<CallFacts, 'traceId' | 'onQuota'> {
  readonly client: Client
  /** The caller's, if the transport knows one; the page's otherwise. */
  readonly session: string
}

export interface Signing {
  /**
   * @throws ServerError `attemptsExhausted`, `consentRequired`, `preSign…`, `rateLimited`, `requestMalformed`,
   *   `overloaded`
   */
  sign(request: Omit<ParsedSignRequest, 'session'>, call: SignCall): Promise<SignAnswer>
}

export function createSigning(options: SigningOptions): Signing {
  const { app, consents, stores, limits, signLimits, attemptIds, attemptTtlMs } = options
  const keyId = app.customerKeys.signing.id
  return {
    async sign({ subject, consent, binding }, { traceId, client, session, onQuota }) {
      signLimits.requireRoom(client)
      // Ids hold nothing of the user, so they may be signed before the tap.
      const terms = subject.edition && !consent ? null : consents.require(consent)
      const { text, msgId, ids, sign, isNew } = accept(subject, traceId, options)
      const wholeHash = consents.hashSession(session)
      const sessionHash = attemptIds.shortenHash(wholeHash)
      const attemptId = attemptIds.create(sessionHash)
      const state = terms === null ? 'missing' : 'kept'
      const attempt: Attempt = { traceId, msgId, session: wholeHash, consent: state, binding, keyId }
      // At the same time, since a login waits for all of it. An attempt that is refused is never given out; its receipt
      // stays, because the user has agreed, and the limit bounds how many there are.
      const [isExhausted, isFirst] = await Promise.all([
        limits.isExhausted(sessionHash),
        isNew(client.owner),
        signLimits.count(client, onQuota),
        terms !== null && consents.keep(terms, { attemptId, traceId, session: wholeHash }),
        stores.attempts.put(attemptId, attempt, attemptTtlMs, client.owner),
      ])
      if (isExhausted) throw createExhaustedError()
      if (!isFirst) throw new ServerError('preSignReplayed')
      return { ...(ids && { ids }), sign: await sign(text, app), attemptId, traceId }
    },
  }
}

/** What one attempt is signed for. */
interface Accepted {
  readonly text: string
  readonly msgId: string
  /** The ids that the page does not know yet. */
  readonly ids?: HttpsIds
  readonly sign: Signer
  /** Whether nobody asked for this before; to one caller. */
  isNew(owner: string): Promise<boolean>
}

function accept({ preSign, edition }: Subject, traceId: string, options: SigningOptions): Accepted {
  return edition === undefined ? acceptPreSign(preSign, options) : makeIds(edition, traceId, options)
}

function acceptPreSign(preSign: string, { policy, stores, now }: SigningOptions): Accepted {
  const serverTime = now()
  const judgment = judgePreSign(preSign, policy, serverTime)
  if (!judgment.accepted) throw REFUSALS[judgment.code](policy, serverTime)
  const { ids, sign } = judgment
  const isNew = (owner: string) => stores.preSigns.addOnce(ids.msgId, getReplayWindowMs(policy), owner)
  return { text: preSign, msgId: ids.msgId, sign, isNew }
}

/** These ids are new and their time is now: nothing is to be judged or remembered. */
function makeIds(
  edition: HttpsEdition,
  traceId: string,
  { policy: { appId, editions }, now }: SigningOptions,
): Accepted {
  if (!editions.includes(edition)) {
    throw new ServerError('requestMalformed', { detail: `add ${edition} to LOCAL_NUMBER_EDITIONS to enable it` })
  }
  const ids = createHttpsIds(now(), traceId)
  const text = composeSignedText(ids, edition, appId)
  return { text, msgId: ids.traceId, ids, sign: signWithMd5, isNew: async () => true }
}

const REFUSALS: Readonly<Record<PreSignFault, (policy: PreSignPolicy, serverTime: number) => ServerError>> = {
  preSignMalformed: () => new ServerError('preSignMalformed'),
  preSignOutsideWindow: ({ clockSkewMs }, serverTime) =>
    new ServerError('preSignOutsideWindow', { detail: `±${clockSkewMs / 1000} s`, facts: { serverTime } }),
}
