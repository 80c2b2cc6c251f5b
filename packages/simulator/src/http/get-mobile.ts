// getMobile.htm over HTTP: an image when the number was taken, a body that is no image when it was not.
import { ENRICHMENT_HEADER } from '../gateway'
import { messageIds } from '../messages'
import { isFailure } from '../platform/checks'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { takeNumber } from '../platform/take-number'
import type { LineContext } from './line'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** "取号环节失败统一封装的返回码": the page sees an image that fails, a packet capture the concrete code [S appendix 500]. */
const OUTER_FAILURE = '500'

/** No code is on the wire then, only the image. */
const TAKEN = '000000'

export function answerGetMobile(ctx: LineContext, platform: Platform): void {
  const sent = sentIds(ctx)
  const taken = takeNumber(platform, {
    query: ctx.query,
    referer: ctx.get('referer'),
    insertedNumber: ctx.get(ENRICHMENT_HEADER),
  })
  ctx.set('cache-control', 'no-store')
  if (isFailure(taken)) {
    const { code } = taken
    ctx.status = 500
    ctx.body = {
      header: { ...sent, resultCode: OUTER_FAILURE },
      body: { resultDesc: resultText(OUTER_FAILURE), innerCode: code, innerDesc: resultText(code) },
    }
    ctx.state.message = { call: 'getMobile', outerCode: OUTER_FAILURE, innerCode: code, ...messageIds(sent) }
  } else {
    ctx.type = 'image/gif'
    ctx.body = PIXEL
    const facts = messageIds(sent, taken.msisdn)
    ctx.state.message = { call: 'getMobile', outerCode: TAKEN, innerCode: TAKEN, ...facts }
  }
}

function sentIds({ query }: LineContext) {
  const text = (name: string) => textAt({ query }, 'query', name)
  return { appId: text('appId'), msgId: text('msgId'), timestamp: text('timestamp') }
}
