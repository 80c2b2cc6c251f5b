// The calls of one login, as the phone and the business server send them. A scenario can alter each.
import { randomBytes } from 'node:crypto'
import {
  formatTimestamp,
  type HttpsEdition,
  type OwnImageEdition,
  PATHS,
  SDK_VERSION,
  SHANGHAI,
} from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { type HttpRequest, send } from '../http'
import { type Alteration, encryptPhoneNum, type Fields, PHONE_NUM_ALTERATIONS, SIGN_ALTERATIONS } from './alteration'
import { type Answer, toAnswer } from './answer'
import { sign } from './crypto'
import type { Fixture } from './fixture'
import { composeHttpsMessage, createTraceId, HTTPS_USER_INFORMATION } from './https-message'

/** `h5` sends a referer and no wxappid (protocol.md §3); `httpsH5` an origin, too (protocol.md §9). */
export type ClientEdition = OwnImageEdition | HttpsEdition

export function isHttps(edition: ClientEdition): edition is HttpsEdition {
  return edition === 'httpsMiniProgram' || edition === 'httpsH5'
}

/** The phone's fingerprint: base64 with characters that percent-encoding changes. */
export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwJTQwJTQw+/+/YWJjZGVmMDEyMw=='

/** A browser whose page sets none sends its own. */
const HTTPS_CONTENT_TYPES: Readonly<Record<HttpsEdition, string>> = {
  httpsMiniProgram: 'application/json',
  httpsH5: 'text/plain;charset=UTF-8',
}

/** The fields of a message that belong to `header`. */
const IN_HEADER: readonly string[] = ['version', 'msgId', 'timestamp', 'appId']

export const ORIGIN = 'https://shop.example'
const REFERER = `${ORIGIN}/login`

export class Login {
  readonly ids: Readonly<Record<'appId' | 'msgId' | 'timestamp' | 'uuid' | 'version', string>>
  /** The HTTPS edition's own id. */
  readonly traceId = createTraceId()
  /** `''` before a call gives one. */
  token = ''
  /** Every sign and phoneNum that was sent: no answer may repeat them. */
  readonly secrets: string[] = []
  readonly #fixture: Fixture
  readonly #edition: ClientEdition

  constructor(fixture: Fixture, edition: ClientEdition) {
    this.#fixture = fixture
    this.#edition = edition
    const timestamp = formatTimestamp(Date.now(), SHANGHAI)
    this.ids = { appId: fixture.customer.appId, msgId: createId(), timestamp, uuid: createId(), version: SDK_VERSION }
  }

  /** Makes one of the calls. Never throws because of an answer. */
  call(name: Call, alteration: Alteration = {}): Promise<Answer> {
    return this[name](alteration)
  }

