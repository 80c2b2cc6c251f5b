// getToken.htm: exchanges a signed pre-sign and the number taken under it for a token (§4).
import { randomBytes } from 'node:crypto'
import { type Check, type Failure, firstFailure, isFailure } from './checks'
import { callTypeIs, EDITION_CHECKS, type EditionCall } from './edition-checks'
import { type FieldsOf, readFields, SHAPES, type WireMessage } from './fields'
import { isSignedFor, type Platform, servedApp } from './platform'
import { type Taking, takingKey } from './store'

const FIELDS = {
  version: { in: 'header', shape: SHAPES.sdkVersion },
  msgId: { in: 'header', shape: SHAPES.msgId },
  timestamp: { in: 'header', shape: SHAPES.timestamp },
  appId: { in: 'header', shape: SHAPES.anything },
  expandParams: { in: 'body', shape: SHAPES.anything, optional: true },
  sign: { in: 'body', shape: SHAPES.anything },
  uuid: { in: 'body', shape: SHAPES.uuid },
  wxappid: { in: 'body', shape: SHAPES.anything, optional: true },
} as const

type TokenFields = FieldsOf<typeof FIELDS>
type TokenCall = EditionCall & TokenFields

/** The pre-sign: appId + msgId + timestamp + uuid + version (§2). */
const signatureMatches: Check<TokenCall> = ({ app, appId, msgId, timestamp, uuid, version, sign }) =>
  isSignedFor(app, `${appId}${msgId}${timestamp}${uuid}${version}`, sign) ? null : '130018'

const CHECKS: readonly Check<TokenCall>[] = [...EDITION_CHECKS, callTypeIs('6006'), signatureMatches]

/** "10 分钟内未使用 token 超 30 个" (103911, protocol.md §7). */
const UNUSED_TOKENS_LIMIT = 30

export interface TokenGrant {
  readonly token: string
  readonly taking: Taking
}

/** @param message the JSON body, or `null` if the request had none that parses */
export function issueToken(platform: Platform, message: WireMessage | null): TokenGrant | Failure {
  if (message === null) return { code: '130032' }
  const fields = readFields(message, FIELDS)
  if (isFailure(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isFailure(served)) return served
  const failure = firstFailure(CHECKS, { ...fields, ...served })
  if (failure) return failure

  const taking = takingOf(platform, fields)
  // Of the codes that the callback documents [S 2.5.1], only "参数无效" fits ids under which no number waits: never
  // taken, taken under other ids, or already exchanged.
  if (!taking) return { code: '130030' }
  if (platform.store.unusedTokensOf(taking.msisdn) >= UNUSED_TOKENS_LIMIT) return { code: '103911' }
  return grant(platform, taking)
}

/** Signatures come first, so that only the customer can learn which ids have a number waiting. */
function takingOf(platform: Platform, fields: TokenFields): Taking | undefined {
  const taking = platform.store.takings.get(takingKey(fields))
  const same = (['timestamp', 'uuid', 'version', 'wxappid'] as const).every((name) => taking?.[name] === fields[name])
  return same ? taking : undefined
}

/** One number taking gives one token. */
function grant({ store, now }: Platform, taking: Taking): TokenGrant {
  const token = randomBytes(24).toString('hex')
  store.takings.delete(takingKey(taking))
  store.tokens.set(token, { taking, issuedAt: now() })
  return { token, taking }
}
