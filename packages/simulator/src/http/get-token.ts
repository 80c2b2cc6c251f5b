// getToken.htm over HTTP. An empty token is a failure whose code is in the header (protocol.md §4).
import type { GetTokenResponse } from '@local-number/protocol'
import { messageIds } from '../messages'
import { isFailure } from '../platform/checks'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import { issueToken } from '../platform/issue-token'
import type { Platform } from '../platform/platform'
import { jsonBody } from './json-body'
import type { LineContext } from './line'

export function answerGetToken(ctx: LineContext, platform: Platform): void {
  const message = jsonBody(ctx)
  const text = (name: string) => textAt(message ?? {}, 'header', name)
  const sent = { version: text('version'), msgId: text('msgId'), timestamp: text('timestamp'), appId: text('appId') }
  const granted = issueToken(platform, message)
  const { code, token, number } = isFailure(granted)
    ? { code: granted.code, token: '', number: undefined }
    : { code: '000000' as const, token: granted.token, number: granted.taking.msisdn }

  const answer: GetTokenResponse = {
    header: { ...sent, resultCode: code },
    body: { token, resultDesc: resultText(code) },
  }
  ctx.set('cache-control', 'no-store')
  ctx.body = answer
  ctx.state.message = { call: 'getToken', outerCode: code, innerCode: code, ...messageIds(sent, number) }
}