  /** Loads the zero-size image. */
  async getMobile(alteration: Alteration = {}): Promise<Answer> {
    const query = {
      openType: '1',
      expandParams: this.#fixture.imageParams(alteration.line),
      ...this.ids,
      userInformation: USER_INFORMATION,
      ...this.#client.fields,
      ...alteration.fields,
    }
    const path = `${PATHS.getMobile}?${toQuery({ ...query, ...alteration.fieldsAfterSigning })}`
    return this.#send(
      { path, headers: { ...this.#client.headers, ...alteration.headers }, fromPhone: true },
      alteration,
    )
  }

  async getToken(alteration: Alteration = {}): Promise<Answer> {
    const fields = { ...this.ids, expandParams: 'callType=6006', ...this.#client.fields, ...alteration.fields }
    const { appId, msgId, timestamp, uuid, version } = toTexts(fields)
    const signed = { sign: this.#sign(`${appId}${msgId}${timestamp}${uuid}${version}`, alteration), ...fields }
    const answer = await this.#post(PATHS.getToken, signed, alteration)
    if (answer.token) this.token = answer.token
    return answer
  }

  /** The HTTPS edition's only call of the phone. */
  async httpsGetMobile(alteration: Alteration = {}): Promise<Answer> {
    const edition = this.#edition
    if (!isHttps(edition)) throw new TypeError(`a login of the edition ${edition} has no such call`)
    const { customer, httpsParams } = this.#fixture
    const { appId, timestamp } = this.ids
    const expandParams = edition === 'httpsMiniProgram' ? { expandParams: httpsParams(alteration.line) } : {}
    const message = composeHttpsMessage({ edition, traceId: this.traceId, timestamp, appId }, customer, {
      ...alteration,
      fields: { ...expandParams, ...alteration.fields },
    })
    this.secrets.push(String(message.sign))
    const headers = { 'content-type': HTTPS_CONTENT_TYPES[edition], ...this.#client.headers, ...alteration.headers }
    const body = alteration.rawBody ?? JSON.stringify(message)
    const answer = await this.#send(
      { path: PATHS.httpsGetMobile, method: 'POST', headers, body, fromPhone: true },
      alteration,
    )
    if (answer.token) this.token = answer.token
    return answer
  }

  async verify(alteration: Alteration = {}): Promise<Answer> {
    const fields: Fields = {
      version: '1.0',
      msgId: createId(),
      appId: this.ids.appId,
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
      expandParams: '',
      token: this.token,
      userInformation: isHttps(this.#edition) ? HTTPS_USER_INFORMATION : encodeURIComponent(USER_INFORMATION),
      ...alteration.fields,
    }
    const complete = { phoneNum: this.#phoneNum(fields, alteration), ...fields }
    const { appId, msgId, phoneNum, timestamp, token, version } = toTexts(complete)
    const signed = {
      sign: this.#sign(`${appId}${msgId}${phoneNum}${timestamp}${token}${version}`, alteration),
      ...complete,
    }
    return this.#post(PATHS.verify, signed, alteration)
  }

  get #client(): { readonly fields: Fields; readonly headers: Readonly<Record<string, string>> } {
    if (this.#edition === 'h5') return { fields: {}, headers: { referer: REFERER } }
    if (this.#edition === 'httpsH5') return { fields: {}, headers: { referer: REFERER, origin: ORIGIN } }
    return { fields: { wxappid: this.#fixture.customer.wxappid }, headers: {} }
  }

  #sign(text: string, { sign: alteration }: Alteration): string {
    const { customer, foreign } = this.#fixture
    if (alteration === undefined) return sign(text, customer.keys.privateKey)
    return SIGN_ALTERATIONS[alteration](text, { own: customer.keys, foreign })
  }

  #phoneNum(fields: Fields, alteration: Alteration): string {
    const { customer, foreign, msisdn } = this.#fixture
    const { timestamp } = toTexts(fields)
    const { appKey, platformKey } = customer
    const parts = { phone: alteration.typed ?? msisdn, appKey, timestamp: timestamp ?? '', platformKey, foreign }
    return (alteration.phoneNum === undefined ? encryptPhoneNum : PHONE_NUM_ALTERATIONS[alteration.phoneNum])(parts)
  }

  #post(path: string, fields: Fields, alteration: Alteration): Promise<Answer> {
    this.secrets.push(...[fields.sign, fields.phoneNum].filter((text): text is string => typeof text === 'string'))
    const sent = Object.entries({ ...fields, ...alteration.fieldsAfterSigning }).filter(([, value]) => value !== null)
    const inHeader = ([name]: readonly [string, unknown]) => IN_HEADER.includes(name)
    const message = {
      header: Object.fromEntries(sent.filter(inHeader)),
      body: Object.fromEntries(sent.filter((entry) => !inHeader(entry))),
    }
    const headers = { 'content-type': 'application/json', ...alteration.headers }
    const body = alteration.rawBody ?? JSON.stringify(message)
    return this.#send({ path, method: 'POST', headers, body, fromPhone: path !== PATHS.verify }, alteration)
  }

  async #send({ path, fromPhone, ...request }: PlatformRequest, { line }: Alteration): Promise<Answer> {
    const { url, headers } = this.#fixture.route(path, { line, fromPhone })
    const answer = await send({ ...request, url, headers: { ...request.headers, ...headers } }).catch(() => null)
    return toAnswer(answer, path === PATHS.httpsGetMobile ? 'body' : 'header')
  }
}

interface PlatformRequest extends Omit<HttpRequest, 'url'> {
  readonly path: string
  readonly fromPhone: boolean
}

/** 32 characters, as in both editions. */
function createId(): string {
  return randomBytes(16).toString('hex')
}

/** Converts fields to the text that is signed; omitted fields are empty. */
function toTexts(fields: Fields): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]))
}

function toQuery(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, unknown] => [name, one]),
  )
  return new URLSearchParams(
    pairs.filter(([, value]) => value !== null).map(([name, value]): [string, string] => [name, String(value)]),
  )
}
