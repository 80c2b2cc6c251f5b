// verifyVmMobileApi.htm over HTTP. The answer echoes the ids of the question, in the app's own dialect (protocol.md §5).
import type { VerifyMobileResponse } from '@local-number/protocol'
import { messageIds } from '../messages'
import { inDialect, resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { verifyNumber } from '../platform/verify-number'
import { jsonBody } from './json-body'
import type { LineContext } from './line'

export function answerVerify(ctx: LineContext, platform: Platform): void {
  const message = jsonBody(ctx)
  const text = (name: string) => textAt(message ?? {}, 'header', name)
  const sent = { msgId: text('msgId'), timestamp: text('timestamp'), appId: text('appId') }
  const { code, taking } = verifyNumber(platform, { message, clientIp: plainIp(ctx.ip) })
  const resultCode = inDialect(code, platform.apps.find(sent.appId)?.codes ?? 'document')

  const answer: VerifyMobileResponse = {
    header: { ...sent, resultCode },
    body: { resultDesc: resultText(code), message: '', expandParams: '' },
  }
  ctx.set('cache-control', 'no-store')
  ctx.body = answer
  const ids = { ...messageIds(sent, taking?.msisdn), takingMsgId: taking?.msgId }
  ctx.state.message = { call: 'verify', outerCode: resultCode, innerCode: code, ...ids }
}

/** A dual-stack socket writes 127.0.0.1 as ::ffff:127.0.0.1; the white list holds the address itself. */
function plainIp(address: string): string {
  return address.replace(/^::ffff:/, '')
}
