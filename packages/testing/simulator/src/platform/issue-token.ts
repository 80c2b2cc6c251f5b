// getToken.htm: exchanges a signed pre-sign and the number taken under it for a token (§4).
import { randomBytes } from 'node:crypto'
import { magicCode } from '../magic-numbers'
import type { Taking } from '../storage/platform-store'
import { type Check, firstRefusal, isRefusal, type Refusal, refusal } from './checks'
import { callTypeIs, type EditionCall, scenarioIsGranted, wxappidIsListed } from './edition-checks'
import { type FieldCauses, type FieldsOf, readFields, SHAPES, type WireMessage } from './fields'
import { type MagicRefusal, orMagic } from './magic'
import { type AppCall, type Platform, servedApp } from './platform'
import { causeOfRefusal, checkSignature } from './signing'
import type { Witness } from './witness'

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

type TokenFields = FieldsOf<typeof FIELDS>
interface TokenCall extends EditionCall, AppCall, TokenFields {
  readonly app: AppCall['app']
  readonly wxappid: string
  readonly expandParams: string
  readonly witness: Witness
}

const signatureMatches: Check<TokenCall> = (call) => {
  const parts = PRE_SIGN.map((name) => ({ name, value: call[name] }))
  const signature = checkSignature(call, { parts, sign: call.sign })
  call.witness({ preSign: parts, signature })
  return signature.verified ? null : refusal('130018', causeOfRefusal(call, signature))
}

const CHECKS: readonly Check<TokenCall>[] = [
  scenarioIsGranted,
  wxappidIsListed,
  callTypeIs('6006', 'tokenParameterMalformed'),
  signatureMatches,
]

/** "10 分钟内未使用 token 超 30 个" (103911, protocol.md §7). */
const UNUSED_TOKENS_LIMIT = 30

export interface TokenGrant {
  readonly token: string
}

/** @param message the JSON body, or `null` if the request had none that parses */
export function issueToken(
  platform: Platform,
  message: WireMessage | null,
  witness: Witness,
): TokenGrant | Refusal | MagicRefusal {
  if (message === null) return refusal('130032', 'notJson')
  const fields = readFields(message, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isRefusal(served)) return served
  const refused = firstRefusal(CHECKS, { ...fields, ...served, platform, witness })
  if (refused) return refused

  const taking = takingOf(platform, fields)
  // Of the codes that the callback documents [S 2.5.1], only "参数无效" fits ids under which no number waits: never
  // taken, taken under other ids, or already exchanged.
  if (!taking) return refusal('130030', 'numberNotTaken')
  witness({ msisdn: taking.msisdn })
  if (platform.store.unusedTokensOf(taking.msisdn) >= UNUSED_TOKENS_LIMIT) {
    return refusal('103911', 'tooManyUnusedTokens')
  }
  return orMagic(magicCode('getToken', taking.msisdn)) ?? grant(platform, taking)
}

/**
 * Signatures come first, so that only the customer can learn which ids have a number waiting. A msgId is good for one
 * token, or whoever has seen a pre-sign with its signature could load the image again and get another (protocol.md §2).
 */
function takingOf({ store }: Platform, fields: TokenFields): Taking | undefined {
  if (store.wasExchanged(fields)) return undefined
  const taking = store.taking(fields)
  const same = (['timestamp', 'uuid', 'version', 'wxappid'] as const).every((name) => taking?.[name] === fields[name])
  return same ? taking : undefined
}

function grant({ store }: Platform, taking: Taking): TokenGrant {
  const token = randomBytes(24).toString('hex')
  store.exchangeForToken(taking, token)
  return { token }
}
