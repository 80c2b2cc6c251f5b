// getMobile.htm over HTTP: an image when the number was taken, a body that is no image when it was not.
import type { CauseId } from '@local-number/protocol/return-codes'
import { ENRICHMENT_HEADER } from '../gateway'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { takeNumber } from '../platform/take-number'
import { type Decision, decided, forced } from './decided'
import type { CarrierContext } from './line'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** "取号环节失败统一封装的返回码": the page sees an image that fails, a packet capture the concrete code [S appendix 500]. */
const OUTER_FAILURE = '500'

/** No code is on the wire then, only the image. */
const TAKEN = '000000'

export function answerGetMobile(ctx: CarrierContext, platform: Platform): void {
  const { exchange } = ctx.state
  const taken = forced(ctx) ?? takeNumber(platform, takeNumberRequest(ctx))
  if ('msisdn' in taken) {
    exchange.note({ msisdn: taken.msisdn })
    ctx.state.outcome = { outerCode: TAKEN, innerCode: TAKEN, cause: null }
    ctx.type = 'image/gif'
    ctx.body = PIXEL
    return
  }
  refuseGetMobile(ctx, platform, taken)
}

export function refuseGetMobile(ctx: CarrierContext, platform: Platform, decision: Decision): void {
  const sent = sentIds(ctx)
  const innerCode = decided(ctx, decision, { platform, appId: sent.appId, outerCode: OUTER_FAILURE })
  if (innerCode === null) return
  ctx.status = 500
  ctx.body = {
    header: { ...sent, resultCode: OUTER_FAILURE },
    body: { resultDesc: resultText(OUTER_FAILURE), innerCode, innerDesc: resultText(innerCode) },
  }
}

function takeNumberRequest(ctx: CarrierContext) {
  return {
    query: ctx.query,
    referer: ctx.get('referer'),
    insertedNumber: ctx.get(ENRICHMENT_HEADER),
    notInserted: notInserted(ctx),
    handset: ctx.state.handset?.id ?? null,
    traceId: ctx.state.exchange.trace.id,
  }
}

/** An offline handset never gets here. */
function notInserted({ state }: CarrierContext): CauseId {
  const cause = state.enrichment?.cause
  return cause && cause !== 'offline' ? cause : 'otherCarrier'
}

function sentIds({ query }: CarrierContext) {
  const text = (name: string) => textAt({ query }, 'query', name)
  return { appId: text('appId'), msgId: text('msgId'), timestamp: text('timestamp') }
}
