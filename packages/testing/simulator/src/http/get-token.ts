// getToken.htm over HTTP. An empty token is a failure whose code is in the header (protocol.md §4).
import type { GetTokenResponse } from '@local-number/protocol'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import { issueToken } from '../platform/issue-token'
import type { Platform } from '../platform/platform'
import { type Decision, decided, forced } from './decided'
import { jsonBody } from './json-body'
import type { CarrierContext } from './line'

export function answerGetToken(ctx: CarrierContext, platform: Platform): void {
  const { exchange } = ctx.state
  const result = forced(ctx) ?? issueToken(platform, jsonBody(ctx), (findings) => exchange.note(findings))
  if ('token' in result) tellToken(ctx, platform, { code: '000000', cause: null, token: result.token })
  else tellToken(ctx, platform, result)
}

export function tellToken(ctx: CarrierContext, platform: Platform, decision: Decision & { readonly token?: string }) {
  const message = jsonBody(ctx)
  const text = (name: string) => textAt(message ?? {}, 'header', name)
  const sent = { version: text('version'), msgId: text('msgId'), timestamp: text('timestamp'), appId: text('appId') }
  const code = decided(ctx, decision, { platform, appId: sent.appId })
  if (code === null) return

  const answer: GetTokenResponse = {
    header: { ...sent, resultCode: code },
    body: { token: decision.token ?? '', resultDesc: resultText(code) },
  }
  ctx.body = answer
}
