// verifyVmMobileApi.htm: whether the typed number is the one behind the token (§5).
import { maskMsisdn, TOKEN_LIFETIMES_MS } from '@local-number/protocol'
import { isListed } from '../common/ip-address'
import { decodeOnce } from '../common/percent-encoding'
import type { WireMessage } from '../common/wire-message'
import { decryptBlocks } from '../crypto/decrypt'
import type { App } from '../state/apps'
import type { IssuedToken } from '../storage/platform-store'
import type { ReportFindings } from '../trace/findings'
import { type Check, findRefusal, isRefusal, type Refusal, refuse } from './checks'
import { type FieldCauses, type Fields, readFields, SHAPES } from './fields'
import { findMagicDecision, type MagicDecision } from './magic-numbers'
import { parsePhoneNum } from './phone-num'
import { type AppCall, findServedApp, type Platform } from './platform'
import { checkSignature, toSignatureCause } from './signing'

const FIELDS = {
  version: { in: 'header', shape: SHAPES.serverVersion },
  msgId: { in: 'header', shape: SHAPES.serverMsgId },
  appId: { in: 'header', shape: SHAPES.name },
  timestamp: { in: 'header', shape: SHAPES.timestamp },
  expandParams: { in: 'body', shape: SHAPES.text, optional: true },
  phoneNum: { in: 'body', shape: SHAPES.text },
  token: { in: 'body', shape: SHAPES.name },
  sign: { in: 'body', shape: SHAPES.text },
  // A missing one is 120020, not 130010: "userinformation 缺失或编码出错" [S appendix 120020].
  userInformation: { in: 'body', shape: SHAPES.text, optional: true },
} as const

const CAUSES: FieldCauses = {
  missing: (name) => (name === 'token' ? 'tokenNeverIssued' : 'verifyParameterInvalid'),
  malformed: () => 'verifyParameterInvalid',
}

const SIGNED = ['appId', 'msgId', 'phoneNum', 'timestamp', 'token', 'version'] as const

export interface VerifyRequest {
  /** The JSON body, or `null` if the request had none that parses. */
  readonly message: WireMessage | null
  readonly clientIp: string
}

/** The platform compared the numbers. */
export interface Comparison {
  readonly code: '000' | '001'
  readonly cause: null
}

interface VerifyCall extends AppCall, Fields<typeof FIELDS> {
  readonly clientIp: string
  readonly report: ReportFindings
}

const requireListedIp: Check<VerifyCall> = ({ app, clientIp }) =>
  app.ipWhiteList === null || isListed(app.ipWhiteList, clientIp) ? null : refuse('110004', 'ipNotRegistered')

/**
 * Counts by the SIM's number, not the typed one: in the document's diagram the platform looks at the day's count before
 * it checks the signature and decrypts phoneNum [S 1.2 step 14], and by a typed number anyone could use up another
 * subscriber's checks.
 */
const requireChecksLeft: Check<VerifyCall> = ({ app, platform: { store }, token }) => {
  const retrieval = store.findToken(token)?.retrieval
  const isUsedUp =
    retrieval?.appId === app.appId && store.checks.count(retrieval, app.dailyLimitPeriod) >= app.dailyLimit
  return isUsedUp ? refuse('121011', 'dailyLimitReached') : null
}

const requireSignature: Check<VerifyCall> = (call) => {
  const parts = SIGNED.map((name) => ({ name, value: call[name] }))
  const signature = checkSignature(call, { parts, sign: call.sign })
  call.report({ signature })
  return signature.verified ? null : refuse('130018', toSignatureCause(call, signature))
}

/** In the order of the document's diagram [S 1.2 step 14]. */
const CALLER_CHECKS = [requireListedIp, requireChecksLeft, requireSignature]

interface TokenCall extends VerifyCall {
  readonly issued: IssuedToken
}

const requireFreshToken: Check<TokenCall> = ({ app, issued, platform }) =>
  platform.now() - issued.issuedAt > getLifetimeMs(app, issued) ? refuse('120020', 'tokenExpired') : null

