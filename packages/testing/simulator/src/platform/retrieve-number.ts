// getMobile.htm: retrieves the number that the gateway inserted, or on the test line the one in expandParams (§3, §6).
import { type Line, parseMsisdn } from '@local-number/protocol'
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Retrieval } from '../storage/platform-store'
import { type Check, findRefusal, isRefusal, type Refusal, refuse } from './checks'
import {
  type EditionCall,
  requireCallType,
  requireImageEdition,
  requireListedWxappid,
  requireReferer,
  requireScenario,
} from './edition-checks'
import { parseExpandParams } from './expand-params'
import { type FieldCauses, type Fields, readFields, SHAPES } from './fields'
import { findMagicDecision, type MagicDecision } from './magic-numbers'
import { findServedApp, type Platform } from './platform'

export interface RetrievalRequest {
  /** The query string, unchecked. */
  readonly query: unknown
  /** `''` without the header. */
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

interface RetrievalCall extends EditionCall {
  readonly openType: string
  readonly referer: string
  /** `''` if there is none. */
  readonly number: string
  readonly insertionCause: CauseId
}

const COMMON_CHECKS: readonly Check<RetrievalCall>[] = [
  requireImageEdition,
  // Before the referer: a client without access is not helped by advice about its referer.
  requireScenario,
  requireReferer,
  requireListedWxappid,
  requireCallType('6005', 'imageParameterMalformed'),
]

const LINE_CHECKS: Record<Line, readonly Check<RetrievalCall>[]> = {
  production: [({ number, insertionCause }) => (number ? null : refuse('111002', insertionCause))],
  test: [
    ({ openType }) => (openType === '1' ? null : refuse('130030', 'openTypeWrong')),
    ({ number }) => (number ? null : refuse('130010', 'testPhoneNumMissing')),
    // Traces mask only numbers that they recognize.
    ({ number }) => (parseMsisdn(number) === number ? null : refuse('130030', 'imageParameterMalformed')),
  ],
}

const GET_NUMBER: Record<Line, (request: RetrievalRequest, fields: Fields<typeof FIELDS>) => string> = {
  production: (request) => request.insertedNumber,
  test: (_, fields) => parseExpandParams(fields.expandParams).get('phoneNum') ?? '',
}

export function retrieveNumber(platform: Platform, request: RetrievalRequest): Retrieval | Refusal | MagicDecision {
  const fields = readFields({ query: request.query }, FIELDS, CAUSES)
  if (isRefusal(fields)) return fields
  const served = findServedApp(platform, fields.appId)
  if (isRefusal(served)) return served

  const number = GET_NUMBER[platform.line](request, fields)
  const call = { ...fields, ...served, number, referer: request.referer, insertionCause: request.insertionCause }
  const refusal = findRefusal([...COMMON_CHECKS, ...LINE_CHECKS[platform.line]], call)
  if (refusal) return refusal

  const { openType: _, expandParams: __, ...ids } = fields
  const retrieval = { ...ids, msisdn: number, handset: request.handset, traceId: request.traceId }
  return findMagicDecision('getMobile', number) ?? storeRetrieval(platform, retrieval)
}

function storeRetrieval({ store }: Platform, retrieval: Retrieval): Retrieval {
  store.putRetrieval(retrieval)
  return retrieval
}
