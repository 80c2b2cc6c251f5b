// One login as the wire sees it: the phone's two calls and the business server's, each of which a scenario may bend.
import { randomBytes } from 'node:crypto'
import { formatTimestamp, PATHS, SDK_VERSION, SHANGHAI } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { type HttpRequest, isObject, objectIn, send } from '../http'
import { type Bend, type Fields, PHONE_NUM_BENDS, rightPhoneNum, SIGN_BENDS } from './bend'
import { sign } from './crypto'
import type { Stage } from './stage'

/** `h5` sends a referer and no wxappid (protocol.md §3). */
export type ClientEdition = 'miniProgram' | 'h5'

export interface Answer {
  /** The concrete code: of a failed image the inner one, `000000` of an image, `0` when no answer came. */
  readonly code: string
  /** What the caller sees at the top. */
  readonly outerCode: string
  readonly status: number
  readonly type: string
  readonly header: Readonly<Record<string, unknown>>
  readonly token: string
  readonly body: Buffer
}

/** What the phone sends as its fingerprint: base64, with the characters that an encoding would change. */
export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwJTQwJTQw+/+/YWJjZGVmMDEyMw=='

/** Of the fields of a JSON body, those that stand in `header`. */
const IN_HEADER: readonly string[] = ['version', 'msgId', 'timestamp', 'appId']

const REFERER = 'https://shop.example/login'

export class Login {
  readonly ids: Readonly<Record<'appId' | 'msgId' | 'timestamp' | 'uuid' | 'version', string>>
  /** `''` until getToken gave one. */
  token = ''
  /** What no answer may repeat: every sign and phoneNum that was sent. */
  readonly secrets: string[] = []
  readonly #stage: Stage
  readonly #edition: ClientEdition

  constructor(stage: Stage, edition: ClientEdition) {
    this.#stage = stage
    this.#edition = edition
    const timestamp = formatTimestamp(Date.now(), SHANGHAI)
    this.ids = { appId: stage.customer.appId, msgId: newId(), timestamp, uuid: newId(), version: SDK_VERSION }
  }

  /** Makes one of the three calls. Never throws for what the platform answers. */
  call(name: Call, bend: Bend = {}): Promise<Answer> {
    return this[name](bend)
  }

  /** Loads the zero-size image. */
  async getMobile(bend: Bend = {}): Promise<Answer> {
    const query = {
      openType: '1',
      expandParams: this.#stage.imageParams(bend.line),
      ...this.ids,
      userInformation: USER_INFORMATION,
      ...this.#client.fields,
      ...bend.fields,
    }
    const path = `${PATHS.getMobile}?${queryOf({ ...query, ...bend.tampered })}`
    return this.#ask({ path, headers: { ...this.#client.headers, ...bend.headers }, fromPhone: true }, bend)
  }

  async getToken(bend: Bend = {}): Promise<Answer> {
    const fields = { ...this.ids, expandParams: 'callType=6006', ...this.#client.fields, ...bend.fields }
    const { appId, msgId, timestamp, uuid, version } = texts(fields)
    const signed = { sign: this.#sign(`${appId}${msgId}${timestamp}${uuid}${version}`, bend), ...fields }
    const answer = await this.#post(PATHS.getToken, signed, bend)
    if (answer.token) this.token = answer.token
    return answer
  }

  async verify(bend: Bend = {}): Promise<Answer> {
    const fields: Fields = {
      version: '1.0',
      msgId: newId(),
      appId: this.ids.appId,
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
      expandParams: '',
      token: this.token,
      userInformation: encodeURIComponent(USER_INFORMATION),
      ...bend.fields,
    }
    const complete = { phoneNum: this.#phoneNum(fields, bend), ...fields }
    const { appId, msgId, phoneNum, timestamp, token, version } = texts(complete)
    const signed = { sign: this.#sign(`${appId}${msgId}${phoneNum}${timestamp}${token}${version}`, bend), ...complete }
    return this.#post(PATHS.verify, signed, bend)
  }

  get #client(): { readonly fields: Fields; readonly headers: Readonly<Record<string, string>> } {
    if (this.#edition === 'h5') return { fields: {}, headers: { referer: REFERER } }
    return { fields: { wxappid: this.#stage.customer.wxappid }, headers: {} }
  }

  #sign(text: string, { sign: bend }: Bend): string {
    const { customer, foreign } = this.#stage
    if (bend === undefined) return sign(text, customer.keys.privateKey)
    return SIGN_BENDS[bend](text, { own: customer.keys, foreign })
  }

  #phoneNum(fields: Fields, bend: Bend): string {
    const { customer, foreign, msisdn } = this.#stage
    const { timestamp } = texts(fields)
    const { appKey, platformKey } = customer
    const parts = { phone: bend.typed ?? msisdn, appKey, timestamp: timestamp ?? '', platformKey, foreign }
    return (bend.phoneNum === undefined ? rightPhoneNum : PHONE_NUM_BENDS[bend.phoneNum])(parts)
  }

  #post(path: string, fields: Fields, bend: Bend): Promise<Answer> {
    this.secrets.push(...[fields.sign, fields.phoneNum].filter((text): text is string => typeof text === 'string'))
    const sent = Object.entries({ ...fields, ...bend.tampered }).filter(([, value]) => value !== null)
    const inHeader = ([name]: readonly [string, unknown]) => IN_HEADER.includes(name)
    const message = {
      header: Object.fromEntries(sent.filter(inHeader)),
      body: Object.fromEntries(sent.filter((entry) => !inHeader(entry))),
    }
    const headers = { 'content-type': 'application/json', ...bend.headers }
    const body = bend.rawBody ?? JSON.stringify(message)
    return this.#ask({ path, method: 'POST', headers, body, fromPhone: path !== PATHS.verify }, bend)
  }

  async #ask({ path, fromPhone, ...request }: Ask, { line }: Bend): Promise<Answer> {
    const { url, headers } = this.#stage.way(path, { line, fromPhone })
    const answer = await send({ ...request, url, headers: { ...request.headers, ...headers } }).catch(() => null)
    if (!answer) return { ...NO_ANSWER, code: '0', outerCode: '0' }
    const { status, type, body } = answer
    if (type.startsWith('image/')) return { ...NO_ANSWER, code: '000000', outerCode: '000000', status, type, body }
    return { ...readMessage(objectIn(answer)), status, type, body }
  }
}

const NO_ANSWER = { status: 0, type: '', header: {}, token: '', body: Buffer.alloc(0) } as const

interface Ask extends Omit<HttpRequest, 'url'> {
  readonly path: string
  readonly fromPhone: boolean
}

/** Only a text is a code or a token: what is compared as a number loses its zeros. */
function readMessage(message: Fields | null): Pick<Answer, 'code' | 'outerCode' | 'header' | 'token'> {
  const header = isObject(message?.header) ? message.header : {}
  const { innerCode, token } = isObject(message?.body) ? message.body : {}
  const outerCode = textOf(header.resultCode)
  return { code: textOf(innerCode) || outerCode, outerCode, header, token: textOf(token) }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** 32 characters, as both editions' ids have. */
function newId(): string {
  return randomBytes(16).toString('hex')
}

/** What stands in a text that is to be signed: nothing where a field is left out. */
function texts(fields: Fields): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]))
}

function queryOf(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, unknown] => [name, one]),
  )
  return new URLSearchParams(
    pairs.filter(([, value]) => value !== null).map(([name, value]): [string, string] => [name, String(value)]),
  )
}
