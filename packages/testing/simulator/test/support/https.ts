// A phone of the HTTPS edition on the wire: one request, which a test can alter. Uses only node:crypto, so that the
// simulator is not tested against itself.
import { createHash, randomBytes } from 'node:crypto'
import { PATHS } from '@local-number/protocol'
import { DEMO_APP, type Simulator } from '../../src'
import { WXAPPID } from './customer'
import { type Answer, type Fields, post, USER_INFORMATION } from './phone'

const MINUTE = 60_000
const SHANGHAI_MINUTES = 8 * 60

/** 17 digits, at a UTC offset in minutes. */
export function writeTimestamp(now: number, offset = SHANGHAI_MINUTES): string {
  return new Date(now + offset * MINUTE).toISOString().replace(/\D/g, '')
}

export const hashMd5 = (text: string) => createHash('md5').update(text).digest('hex')

/** The fields of a new attempt of a mini-program, signed. @param changes before it is signed */
export function createHttpsRequest(simulator: Simulator, changes: Fields = {}): Fields {
  const traceId = randomBytes(16).toString('hex').toUpperCase()
  const fields: Fields = {
    version: '1.0',
    timestamp: writeTimestamp(simulator.clock.now()),
    appId: DEMO_APP.appId,
    businessType: '5',
    traceId,
    msgId: traceId,
    userInformation: USER_INFORMATION,
    expandParams: 'callType=6006',
    wxappid: WXAPPID,
    ...changes,
  }
  return { ...fields, sign: signHttps(fields) }
}

export function signHttps(fields: Fields, appKey: string = DEMO_APP.appKey): string {
  const { appId, businessType, msgId, timestamp, traceId, version } = fields
  return hashMd5(`${appId}${businessType}${msgId}${timestamp}${traceId}${version}${appKey}`)
}

/** A web page sends neither. */
export const H5: Fields = { businessType: '1', expandParams: undefined, wxappid: undefined }

export interface HttpsAnswer {
  readonly code: string | undefined
  readonly token: string
  readonly msisdnOwner: string | undefined
  readonly header: Answer['header']
}

export async function sendHttps(
  origin: string,
  request: Fields | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpsAnswer> {
  const { header, body } = await post(`${origin}${PATHS.httpsGetMobile}`, request, headers)
  return { code: body.resultCode, token: body.token ?? '', msisdnOwner: body.msisdnOwner, header }
}

/** @param changes before the request is signed. @returns the token */
export async function obtainHttpsToken(simulator: Simulator, changes: Fields = {}): Promise<string> {
  const { code, token } = await sendHttps(simulator.httpsEditionOrigin, createHttpsRequest(simulator, changes))
  if (code !== '103000') throw new Error(`getMobile answered ${code}`)
  return token
}
