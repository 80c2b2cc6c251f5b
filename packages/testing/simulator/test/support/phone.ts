// A phone and its business server on the wire: three requests, each of which a test can alter.
import { randomBytes } from 'node:crypto'
import { PATHS } from '@local-number/protocol'
import { DEMO_APP, type Simulator } from '../../src'
import { encryptText, signText, WXAPPID } from './customer'

export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwYQ=='
export const TIMESTAMP = '20260601120000000'

/** `undefined` leaves a field out. */
export type Fields = Record<string, string | undefined>

/** The ids of a new attempt. */
export function createAttempt(changes: Fields = {}): Fields {
  return {
    version: '1.2',
    appId: DEMO_APP.appId,
    msgId: randomBytes(16).toString('hex'),
    timestamp: TIMESTAMP,
    uuid: randomBytes(16).toString('hex'),
    wxappid: WXAPPID,
    ...changes,
  }
}

/** An answer of the platform, failures of getMobile included. */
export interface Answer {
  readonly header: Record<string, string>
  readonly body: Record<string, string>
}

export interface ImageAnswer {
  readonly status: number
  readonly type: string
  readonly outerCode: string
  /** `000000` if the number was retrieved. */
  readonly innerCode: string
}

/** Loads the zero-size image. */
export async function retrieveNumber(origin: string, ids: Fields, changes: Fields = {}, headers = {}) {
  const query = { openType: '1', expandParams: 'callType=6005', userInformation: USER_INFORMATION, ...ids, ...changes }
  const url = `${origin}${PATHS.getMobile}?${new URLSearchParams(dropUndefined(query))}`
  return readImageAnswer(await fetch(url, { headers }))
}

export async function readImageAnswer(response: Response): Promise<ImageAnswer> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('image/')) {
    await response.arrayBuffer()
    return { status: response.status, type, outerCode: '000000', innerCode: '000000' }
  }
  const { header, body } = (await response.json()) as Answer
  return { status: response.status, type, outerCode: header.resultCode ?? '', innerCode: body.innerCode ?? '' }
}

export function createTokenRequest(ids: Fields, changes: { header?: Fields; body?: Fields } = {}) {
  const { version, msgId, timestamp, appId, uuid, wxappid } = ids
  const sign = signText(`${appId}${msgId}${timestamp}${uuid}${version}`)
  return {
    header: { version, msgId, timestamp, appId, ...changes.header },
    body: { expandParams: 'callType=6006', sign, uuid, wxappid, ...changes.body },
  }
}

export async function getToken(origin: string, ids: Fields, changes: { header?: Fields; body?: Fields } = {}) {
  const answer = await post(`${origin}${PATHS.getToken}`, createTokenRequest(ids, changes))
  return { code: answer.header.resultCode, token: answer.body.token ?? '', header: answer.header }
}

/** Makes both calls of the phone. @returns the token */
export async function obtainToken(origin: string, changes: Fields = {}): Promise<string> {
  const ids = createAttempt(changes)
  const image = await retrieveNumber(origin, ids)
  if (image.innerCode !== '000000') throw new Error(`the number was not retrieved: ${image.innerCode}`)
  const { code, token } = await getToken(origin, ids)
  if (code !== '000000') throw new Error(`getToken answered ${code}`)
  return token
}

export interface Question {
  readonly phone: string
  readonly token: string
  readonly appKey?: string
  /** The timestamp inside phoneNum. */
  readonly innerTime?: string
  /** Fields that are altered before the message is signed. */
  readonly header?: Fields
  readonly body?: Fields
  /** Fields that are altered afterwards. */
  readonly afterSigning?: { header?: Fields; body?: Fields }
}

export function createVerifyRequest(simulator: Simulator, question: Question) {
  const { platformPublicKey } = simulator.apps[0]!
  const header: Fields = {
    version: '1.0',
    msgId: randomBytes(16).toString('hex'),
    appId: DEMO_APP.appId,
    timestamp: TIMESTAMP,
    ...question.header,
  }
  const plain = `${question.phone}${question.appKey ?? DEMO_APP.appKey}${question.innerTime ?? header.timestamp}`
  const body: Fields = {
    expandParams: '',
    phoneNum: encryptText(plain, platformPublicKey),
    token: question.token,
    userInformation: USER_INFORMATION,
    ...question.body,
  }
  const { appId, msgId, timestamp, version } = header
  const sign = signText(`${appId}${msgId}${body.phoneNum}${timestamp}${body.token}${version}`)
  return {
    header: { ...header, ...question.afterSigning?.header },
    body: { ...body, sign, ...question.afterSigning?.body },
  }
}

/** Verifies as a business server does. @returns the return code */
export async function verify(simulator: Simulator, question: Question, origin = simulator.origin) {
  const answer = await post(`${origin}${PATHS.verify}`, createVerifyRequest(simulator, question))
  return answer.header.resultCode
}

/** @param headers beside the content type, or the content type alone */
export async function post(
  url: string,
  body: unknown,
  headers: string | Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const given = typeof headers === 'string' ? { 'content-type': headers } : headers
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...given },
    body: text,
  })
  return (await response.json()) as Answer
}

function dropUndefined(fields: Fields): Record<string, string> {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined)
  return Object.fromEntries(given)
}
