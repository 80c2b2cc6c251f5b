// verifyVmMobileApi.htm over HTTP. The answer echoes the ids of the question, in the app's own dialect (protocol.md §5).
import type { VerifyMobileResponse } from '@local-number/protocol'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import type { Platform } from '../platform/platform'
import { verifyNumber } from '../platform/verify-number'
import { type Decision, decided, forced } from './decided'
import { jsonBody } from './json-body'
import type { CarrierContext } from './line'

export function answerVerify(ctx: CarrierContext, platform: Platform): void {
  const { exchange } = ctx.state
  const request = { message: jsonBody(ctx), clientIp: ctx.ip }
  tellVerdict(ctx, platform, forced(ctx) ?? verifyNumber(platform, request, (findings) => exchange.note(findings)))
}

export function tellVerdict(ctx: CarrierContext, platform: Platform, decision: Decision): void {
  const message = jsonBody(ctx)
  const text = (name: string) => textAt(message ?? {}, 'header', name)
  const sent = { msgId: text('msgId'), timestamp: text('timestamp'), appId: text('appId') }
  const resultCode = decided(ctx, decision, { platform, appId: sent.appId })
  if (resultCode === null) return

  const answer: VerifyMobileResponse = {
    header: { ...sent, resultCode },
    body: { resultDesc: resultText(resultCode), message: '', expandParams: '' },
  }
  ctx.body = answer
}
