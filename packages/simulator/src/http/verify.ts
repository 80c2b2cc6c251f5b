// verifyVmMobileApi.htm over HTTP. The answer echoes the ids of the question, in the app's own dialect (protocol.md §5).
import { maskMsisdn, type VerifyMobileResponse } from '@local-number/protocol'
import { traceable } from '../messages'
import { isFailure } from '../platform/checks'
import { inDialect, resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { verifyNumber } from '../platform/verify-number'
import { jsonBody } from './json-body'
import type { LineContext } from './line'

export function answerVerify(ctx: LineContext, platform: Platform): void {
  const message = jsonBody(ctx)
  const sent = (name: string) => textAt(message ?? {}, 'header', name)
  const verdict = verifyNumber(platform, { message, clientIp: plainIp(ctx.ip) })
  const code = isFailure(verdict) ? verdict.code : verdict.result
  const resultCode = inDialect(code, platform.apps.find(sent('appId'))?.codes ?? 'document')

  const answer: VerifyMobileResponse = {
    header: { msgId: sent('msgId'), timestamp: sent('timestamp'), appId: sent('appId'), resultCode },
    body: { resultDesc: resultText(code), message: '', expandParams: '' },
  }
  ctx.set('cache-control', 'no-store')
  ctx.body = answer
  ctx.state.message = {
    call: 'verify',
    outerCode: resultCode,
    innerCode: code,
    appId: traceable(sent('appId')),
    msgId: traceable(sent('msgId')),
    takingMsgId: isFailure(verdict) ? '' : verdict.taking.msgId,
    msisdnMasked: isFailure(verdict) ? '' : maskMsisdn(verdict.taking.msisdn),
  }
}

/** A dual-stack socket writes 127.0.0.1 as ::ffff:127.0.0.1; the white list holds the address itself. */
function plainIp(address: string): string {
  return address.replace(/^::ffff:/, '')
}
