// The HTTPS edition's getMobile: a signed request whose number the gateway knows is answered with a token (§9).
import { randomBytes } from 'node:crypto'
import { type Line, parseMsisdn } from '@local-number/protocol'
import type { CauseId } from '@local-number/protocol/return-codes'
import type { WireMessage } from '../common/wire-message'
import type { ReportFindings } from '../trace/findings'
import { type Check, findRefusal, isRefusal, type Refusal, refuse } from './checks'
import { measureClockSkew } from './clock-skew'
import { parseExpandParams } from './expand-params'
import { type Fields, inspectFields, SHAPES } from './fields'
import { findHttpsApp } from './https-app'
import { CLIENT_CHECKS, type HttpsClientCall } from './https-client-checks'
import { MAX_UNUSED_TOKENS, type TokenGrant } from './issue-token'
import { findMagicDecision, type MagicDecision } from './magic-numbers'
import { checkMd5, toMd5Cause, toParts } from './md5-signing'
import type { AppCall, Platform } from './platform'

export interface HttpsTokenRequest {
  /** The flat JSON body, or `null` if the request had none that parses. */
  readonly message: WireMessage | null
  /** The header Origin; `''` without one. */
  readonly origin: string
  readonly referer: string
  /** The number that the gateway inserted, `''` if it inserted none. */
  readonly insertedNumber: string
  /** Why the gateway inserted no number. */
  readonly insertionCause: CauseId
  /** The id of the handset that sent the request; `null` on the test line. */
  readonly handset: string | null
  readonly traceId: string
}

const FIELDS = {
  version: { in: 'flat', shape: SHAPES.httpsVersion },
  timestamp: { in: 'flat', shape: SHAPES.timestamp },
  appId: { in: 'flat', shape: SHAPES.name },
  businessType: { in: 'flat', shape: SHAPES.businessType },
  traceId: { in: 'flat', shape: SHAPES.httpsId },
  sign: { in: 'flat', shape: SHAPES.text },
  msgId: { in: 'flat', shape: SHAPES.httpsId },
  userInformation: { in: 'flat', shape: SHAPES.text },
  expandParams: { in: 'flat', shape: SHAPES.text, optional: true },
  wxappid: { in: 'flat', shape: SHAPES.name, optional: true },
} as const

interface HttpsCall extends HttpsClientCall, AppCall, Fields<typeof FIELDS> {
  readonly report: ReportFindings
  /** `''` if there is none. */
  readonly number: string
  readonly insertionCause: CauseId
}

/** Assumed. Below half a quarter of an hour: any real UTC offset fits, and more would fit any time. */
const MAX_SKEW_MS = 5 * 60_000

const requireFreshTimestamp: Check<HttpsCall> = ({ timestamp, platform }) => {
  const skew = measureClockSkew(timestamp, platform.now())
  return skew !== null && skew <= MAX_SKEW_MS ? null : refuse('105112', 'timestampStale')
}

const requireSignature: Check<HttpsCall> = (call) => {
  const preSign = toParts(call)
  const md5 = checkMd5(call, { parts: preSign, sign: call.sign })
  call.report({ preSign, md5 })
  return md5.verified ? null : refuse('103101', toMd5Cause(md5))
}

/** Without an inserted number: why not. */
const requireNumber: Record<Line, Check<HttpsCall>> = {
  production({ number, insertionCause }) {
    if (number) return null
    if (insertionCause === 'dataOnlySim') return refuse('105002', 'dataOnlySim')
    return insertionCause === 'iotSim' ? refuse('103609', 'iotSim') : refuse('103111', insertionCause)
  },
  // Assumed to be as in the image edition: the number of the test line is in expandParams (§6).
  test: ({ number }) => (parseMsisdn(number) === number ? null : refuse('130010', 'testPhoneNumMissing')),
}

/** After the signature, so that only the customer can learn more. */
const NUMBER_CHECKS: readonly Check<HttpsCall>[] = [
  (call) => requireNumber[call.platform.line](call),
  ({ number, platform }) => (platform.isBlocked(number) ? refuse('111002', 'numberBlocked') : null),
  ({ number, platform: { store } }) =>
    store.countUnusedTokens(number) >= MAX_UNUSED_TOKENS ? refuse('103911', 'tooManyUnusedTokens') : null,
]

export function issueHttpsToken(
  platform: Platform,
  request: HttpsTokenRequest,
  report: ReportFindings,
): TokenGrant | Refusal | MagicDecision {
  const fields = readHttpsFields(request.message)
  if (isRefusal(fields)) return fields
  const served = findHttpsApp(platform, fields.appId)
  if (isRefusal(served)) return served

  const number = findNumber(platform.line, request, fields)
  const call = { ...request, ...fields, ...served, platform, report, number }
  const refusal = findRefusal<HttpsCall>([...CLIENT_CHECKS, requireFreshTimestamp, requireSignature], call)
  if (refusal) return refusal
  if (parseMsisdn(number) === number) report({ msisdn: number })
  return (
    findRefusal(NUMBER_CHECKS, call) ??
    findMagicDecision('httpsGetMobile', number) ??
    grantToken(call, { handset: request.handset, traceId: request.traceId })
  )
}

function readHttpsFields(message: WireMessage | null): Fields<typeof FIELDS> | Refusal {
  if (message === null) return refuse('103211', 'notJson')
  const { fields, missing, malformed } = inspectFields(message, FIELDS)
  if (missing !== undefined) return refuse('130010', 'tokenParameterMissing')
  if (malformed === 'businessType') return refuse('110024', 'businessTypeWrong')
  if (malformed === 'timestamp') return refuse('105112', 'timestampStale')
  return malformed === undefined ? fields : refuse('103211', 'tokenParameterMalformed')
}

function findNumber(line: Line, { insertedNumber }: HttpsTokenRequest, fields: Fields<typeof FIELDS>): string {
  return line === 'production' ? insertedNumber : (parseExpandParams(fields.expandParams).get('phoneNum') ?? '')
}

function grantToken(call: HttpsCall, login: { readonly handset: string | null; readonly traceId: string }): TokenGrant {
  const { appId, msgId, timestamp, traceId, version, businessType, wxappid, userInformation, number } = call
  const token = `H5HTTPS${randomBytes(16).toString('hex').toUpperCase()}`
  const ids = { appId, msgId, timestamp, uuid: traceId, version, businessType }
  call.platform.store.putHttpsToken({ ...ids, ...login, wxappid, userInformation, msisdn: number }, token)
  return { token }
}
