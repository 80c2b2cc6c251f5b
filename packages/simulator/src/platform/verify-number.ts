// verifyVmMobileApi.htm: whether the typed number is the one behind the token (§5).
import { timingSafeEqual } from 'node:crypto'
import type { App } from '../apps'
import { decryptBlocks } from '../crypto/decrypt'
import { type Check, type Failure, firstFailure, isFailure } from './checks'
import type { FailureCode } from './codes'
import { type FieldsOf, readFields, SHAPES, type WireMessage } from './fields'
import { decodedOnce } from './percent-encoding'
import { isSignedFor, type Platform, servedApp } from './platform'
import { type IssuedToken, type Taking, TOKEN_LIFETIME_MS } from './store'

const FIELDS = {
  version: { in: 'header', shape: SHAPES.serverVersion },
  msgId: { in: 'header', shape: SHAPES.serverMsgId },
  appId: { in: 'header', shape: SHAPES.anything },
  timestamp: { in: 'header', shape: SHAPES.timestamp },
  expandParams: { in: 'body', shape: SHAPES.anything, optional: true },
  phoneNum: { in: 'body', shape: SHAPES.anything },
  token: { in: 'body', shape: SHAPES.anything },
  sign: { in: 'body', shape: SHAPES.anything },
  // A missing one is 120020, not 130010: "userinformation 缺失或编码出错" [S appendix 120020].
  userInformation: { in: 'body', shape: SHAPES.anything, optional: true },
} as const

export interface VerifyNumberRequest {
  /** The JSON body, or `null` if the request had none that parses. */
  readonly message: WireMessage | null
  readonly clientIp: string
}

export interface Verdict {
  readonly code: '000' | '001' | FailureCode
  /** The number taking behind the token, once a token was reached: how this call is traced back to its login. */
  readonly taking?: Taking
}

type VerifyFields = FieldsOf<typeof FIELDS>
type VerifyCall = VerifyFields & { readonly platform: Platform; readonly app: App; readonly clientIp: string }
type TokenCall = VerifyCall & { readonly issued: IssuedToken }

const ipIsListed: Check<VerifyCall> = ({ app, clientIp }) =>
  app.ipWhiteList === null || app.ipWhiteList.includes(clientIp) ? null : '110004'

const signatureMatches: Check<VerifyCall> = ({ app, appId, msgId, phoneNum, timestamp, token, version, sign }) =>
  isSignedFor(app, `${appId}${msgId}${phoneNum}${timestamp}${token}${version}`, sign) ? null : '130018'

const CALLER_CHECKS = [ipIsListed, signatureMatches]

const tokenIsFresh: Check<TokenCall> = ({ issued, platform }) =>
  platform.now() - issued.issuedAt > TOKEN_LIFETIME_MS ? '120020' : null

/** Raw, or percent-encoded once as it stood in the image's URL (§4); anything else is not what the phone sent. */
const userInformationMatches: Check<TokenCall> = ({ issued, userInformation }) => {
  const { userInformation: sent } = issued.taking
  return [userInformation, decodedOnce(userInformation)].includes(sent) ? null : '120020'
}

/**
 * The SIM's number counts, not the typed one: in the document's diagram the platform looks at the day's count before it
 * has opened phoneNum [S 1.2 step 14], and a typed number would let anyone use up somebody else's day.
 */
const dayHasChecksLeft: Check<TokenCall> = ({ app, platform, issued }) =>
  platform.store.checksToday(issued.taking) < app.dailyLimit ? null : '121011'

const TOKEN_CHECKS = [tokenIsFresh, userInformationMatches, dayHasChecksLeft]

export function verifyNumber(platform: Platform, request: VerifyNumberRequest): Verdict {
  if (request.message === null) return { code: '130032' }
  const fields = readFields(request.message, FIELDS)
  if (isFailure(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isFailure(served)) return served

  const call = { ...fields, ...served, platform, clientIp: request.clientIp }
  const failure = firstFailure(CALLER_CHECKS, call)
  if (failure) return failure
  const opened = openPhoneNum(call)
  return isFailure(opened) ? opened : judge(call, opened.phone)
}

/**
 * Both 130016 and 999999 name an encryption gone wrong [S appendix]. Here 130016 is a ciphertext that this key cannot
 * open ("解码失败"), and 999999 one that opens to something else than phone + appKey + timestamp.
 */
function openPhoneNum({ app, phoneNum, timestamp }: VerifyCall): { readonly phone: string } | Failure {
  const text = decryptBlocks(phoneNum, app.platformKey)
  if (text === null) return { code: '130016' }
  const phone = text.slice(0, 11)
  const isOurs = /^\d{11}$/.test(phone) && sameText(text.slice(11), `${app.appKey}${timestamp}`)
  return isOurs ? { phone } : { code: '999999' }
}

function judge(call: VerifyCall, phone: string): Verdict {
  const { platform, token, appId } = call
  const issued = platform.store.tokens.get(token)
  // Another app's token is left alone: whoever does not own it must not be able to spend it either.
  if (issued?.taking.appId !== appId) return { code: '120020' }
  // Spent here and now, whatever the checks below say: the next verification finds nothing.
  platform.store.tokens.delete(token)

  const { taking } = issued
  const failure = firstFailure(TOKEN_CHECKS, { ...call, issued })
  if (failure) return { ...failure, taking }
  platform.store.countCheck(taking)
  return { code: phone === taking.msisdn ? '000' : '001', taking }
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
