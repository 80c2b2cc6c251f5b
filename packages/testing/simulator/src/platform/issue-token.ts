// getToken.htm: exchanges a signed pre-sign and the number retrieved under its ids for a token (§4).
import { randomBytes } from 'node:crypto'
import type { WireMessage } from '../common/wire-message'
import type { Retrieval } from '../storage/platform-store'
import type { ReportFindings } from '../trace/findings'
import { type Check, findRefusal, isRefusal, type Refusal, refuse } from './checks'
import {
  type EditionCall,
  requireCallType,
  requireImageEdition,
  requireListedWxappid,
  requireScenario,
} from './edition-checks'
import { type FieldCauses, type Fields, readFields, SHAPES } from './fields'
import { findMagicDecision, type MagicDecision } from './magic-numbers'
import { type AppCall, findServedApp, type Platform } from './platform'
import { checkSignature, toSignatureCause } from './signing'

const FIELDS = {
  version: { in: 'header', shape: SHAPES.sdkVersion },
  msgId: { in: 'header', shape: SHAPES.msgId },
  timestamp: { in: 'header', shape: SHAPES.timestamp },
  appId: { in: 'header', shape: SHAPES.name },
  expandParams: { in: 'body', shape: SHAPES.text, optional: true },
  sign: { in: 'body', shape: SHAPES.text },
  uuid: { in: 'body', shape: SHAPES.uuid },
  wxappid: { in: 'body', shape: SHAPES.name, optional: true },
} as const

const CAUSES: FieldCauses = {
  missing: () => 'tokenParameterMissing',
  malformed: () => 'tokenParameterMalformed',
}

/** The pre-sign: appId + msgId + timestamp + uuid + version (§2). */
const PRE_SIGN = ['appId', 'msgId', 'timestamp', 'uuid', 'version'] as const

type TokenFields = Fields<typeof FIELDS>
interface TokenCall extends EditionCall, AppCall, TokenFields {
  readonly report: ReportFindings
}

const requireSignature: Check<TokenCall> = (call) => {
  const parts = PRE_SIGN.map((name) => ({ name, value: call[name] }))
  const signature = checkSignature(call, { parts, sign: call.sign })
  call.report({ preSign: parts, signature })
  return signature.verified ? null : refuse('130018', toSignatureCause(call, signature))
}

const CHECKS: readonly Check<TokenCall>[] = [
  requireImageEdition,
  requireScenario,
  requireListedWxappid,
  requireCallType('6006', 'tokenParameterMalformed'),
  requireSignature,
]

/** "10 分钟内未使用 token 超 30 个" (103911, protocol.md §7). */
export const MAX_UNUSED_TOKENS = 30

export interface TokenGrant {
  readonly token: string
}

/** @param message the JSON body, or `null` if the request had none that parses */
export function issueToken(
  platform: Platform,
  message: WireMessage | null,
  report: ReportFindings,
): TokenGrant | Refusal | MagicDecision {
  if (message === null) return refuse('130032', 'notJson')
  const fields = readFields(message, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = findServedApp(platform, fields.appId)
  if (isRefusal(served)) return served
  const refusal = findRefusal(CHECKS, { ...fields, ...served, platform, report })
  if (refusal) return refusal

  const retrieval = findRetrieval(platform, fields)
  // The callback documents no code for ids without a number: never retrieved, retrieved under other ids, or exchanged
  // already. "参数无效" fits best [S 2.5.1].
  if (!retrieval) return refuse('130030', 'numberNotRetrieved')
  report({ msisdn: retrieval.msisdn })
  if (platform.store.countUnusedTokens(retrieval.msisdn) >= MAX_UNUSED_TOKENS) {
    return refuse('103911', 'tooManyUnusedTokens')
  }
  return findMagicDecision('getToken', retrieval.msisdn) ?? grantToken(platform, retrieval)
}

/**
 * Runs after the signature check, so that only the customer can learn which ids have a number. A msgId yields one
 * token: otherwise a pre-sign with its signature would be enough to load the image again and get another (protocol.md
 * §2).
 */
function findRetrieval({ store }: Platform, fields: TokenFields): Retrieval | undefined {
  if (store.isExchanged(fields)) return undefined
  const retrieval = store.findRetrieval(fields)
  const isSame = (['timestamp', 'uuid', 'version', 'wxappid'] as const).every(
    (name) => retrieval?.[name] === fields[name],
  )
  return isSame ? retrieval : undefined
}

function grantToken({ store }: Platform, retrieval: Retrieval): TokenGrant {
  const token = randomBytes(24).toString('hex')
  store.exchangeForToken(retrieval, token)
  return { token }
}
