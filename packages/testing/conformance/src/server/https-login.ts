// A login of the HTTPS edition as the page sees it: two calls to the business server, and one to the carrier between
// them (protocol.md §9).
import {
  BUSINESS_PATHS,
  HTTPS_VERSION,
  type HttpsEdition,
  type HttpsIds,
  PATHS,
  type SignAnswer,
} from '@local-number/protocol'
import { assert } from '../assertions'
import { type HttpAnswer, isObject, parseJsonObject, send } from '../http'
import { composeHttpsMessage, HTTPS_USER_INFORMATION } from '../platform/https-message'
import { Unusable } from '../unusable'
import { describeAnswer } from './describe-answer'
import { assertSigned, createId, post } from './login'
import type { ServerPhone, ServerSubject } from './subject'

/** @throws Unusable if the server has none */
export function getHttpsEdition({ httpsEditions: [first] }: ServerSubject): HttpsEdition {
  if (first === undefined) throw new Unusable('this scenario needs httpsEditions in --credentials')
  return first
}

/** Creates the body of a correct sign request for the HTTPS edition, with changes. */
export function createEditionBody(
  subject: ServerSubject,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const consent = { version: subject.app.consentVersion }
  return { edition: getHttpsEdition(subject), consent, session: createId(), ...changes }
}

export function postEdition(
  subject: ServerSubject,
  changes?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  return post(subject, BUSINESS_PATHS.sign, { body: createEditionBody(subject, changes), ...(headers && { headers }) })
}

export interface SignedIds extends SignAnswer {
  readonly ids: HttpsIds
}

/** @throws Unmet if the server did not sign ids of its own */
export function assertSignedIds(answer: HttpAnswer): SignedIds {
  const signed = assertSigned(answer)
  const { ids } = parseJsonObject(answer) ?? {}
  const { traceId, timestamp, version } = isObject(ids) ? ids : {}
  assert(
    typeof traceId === 'string' && typeof timestamp === 'string' && typeof version === 'string',
    `a sign request with an edition must be answered with ids, and was answered ${describeAnswer(answer)}`,
  )
  return { ...signed, ids: { traceId, timestamp, version } }
}

/** What the page adds with the tap, when it got the signature before it. */
export function postConsent(
  subject: ServerSubject,
  attemptId: string,
  version = subject.app.consentVersion,
): Promise<HttpAnswer> {
  return post(subject, BUSINESS_PATHS.consent, { body: { attemptId, consent: { version } } })
}

/** @throws Unmet if the server did not keep the receipt of this attempt */
export function assertAgreed(answer: HttpAnswer, { traceId }: Pick<SignAnswer, 'traceId'>): void {
  assert(
    answer.status === 200 && parseJsonObject(answer)?.traceId === traceId,
    `a receipt must be answered with the trace id of its attempt, and was answered ${describeAnswer(answer)}`,
  )
}

/** Precedes refusals, because a server that signs nothing refuses everything. @throws Unmet */
export async function assertSignsEditions(subject: ServerSubject): Promise<void> {
  assertSignedIds(await postEdition(subject))
}

/** A login, step by step. */
export class HttpsLogin {
  attemptId = ''
  token = ''
  readonly phone: ServerPhone
  readonly #subject: ServerSubject

  constructor(subject: ServerSubject, phone: ServerPhone) {
    this.#subject = subject
    this.phone = phone
  }

  /**
   * Gets ids with their signature, and the token.
   *
   * @param changes replace correct fields of the sign request
   * @throws Unmet if the server does not sign, or the platform does not accept the signature
   */
  async begin(changes?: Readonly<Record<string, unknown>>): Promise<this> {
    const { ids, sign, attemptId } = assertSignedIds(await postEdition(this.#subject, changes))
    this.attemptId = attemptId
    this.token = await this.#getToken(ids, sign)
    return this
  }

  /** @param changes replace correct fields */
  verify(changes: Readonly<Record<string, unknown>> = {}): Promise<HttpAnswer> {
    const { attemptId, token, phone } = this
    const body = { attemptId, phone: phone.msisdn, token, userInformation: HTTPS_USER_INFORMATION, ...changes }
    return post(this.#subject, BUSINESS_PATHS.verify, { body })
  }

  async #getToken({ traceId, timestamp, version = HTTPS_VERSION }: HttpsIds, sign: string): Promise<string> {
    const { appId, wxappid } = this.#subject.app
    const edition = getHttpsEdition(this.#subject)
    const fields = edition === 'httpsMiniProgram' ? { expandParams: 'callType=6006' } : {}
    const message = composeHttpsMessage(
      { edition, appId, traceId, timestamp },
      { appKey: '', wxappid },
      {
        fields: { ...fields, version },
        fieldsAfterSigning: { sign },
      },
    )
    const { origin, headers } = this.phone
    const answer = await send({
      url: `${origin}${PATHS.httpsGetMobile}`,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(message),
    })
    const { body } = parseJsonObject(answer) ?? {}
    const code = isObject(body) ? String(body.resultCode) : 'no code'
    assert(
      isObject(body) && typeof body.token === 'string' && body.token !== '',
      `the platform must grant a token for the ids and their signature, and answered ${code}`,
    )
    return body.token
  }
}
