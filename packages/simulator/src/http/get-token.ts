// getToken.htm over HTTP. An empty token is a failure whose code is in the header (protocol.md §4).
import type { GetTokenResponse } from '@local-number/protocol'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import { issueToken } from '../platform/issue-token'
import type { Platform } from '../platform/platform'
import { decided, forced } from './decided'
import { jsonBody } from './json-body'
import type { CarrierContext } from './line'

export function answerGetToken(ctx: CarrierContext, platform: Platform): void {
  const { exchange } = ctx.state
  const message = jsonBody(ctx)
  const text = (name: string) => textAt(message ?? {}, 'header', name)
  const sent = { version: text('version'), msgId: text('msgId'), timestamp: text('timestamp'), appId: text('appId') }
  const result = forced(ctx) ?? issueToken(platform, message, (findings) => exchange.note(findings))
  const decision = 'token' in result ? { code: '000000', cause: null } : result
  const code = decided(ctx, decision, { platform, appId: sent.appId })
  if (code === null) return

  const answer: GetTokenResponse = {
    header: { ...sent, resultCode: code },
    body: { token: 'token' in result ? result.token : '', resultDesc: resultText(code) },
  }
  ctx.body = answer
}
