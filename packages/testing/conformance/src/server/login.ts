// One login as its page sees it: the two calls to the business server, and the phone's two to the carrier in between.
import { randomBytes } from 'node:crypto'
import {
  BUSINESS_PATHS,
  type BusinessPath,
  composePreSign,
  formatTimestamp,
  PATHS,
  type PreSignFields,
  SDK_VERSION,
  SHANGHAI,
  type SignAnswer,
} from '@local-number/protocol'
import { type HttpAnswer, type HttpRequest, isObject, objectIn, send } from '../http'
import { must } from '../must'
import { said } from './said'
import type { ServerPhone, ServerSubject } from './subject'

/** Base64 with the characters that percent-encoding changes. */
export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwJTQwJTQw+/+/YWJjZGVmMDEyMw=='

type Place = Pick<ServerSubject, 'address' | 'app'>

export function newId(): string {
  return randomBytes(16).toString('hex')
}

/** A pre-sign as a phone in Shanghai makes it now. */
export function newPreSign({ app }: Place, changes: Partial<PreSignFields> = {}): string {
  return composePreSign(
    {
      appId: app.appId,
      msgId: newId(),
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
      uuid: newId(),
      version: SDK_VERSION,
      ...changes,
    },
    'miniProgram',
  )
}

/** The body of a sign request that is right but for its changes. */
export function signBody(place: Place, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const consent = { version: place.app.consentVersion }
  return { preSign: newPreSign(place), consent, session: newId(), ...changes }
}

/** The body of a verify request with a made-up token, and of an attempt that nobody was given unless told. */
export function verifyBody(attemptId = newId() + newId()): Record<string, unknown> {
  return { attemptId, phone: '13800138000', token: newId(), userInformation: 'YQ==' }
}

/** Posts JSON to the business server. Never throws for what it answers. @throws Error when it does not answer */
export function post(
  { address }: Place,
  path: BusinessPath,
  { body, headers = {} }: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> },
): Promise<HttpAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sent = { 'content-type': 'application/json', ...headers }
  return send({ url: `${address}${path}`, method: 'POST', headers: sent, body: text })
}

/** A request that is not put right: any method, any body. */
export function bare({ address }: Place, path: string, request: Omit<HttpRequest, 'url'>): Promise<HttpAnswer> {
  return send({ url: `${address}${path}`, ...request })
}

/** @throws Unmet when the server did not sign */
export function signedBy(answer: HttpAnswer): SignAnswer {
  const { sign, attemptId, traceId } = objectIn(answer) ?? {}
  must(
    answer.status === 200 && isText(sign) && isText(attemptId) && isText(traceId),
    `a right pre-sign must be answered with sign, attemptId and traceId, and was with ${said(answer)}`,
  )
  return { sign, attemptId, traceId }
}

/** A login up to its token. */
export class Login {
  readonly phone: ServerPhone
  readonly session: string
  readonly #subject: ServerSubject
  readonly #ids = {
    msgId: newId(),
    timestamp: formatTimestamp(Date.now(), SHANGHAI),
    uuid: newId(),
  }
  attemptId = ''
  token = ''

  constructor(subject: ServerSubject, phone: ServerPhone, session = newId()) {
    this.#subject = subject
    this.phone = phone
    this.session = session
  }

  sign(headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    const body = signBody(this.#subject, { preSign: newPreSign(this.#subject, this.#ids), session: this.session })
    return post(this.#subject, BUSINESS_PATHS.sign, { body, headers })
  }

  /**
   * Signs, takes the number and gets the token.
   *
   * @throws Unmet when the server does not sign, or what it signed does not hold at the platform
   */
  async begin(headers?: Readonly<Record<string, string>>): Promise<this> {
    const { sign, attemptId } = signedBy(await this.sign(headers))
    this.attemptId = attemptId
    await this.#takeNumber()
    this.token = await this.#getToken(sign)
    return this
  }

  /**
   * Signs only, and makes a token up: enough where a relay answers in the platform's place.
   *
   * @throws Unmet when the server does not sign
   */
  async beginWithoutPlatform(): Promise<this> {
    this.attemptId = signedBy(await this.sign()).attemptId
    this.token = newId()
    return this
  }

  /** @param over fields in the place of the right ones */
  verify(over: Readonly<Record<string, unknown>> = {}): Promise<HttpAnswer> {
    const body = {
      attemptId: this.attemptId,
      phone: this.phone.msisdn,
      token: this.token,
      userInformation: encodeURIComponent(USER_INFORMATION),
      ...over,
    }
    return post(this.#subject, BUSINESS_PATHS.verify, { body })
  }

  async #takeNumber(): Promise<void> {
    const { appId, wxappid } = this.#subject.app
    const query = new URLSearchParams({
      version: SDK_VERSION,
      appId,
      openType: '1',
      expandParams: 'callType=6005',
      ...this.#ids,
      userInformation: USER_INFORMATION,
      wxappid,
    })
    const { type } = await this.#ask(`${PATHS.getMobile}?${query}`)
    must(type.startsWith('image/'), 'the carrier must take the number of a phone with a SIM: is the app filed right?')
  }

  async #getToken(sign: string): Promise<string> {
    const { appId, wxappid } = this.#subject.app
    const { uuid, ...ids } = this.#ids
    const message = {
      header: { version: SDK_VERSION, appId, ...ids },
      body: { expandParams: 'callType=6006', sign, uuid, wxappid },
    }
    const { header, body } = objectIn(await this.#ask(PATHS.getToken, JSON.stringify(message))) ?? {}
    const code = isObject(header) ? String(header.resultCode) : 'no code'
    must(isObject(body) && isText(body.token), `the platform must grant a token for the signature, and said ${code}`)
    return body.token
  }

  #ask(path: string, body?: string): Promise<HttpAnswer> {
    const { origin, headers } = this.phone
    const posted = body === undefined ? {} : { method: 'POST', body }
    return send({ url: `${origin}${path}`, headers: { 'content-type': 'application/json', ...headers }, ...posted })
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
