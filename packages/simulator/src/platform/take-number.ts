// getMobile.htm: takes the number that the gateway inserted, or on the test line the one in expandParams (§3, §6).
import type { Line } from '@local-number/protocol'
import { type Check, type Failure, firstFailure, isFailure } from './checks'
import { callTypeIs, EDITION_CHECKS, type EditionCall, refererFits } from './edition-checks'
import { readExpandParams } from './expand-params'
import { type FieldsOf, readFields, SHAPES } from './fields'
import { type Platform, servedApp } from './platform'
import { type Taking, takingKey } from './store'

export interface TakeNumberRequest {
  /** As the query string gives it: unchecked. */
  readonly query: unknown
  /** `''` without the header. */
  readonly referer: string
  /** The number that the gateway inserted, `''` if it inserted none. */
  readonly insertedNumber: string
}

const FIELDS = {
  version: { in: 'query', shape: SHAPES.sdkVersion },
  appId: { in: 'query', shape: SHAPES.anything },
  openType: { in: 'query', shape: SHAPES.openType },
  expandParams: { in: 'query', shape: SHAPES.anything, optional: true },
  msgId: { in: 'query', shape: SHAPES.msgId },
  timestamp: { in: 'query', shape: SHAPES.timestamp },
  uuid: { in: 'query', shape: SHAPES.uuid },
  userInformation: { in: 'query', shape: SHAPES.anything },
  wxappid: { in: 'query', shape: SHAPES.anything, optional: true },
} as const

interface TakingCall extends EditionCall {
  readonly openType: string
  readonly referer: string
  /** `''` if there is none. */
  readonly number: string
}

const EVERY_LINE: readonly Check<TakingCall>[] = [refererFits, ...EDITION_CHECKS, callTypeIs('6005')]

const OF_LINE: Record<Line, readonly Check<TakingCall>[]> = {
  production: [({ number }) => (number ? null : '111002')],
  test: [
    ({ openType }) => (openType === '1' ? null : '130030'),
    ({ number }) => (number ? null : '130010'),
    ({ number }) => (/^1\d{10}$/.test(number) ? null : '130030'),
  ],
}

const NUMBER_OF: Record<Line, (request: TakeNumberRequest, fields: FieldsOf<typeof FIELDS>) => string> = {
  production: (request) => request.insertedNumber,
  test: (_, fields) => readExpandParams(fields.expandParams).get('phoneNum') ?? '',
}

/** Taking the same ids again, as a page that reloads its image does, replaces the number. */
export function takeNumber(platform: Platform, request: TakeNumberRequest): Taking | Failure {
  const fields = readFields({ query: request.query }, FIELDS)
  if (isFailure(fields)) return fields
  const served = servedApp(platform, fields.appId)
  if (isFailure(served)) return served

  const number = NUMBER_OF[platform.line](request, fields)
  const call = { ...fields, ...served, number, referer: request.referer }
  const failure = firstFailure([...EVERY_LINE, ...OF_LINE[platform.line]], call)
  if (failure) return failure

  const { openType: _, expandParams: __, ...ids } = fields
  const taking = { ...ids, msisdn: number }
  platform.store.takings.set(takingKey(taking), taking)
  return taking
}
