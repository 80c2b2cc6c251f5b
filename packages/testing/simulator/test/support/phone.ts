// A phone and its business server as the wire sees them: three requests, each of which a test may bend.
import { randomBytes } from 'node:crypto'
import { PATHS } from '@local-number/protocol'
import { DEMO_APP, type Simulator } from '../../src'
import { encrypted, signed, WXAPPID } from './customer'

export const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwYQ=='
export const TIMESTAMP = '20260601120000000'

export type Fields = Record<string, string | undefined>

export function attempt(over: Fields = {}): Fields {
  return {
    version: '1.2',
    appId: DEMO_APP.appId,
    msgId: randomBytes(16).toString('hex'),
    timestamp: TIMESTAMP,
    uuid: randomBytes(16).toString('hex'),
    wxappid: WXAPPID,
    ...over,
  }
}

/** What the platform answers, failures of getMobile included. */
export interface Answer {
  readonly header: Record<string, string>
  readonly body: Record<string, string>
}

export interface ImageAnswer {
  readonly status: number
  readonly type: string
  readonly outerCode: string
  /** `000000` when the number was taken. */
  readonly innerCode: string
}

/** Loads the zero-size image. */
export async function takeNumber(origin: string, ids: Fields, over: Fields = {}, headers = {}) {
  const query = { openType: '1', expandParams: 'callType=6005', userInformation: USER_INFORMATION, ...ids, ...over }
  const response = await fetch(`${origin}${PATHS.getMobile}?${new URLSearchParams(present(query))}`, { headers })
  return imageAnswer(response)
}

export async function imageAnswer(response: Response): Promise<ImageAnswer> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('image/')) {
    await response.arrayBuffer()
    return { status: response.status, type, outerCode: '000000', innerCode: '000000' }
  }
  const { header, body } = (await response.json()) as Answer
  return { status: response.status, type, outerCode: header.resultCode ?? '', innerCode: body.innerCode ?? '' }
}

export function tokenRequest(ids: Fields, over: { header?: Fields; body?: Fields } = {}) {
  const { version, msgId, timestamp, appId, uuid, wxappid } = ids
  const sign = signed(`${appId}${msgId}${timestamp}${uuid}${version}`)
  return {
    header: { version, msgId, timestamp, appId, ...over.header },
    body: { expandParams: 'callType=6006', sign, uuid, wxappid, ...over.body },
  }
}

export async function getToken(origin: string, ids: Fields, over: { header?: Fields; body?: Fields } = {}) {
  const answer = await post(`${origin}${PATHS.getToken}`, tokenRequest(ids, over))
  return { code: answer.header.resultCode, token: answer.body.token ?? '', header: answer.header }
}

/** Both calls of the phone, for a token. */
export async function tokenOn(origin: string, over: Fields = {}): Promise<string> {
  const ids = attempt(over)
  const image = await takeNumber(origin, ids)
  if (image.innerCode !== '000000') throw new Error(`the number was not taken: ${image.innerCode}`)
  const { code, token } = await getToken(origin, ids)
  if (code !== '000000') throw new Error(`no token: ${code}`)
  return token
}

export interface Question {
  readonly phone: string
  readonly token: string
  readonly appKey?: string
  /** The time inside phoneNum. */
  readonly innerTime?: string
  /** Bends fields before they are signed. */
  readonly header?: Fields
  readonly body?: Fields
  /** Bends the signed message. */
  readonly afterSigning?: { header?: Fields; body?: Fields }
}

export function verifyRequest(simulator: Simulator, question: Question) {
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
    phoneNum: encrypted(plain, platformPublicKey),
    token: question.token,
    userInformation: USER_INFORMATION,
    ...question.body,
  }
  const { appId, msgId, timestamp, version } = header
  const sign = signed(`${appId}${msgId}${body.phoneNum}${timestamp}${body.token}${version}`)
  return {
    header: { ...header, ...question.afterSigning?.header },
    body: { ...body, sign, ...question.afterSigning?.body },
  }
}

/** Asks as the business server does. */
export async function verify(simulator: Simulator, question: Question, origin = simulator.origin) {
  const answer = await post(`${origin}${PATHS.verify}`, verifyRequest(simulator, question))
  return answer.header.resultCode
}

export async function post(url: string, body: unknown, contentType = 'application/json'): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body: text })
  return (await response.json()) as Answer
}

function present(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
