// One login as the page sees it: two calls to the business server, with two calls to the carrier between them.
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
import { assert } from '../assertions'
import { type HttpAnswer, type HttpRequest, isObject, parseJsonObject, send } from '../http'
import { describeAnswer } from './describe-answer'
import type { ServerPhone, ServerSubject } from './subject'

/** Base64 with the characters that percent-encoding changes. */
export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwJTQwJTQw+/+/YWJjZGVmMDEyMw=='

type ServerAddress = Pick<ServerSubject, 'address' | 'app'>

export function createId(): string {
  // Never with a phone number inside by chance: a server may refuse such an id for its log.
  return randomBytes(16)
    .toString('hex')
    .replace(/1(?=[3-9]\d{9})/g, '0')
}

/** Creates a pre-sign as a phone in Shanghai would create it now. */
export function createPreSign({ app }: ServerAddress, changes: Partial<PreSignFields> = {}): string {
  return composePreSign(
    {
      appId: app.appId,
      msgId: createId(),
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
      uuid: createId(),
      version: SDK_VERSION,
      ...changes,
    },
    'miniProgram',
  )
}

/** Creates the body of a correct sign request, with changes. */
export function createSignBody(
  place: ServerAddress,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const consent = { version: place.app.consentVersion }
  return { preSign: createPreSign(place), consent, session: createId(), ...changes }
}

/** Creates the body of a verify request with a random token. By default, the attempt does not exist. */
export function createVerifyBody(attemptId = createId() + createId()): Record<string, unknown> {
  return { attemptId, phone: '13800138000', token: createId(), userInformation: 'YQ==' }
}

/** Posts JSON to the business server. @throws Error if it does not answer */
export function post(
  { address }: ServerAddress,
  path: BusinessPath,
  { body, headers = {} }: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> },
): Promise<HttpAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sent = { 'content-type': 'application/json', ...headers }
  return send({ url: `${address}${path}`, method: 'POST', headers: sent, body: text })
}

/** Sends a request with any method, headers and body. */
export function sendRaw(
  { address }: ServerAddress,
  path: string,
  request: Omit<HttpRequest, 'url'>,
): Promise<HttpAnswer> {
  return send({ url: `${address}${path}`, ...request })
}

/** @throws Unmet if the server did not sign */
export function assertSigned(answer: HttpAnswer): SignAnswer {
  const { sign, attemptId, traceId } = parseJsonObject(answer) ?? {}
  assert(
    answer.status === 200 && isText(sign) && isText(attemptId) && isText(traceId),
    `a correct pre-sign must be answered with sign, attemptId and traceId, and was answered ${describeAnswer(answer)}`,
  )
  return { sign, attemptId, traceId }
}

/** A login, step by step. */
export class Login {
  readonly phone: ServerPhone
  readonly session: string
  readonly #subject: ServerSubject
  readonly #ids = {
    msgId: createId(),
    timestamp: formatTimestamp(Date.now(), SHANGHAI),
    uuid: createId(),
  }
  attemptId = ''
  token = ''

  constructor(subject: ServerSubject, phone: ServerPhone, session = createId()) {
    this.#subject = subject
    this.phone = phone
    this.session = session
  }

  sign(headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    const body = createSignBody(this.#subject, {
      preSign: createPreSign(this.#subject, this.#ids),
      session: this.session,
    })
    return post(this.#subject, BUSINESS_PATHS.sign, { body, headers })
  }

  /**
   * Gets a signature, retrieves the number, and gets the token.
   *
   * @throws Unmet if the server does not sign, or the platform does not accept the signature
   */
  async begin(headers?: Readonly<Record<string, string>>): Promise<this> {
    const { sign, attemptId } = assertSigned(await this.sign(headers))
    this.attemptId = attemptId
    await this.#retrieveNumber()
    this.token = await this.#getToken(sign)
    return this
  }

  /**
   * Gets a signature and uses a random token: enough if a relay answers instead of the platform.
   *
   * @throws Unmet if the server does not sign
   */
  async beginWithoutPlatform(): Promise<this> {
    this.attemptId = assertSigned(await this.sign()).attemptId
    this.token = createId()
    return this
  }

  /** @param changes replace correct fields */
  verify(changes: Readonly<Record<string, unknown>> = {}): Promise<HttpAnswer> {
    const body = {
      attemptId: this.attemptId,
      phone: this.phone.msisdn,
      token: this.token,
      userInformation: encodeURIComponent(USER_INFORMATION),
      ...changes,
    }
    return post(this.#subject, BUSINESS_PATHS.verify, { body })
  }

  async #retrieveNumber(): Promise<void> {
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
    const { type } = await this.#send(`${PATHS.getMobile}?${query}`)
    assert(
      type.startsWith('image/'),
      'number retrieval must succeed for a phone with a SIM: check the registration of the app',
    )
  }

  async #getToken(sign: string): Promise<string> {
    const { appId, wxappid } = this.#subject.app
    const { uuid, ...ids } = this.#ids
    const message = {
      header: { version: SDK_VERSION, appId, ...ids },
      body: { expandParams: 'callType=6006', sign, uuid, wxappid },
    }
    const { header, body } = parseJsonObject(await this.#send(PATHS.getToken, JSON.stringify(message))) ?? {}
    const code = isObject(header) ? String(header.resultCode) : 'no code'
    assert(
      isObject(body) && isText(body.token),
      `the platform must grant a token for the signature, and answered ${code}`,
    )
    return body.token
  }

  #send(path: string, body?: string): Promise<HttpAnswer> {
    const { origin, headers } = this.phone
    const posted = body === undefined ? {} : { method: 'POST', body }
    return send({ url: `${origin}${path}`, headers: { 'content-type': 'application/json', ...headers }, ...posted })
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
