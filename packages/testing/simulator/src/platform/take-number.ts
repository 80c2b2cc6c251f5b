// getMobile.htm: takes the number that the gateway inserted, or on the test line the one in expandParams (§3, §6).
import { type Line, parseMsisdn } from '@local-number/protocol'
import type { CauseId } from '@local-number/protocol/return-codes'
import { magicCode } from '../magic-numbers'
import type { Taking } from '../storage/platform-store'
import { type Check, firstRefusal, isRefusal, type Refusal, refusal } from './checks'
import { callTypeIs, type EditionCall, refererFits, scenarioIsGranted, wxappidIsListed } from './edition-checks'
import { readExpandParams } from './expand-params'
import { type FieldCauses, type FieldsOf, readFields, SHAPES } from './fields'
import { type MagicRefusal, orMagic } from './magic'
import { type Platform, servedApp } from './platform'

export interface TakeNumberRequest {
  /** As the query string gives it: unchecked. */
  readonly query: unknown
  /** `''` without the header. */
  readonly referer: string
  /** The number that the gateway inserted, `''` if it inserted none. */
  readonly insertedNumber: string
  /** Why it inserted none. */
  readonly notInserted: CauseId
  /** The id of the handset that asks; `null` on the test line. */
  readonly handset: string | null
  readonly traceId: string
}

const FIELDS = {
  version: { in: 'query', shape: SHAPES.sdkVersion },
  appId: { in: 'query', shape: SHAPES.name },
  openType: { in: 'query', shape: SHAPES.openType },
  expandParams: { in: 'query', shape: SHAPES.text, optional: true },
  msgId: { in: 'query', shape: SHAPES.msgId },
  timestamp: { in: 'query', shape: SHAPES.timestamp },
  uuid: { in: 'query', shape: SHAPES.uuid },
  userInformation: { in: 'query', shape: SHAPES.text },
  wxappid: { in: 'query', shape: SHAPES.name, optional: true },
} as const

const CAUSES: FieldCauses = {
  missing: () => 'imageParameterMissing',
  malformed: (name) => (name === 'openType' ? 'openTypeWrong' : 'imageParameterMalformed'),
}

interface TakingCall extends EditionCall {
  readonly openType: string
  readonly referer: string
  /** `''` if there is none. */
  readonly number: string
  readonly notInserted: CauseId
}

const EVERY_LINE: readonly Check<TakingCall>[] = [
  // A client that the app does not let in is not helped by advice about its referer.
  scenarioIsGranted,
  refererFits,
  wxappidIsListed,
  callTypeIs('6005', 'imageParameterMalformed'),
]

const OF_LINE: Record<Line, readonly Check<TakingCall>[]> = {
  production: [({ number, notInserted }) => (number ? null : refusal('111002', notInserted))],
  test: [
    ({ openType }) => (openType === '1' ? null : refusal('130030', 'openTypeWrong')),
    ({ number }) => (number ? null : refusal('130010', 'testPhoneNumMissing')),
    // What the masks of a trace would not know for a number must not become one.
    ({ number }) => (parseMsisdn(number) === number ? null : refusal('130030', 'imageParameterMalformed')),
  ],
}

const NUMBER_OF: Record<Line, (request: TakeNumberRequest, fields: FieldsOf<typeof FIELDS>) => string> = {
  production: (request) => request.insertedNumber,
  test: (_, fields) => readExpandParams(fields.expandParams).get('phoneNum') ?? '',
}

export function takeNumber(platform: Platform, request: TakeNumberRequest): Taking | Refusal | MagicRefusal {
  const fields = readFields({ query: request.query }, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isRefusal(served)) return served

  const number = NUMBER_OF[platform.line](request, fields)
  const call = { ...fields, ...served, number, referer: request.referer, notInserted: request.notInserted }
  const refused = firstRefusal([...EVERY_LINE, ...OF_LINE[platform.line]], call)
  if (refused) return refused

  const { openType: _, expandParams: __, ...ids } = fields
  const taking = { ...ids, msisdn: number, handset: request.handset, traceId: request.traceId }
  return orMagic(magicCode('getMobile', number)) ?? keep(platform, taking)
}

function keep({ store }: Platform, taking: Taking): Taking {
  store.putTaking(taking)
  return taking
}
