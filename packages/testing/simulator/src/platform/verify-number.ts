// verifyVmMobileApi.htm: whether the typed number is the one behind the token (§5).
import { maskMsisdn } from '@local-number/protocol'
import { decryptBlocks } from '../crypto/decrypt'
import { magicCode } from '../magic-numbers'
import type { IssuedToken } from '../storage/platform-store'
import { type Check, firstRefusal, isRefusal, type Refusal, refusal } from './checks'
import { type FieldCauses, type FieldsOf, readFields, SHAPES, type WireMessage } from './fields'
import { isListed } from './ip-address'
import { type MagicRefusal, orMagic } from './magic'
import { decodedOnce } from './percent-encoding'
import { readPhoneNum } from './phone-num'
import { type AppCall, type Platform, servedApp } from './platform'
import { causeOfRefusal, checkSignature } from './signing'
import type { Witness } from './witness'

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

export interface VerifyNumberRequest {
  /** The JSON body, or `null` if the request had none that parses. */
  readonly message: WireMessage | null
  readonly clientIp: string
}

/** An answer, rather than a refusal to give one. */
export interface Verdict {
  readonly code: '000' | '001'
  readonly cause: null
}

interface VerifyCall extends AppCall, FieldsOf<typeof FIELDS> {
  readonly clientIp: string
  readonly witness: Witness
}

const ipIsListed: Check<VerifyCall> = ({ app, clientIp }) =>
  app.ipWhiteList === null || isListed(app.ipWhiteList, clientIp) ? null : refusal('110004', 'ipNotFiled')

/**
 * The SIM's number counts, not the typed one: in the document's diagram the platform looks at the day's count before it
 * has checked the signature and opened phoneNum [S 1.2 step 14], and a typed number would let anyone use up somebody
 * else's day.
 */
const dayHasChecksLeft: Check<VerifyCall> = ({ app, platform: { store }, token }) => {
  const taking = store.token(token)?.taking
  const isLast = taking?.appId === app.appId && store.checksToday(taking) >= app.dailyLimit
  return isLast ? refusal('121011', 'dailyLimitReached') : null
}

const signatureMatches: Check<VerifyCall> = (call) => {
  const parts = SIGNED.map((name) => ({ name, value: call[name] }))
  const signature = checkSignature(call, { parts, sign: call.sign })
  call.witness({ signature })
  return signature.verified ? null : refusal('130018', causeOfRefusal(call, signature))
}

/** In the order of the document's diagram [S 1.2 step 14]. */
const CALLER_CHECKS = [ipIsListed, dayHasChecksLeft, signatureMatches]

interface TokenCall extends VerifyCall {
  readonly issued: IssuedToken
}

const tokenIsFresh: Check<TokenCall> = ({ app, issued, platform }) =>
  platform.now() - issued.issuedAt > app.tokenLifetimeMs ? refusal('120020', 'tokenExpired') : null

const userInformationIsThere: Check<TokenCall> = ({ userInformation }) =>
  userInformation ? null : refusal('120020', 'userInformationMissing')

/** Raw, or percent-encoded once as it stood in the image's URL (§4); anything else is not what the phone sent. */
const userInformationMatches: Check<TokenCall> = ({ issued, userInformation }) => {
  const { userInformation: sent } = issued.taking
  const matches = [userInformation, decodedOnce(userInformation)].includes(sent)
  return matches ? null : refusal('120020', 'userInformationEncoding')
}

const TOKEN_CHECKS = [tokenIsFresh, userInformationIsThere, userInformationMatches]

export function verifyNumber(
  platform: Platform,
  { message, clientIp }: VerifyNumberRequest,
  witness: Witness,
): Verdict | Refusal | MagicRefusal {
  if (message === null) return refusal('130032', 'notJson')
  const fields = readFields(message, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isRefusal(served)) return served

  const call = { ...fields, ...served, platform, clientIp, witness }
  const refused = firstRefusal(CALLER_CHECKS, call)
  if (refused) return refused
  const opened = openPhoneNum(call)
  if (isRefusal(opened)) return opened
  const magic = magicCode('verify', opened.phone)
  return orMagic(magic === NOT_THIS_NUMBER ? null : magic) ?? judge(call, { ...opened, isMagic: magic !== null })
}

/** An answer, for which there must have been a token to spend. */
const NOT_THIS_NUMBER = '001'

interface Asked {
  readonly phone: string
  /** One that is never the SIM's. */
  readonly isMagic: boolean
}

/**
 * Both 130016 and 999999 name an encryption gone wrong [S appendix]. Here 130016 is a ciphertext that this key cannot
 * open ("解码失败"), and 999999 one that opens to something else than phone + appKey + timestamp.
 */
function openPhoneNum({ app, phoneNum, timestamp, witness }: VerifyCall): { readonly phone: string } | Refusal {
  const decrypted = decryptBlocks(phoneNum, app.platformKey)
  if ('reason' in decrypted) {
    witness({ phoneNum: { opened: false, reason: decrypted.reason } })
    return refusal('130016', 'phoneNumEncryption')
  }
  const read = readPhoneNum(decrypted.text, { appKey: app.appKey, timestamp })
  if ('reason' in read) {
    witness({ phoneNum: { opened: false, reason: read.reason } })
    return refusal('999999', 'phoneNumEncryption')
  }
  witness({ phoneNum: { opened: true, typedMasked: maskMsisdn(read.phone) } })
  return read
}

function judge(call: VerifyCall, { phone, isMagic }: Asked): Verdict | Refusal {
  const { platform, token, app, witness } = call
  const issued = platform.store.token(token)
  if (!issued) return refusal('120020', 'tokenUnknown')
  // Another app's token is left alone: whoever does not own it must not be able to spend it either.
  if (issued.taking.appId !== app.appId) return refusal('120020', 'tokenOfAnotherApp')
  witness({ msisdn: issued.taking.msisdn })
  // Spent here and now, whatever the checks below say: the next verification finds it spent.
  if (!platform.store.spend(token)) return refusal('120020', 'tokenReused')

  const refused = firstRefusal(TOKEN_CHECKS, { ...call, issued })
  if (refused) return refused
  platform.store.countCheck(issued.taking)
  platform.apps.pay(app.appId)
  const isOwn = phone === issued.taking.msisdn && !isMagic
  return { code: isOwn ? '000' : NOT_THIS_NUMBER, cause: null }
}