function getLifetimeMs({ tokenLifetimeMs }: App, { retrieval }: IssuedToken): number {
  return retrieval.businessType === undefined ? tokenLifetimeMs : TOKEN_LIFETIMES_MS.https
}

const requireUserInformation: Check<TokenCall> = ({ userInformation }) =>
  userInformation ? null : refuse('120020', 'userInformationMissing')

/** Raw, or percent-encoded once as in the URL of the image (§4); anything else is not what the phone sent. */
const requireSameUserInformation: Check<TokenCall> = ({ issued, userInformation }) => {
  const { userInformation: sent } = issued.retrieval
  const matches = [userInformation, decodeOnce(userInformation)].includes(sent)
  return matches ? null : refuse('120020', 'userInformationEncoding')
}

const TOKEN_CHECKS = [requireFreshToken, requireUserInformation, requireSameUserInformation]

/** The number that the caller asks about. */
interface TypedNumber {
  readonly phone: string
}

export function verifyNumber(
  platform: Platform,
  { message, clientIp }: VerifyRequest,
  report: ReportFindings,
): Comparison | Refusal | MagicDecision {
  if (message === null) return refuse('130032', 'notJson')
  const fields = readFields(message, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = findServedApp(platform, fields.appId)
  if (isRefusal(served)) return served

  const call = { ...fields, ...served, platform, clientIp, report }
  const refusal = findRefusal(CALLER_CHECKS, call)
  if (refusal) return refusal
  const typed = decryptPhoneNum(call)
  if (isRefusal(typed)) return typed
  const magic = findMagicDecision('verify', typed.phone)
  // Magic 001 continues, because it must spend a token like a real answer. All other magic codes answer at once.
  if (magic !== null && magic.code !== NOT_THIS_NUMBER) return magic
  return compareNumbers(call, typed, magic)
}

const NOT_THIS_NUMBER = '001'

/**
 * Both 130016 and 999999 name an encryption gone wrong [S appendix]. Here 130016 is a ciphertext that this key cannot
 * decrypt ("解码失败"), and 999999 one whose plain text is not phone + appKey + timestamp.
 */
function decryptPhoneNum({ app, phoneNum, timestamp, report }: VerifyCall): TypedNumber | Refusal {
  const decrypted = decryptBlocks(phoneNum, app.platformKey)
  if ('reason' in decrypted) {
    report({ phoneNum: { opened: false, reason: decrypted.reason } })
    return refuse('130016', 'phoneNumEncryption')
  }
  const parsed = parsePhoneNum(decrypted.text, { appKey: app.appKey, timestamp })
  if ('reason' in parsed) {
    report({ phoneNum: { opened: false, reason: parsed.reason } })
    return refuse('999999', 'phoneNumEncryption')
  }
  report({ phoneNum: { opened: true, typedMasked: maskMsisdn(parsed.phone) } })
  return parsed
}

/** @param magic the decision of a magic number, which never equals the SIM's */
function compareNumbers(call: VerifyCall, { phone }: TypedNumber, magic: MagicDecision | null): Comparison | Refusal {
  const { platform, token, app, report } = call
  const issued = platform.store.findToken(token)
  if (!issued) return refuse('120020', 'tokenUnknown')
  // Another app's token is not spent: only its owner may spend it.
  if (issued.retrieval.appId !== app.appId) return refuse('120020', 'tokenOfAnotherApp')
  report({ msisdn: issued.retrieval.msisdn })
  // Spent before the checks below: the next verification finds it spent, with any result.
  if (!platform.store.spendToken(token)) return refuse('120020', 'tokenReused')

  const refusal = findRefusal(TOKEN_CHECKS, { ...call, issued })
  if (refusal) return refusal
  platform.store.checks.add(issued.retrieval)
  platform.apps.chargeCheck(app.appId)
  const isOwn = magic === null && phone === issued.retrieval.msisdn
  return { code: isOwn ? '000' : NOT_THIS_NUMBER, cause: null }
}
