// getToken.htm over HTTP. An empty token is a failure whose code is in the header (protocol.md §4).
import { type GetTokenResponse, maskMsisdn } from '@local-number/protocol'
import { traceable } from '../messages'
import { isFailure } from '../platform/checks'
import { resultText } from '../platform/codes'
import { textAt } from '../platform/fields'
import { issueToken } from '../platform/issue-token'
import type { Platform } from '../platform/platform'
import { jsonBody } from './json-body'
import type { LineContext } from './line'

export function answerGetToken(ctx: LineContext, platform: Platform): void {
  const message = jsonBody(ctx)
  const sent = (name: string) => textAt(message ?? {}, 'header', name)
  const granted = issueToken(platform, message)
  const code = isFailure(granted) ? granted.code : '000000'

  const answer: GetTokenResponse = {
    header: {
      version: sent('version'),
      msgId: sent('msgId'),
      timestamp: sent('timestamp'),
      appId: sent('appId'),
      resultCode: code,
    },
    body: { token: isFailure(granted) ? '' : granted.token, resultDesc: resultText(code) },
  }
  ctx.set('cache-control', 'no-store')
  ctx.body = answer
  ctx.state.message = {
    call: 'getToken',
    outerCode: code,
    innerCode: code,
    appId: traceable(sent('appId')),
    msgId: traceable(sent('msgId')),
    takingMsgId: '',
    msisdnMasked: isFailure(granted) ? '' : maskMsisdn(granted.taking.msisdn),
  }
}
