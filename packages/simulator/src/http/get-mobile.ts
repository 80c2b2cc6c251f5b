// getMobile.htm over HTTP: an image when the number was taken, a body that is no image when it was not.
import { maskMsisdn } from '@local-number/protocol'
import { ENRICHMENT_HEADER } from '../gateway'
import { traceable } from '../messages'
import { isFailure } from '../platform/checks'
import { resultText } from '../platform/codes'
import { textAt, type WireMessage } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { takeNumber } from '../platform/take-number'
import type { LineContext } from './line'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** "取号环节失败统一封装的返回码": the page sees an image that fails, a packet capture the concrete code [S appendix 500]. */
const OUTER_FAILURE = '500'

export function answerGetMobile(ctx: LineContext, platform: Platform): void {
  const message: WireMessage = { query: ctx.query }
  const header = { appId: textAt(message, 'query', 'appId'), msgId: textAt(message, 'query', 'msgId') }
  const taken = takeNumber(platform, {
    query: ctx.query,
    referer: ctx.get('referer'),
    insertedNumber: ctx.get(ENRICHMENT_HEADER),
  })

  ctx.set('cache-control', 'no-store')
  if (isFailure(taken)) {
    ctx.status = 500
    ctx.body = {
      header: { ...header, timestamp: textAt(message, 'query', 'timestamp'), resultCode: OUTER_FAILURE },
      body: { resultDesc: resultText(OUTER_FAILURE), innerCode: taken.code, innerDesc: resultText(taken.code) },
    }
  } else {
    ctx.type = 'image/gif'
    ctx.body = PIXEL
  }

  const code = isFailure(taken) ? taken.code : '000000'
  ctx.state.message = {
    call: 'getMobile',
    outerCode: isFailure(taken) ? OUTER_FAILURE : code,
    innerCode: code,
    appId: traceable(header.appId),
    msgId: traceable(header.msgId),
    takingMsgId: '',
    msisdnMasked: isFailure(taken) ? '' : maskMsisdn(taken.msisdn),
  }
}
