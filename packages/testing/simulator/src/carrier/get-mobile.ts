// getMobile.htm over HTTP: an image if the number was retrieved, a body that is not an image otherwise.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { CarrierContext } from '../http/context'
import { type Decision, getReturnCodeText } from '../platform/codes'
import { type RetrievalRequest, retrieveNumber } from '../platform/retrieve-number'
import type { CarrierCall } from './answer-call'
import { ENRICHMENT_HEADER } from './gateway'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** "取号环节失败统一封装的返回码": the page sees an image that fails, a packet capture the concrete code [S appendix 500]. */
export const GET_MOBILE_FAILED = '500'

/** Only traces have this code: on the wire there is only the image. */
const RETRIEVED = '000000'

interface GetMobileDecision extends Decision {
  /** Whether the platform retrieved the number: a fault's `000000` is still a failure. */
  readonly isRetrieved: boolean
}

export const getMobile: CarrierCall<GetMobileDecision> = {
  method: 'get',
  decide(ctx, platform) {
    const result = retrieveNumber(platform, toRetrievalRequest(ctx))
    if (!('msisdn' in result)) return { ...result, isRetrieved: false }
    ctx.state.exchange.recordFindings({ msisdn: result.msisdn })
    return { code: RETRIEVED, cause: null, isRetrieved: true }
  },
  toOuterCode: (code, { isRetrieved }) => (isRetrieved ? code : GET_MOBILE_FAILED),
  write: (ctx, code, { isRetrieved }) => (isRetrieved ? writeImage(ctx) : writeFailure(ctx, code)),
}

function writeImage(ctx: CarrierContext): void {
  ctx.type = 'image/gif'
  ctx.body = PIXEL
}

function writeFailure(ctx: CarrierContext, innerCode: string): void {
  const { exchange } = ctx.state
  ctx.status = 500
  ctx.body = {
    header: {
      appId: exchange.readId('appId'),
      msgId: exchange.readId('msgId'),
      timestamp: exchange.readId('timestamp'),
      resultCode: GET_MOBILE_FAILED,
    },
    body: {
      resultDesc: getReturnCodeText('getMobile', GET_MOBILE_FAILED),
      innerCode,
      innerDesc: getReturnCodeText('getMobile', innerCode),
    },
  }
}

function toRetrievalRequest(ctx: CarrierContext): RetrievalRequest {
  const { handset, traceId } = ctx.state.exchange
  return {
    query: ctx.query,
    referer: ctx.get('referer'),
    insertedNumber: ctx.get(ENRICHMENT_HEADER),
    insertionCause: getInsertionCause(ctx),
    handset: handset?.id ?? null,
    traceId,
  }
}

/** The gateway drops what no network carries. */
function getInsertionCause({ state }: CarrierContext): CauseId {
  const cause = state.exchange.enrichment?.cause
  return cause && cause !== 'offline' && cause !== 'noMobileData' ? cause : 'otherCarrier'
}
