// getToken.htm over HTTP: a token, or a code in the header (protocol.md §4).
import type { GetTokenResponse } from '@local-number/protocol'
import { type Decision, getReturnCodeText } from '../platform/codes'
import { issueToken } from '../platform/issue-token'
import type { CarrierCall } from './answer-call'

interface GetTokenDecision extends Decision {
  readonly token?: string
}

export const getToken: CarrierCall<GetTokenDecision> = {
  method: 'post',
  decide({ state: { exchange } }, platform) {
    const result = issueToken(platform, exchange.message, exchange.recordFindings)
    return 'token' in result ? { code: '000000', cause: null, token: result.token } : result
  },
  toOuterCode: (code) => code,
  write(ctx, resultCode, { token = '' }) {
    const { exchange } = ctx.state
    const answer: GetTokenResponse = {
      header: {
        version: exchange.readId('version'),
        msgId: exchange.readId('msgId'),
        timestamp: exchange.readId('timestamp'),
        appId: exchange.readId('appId'),
        resultCode,
      },
      body: { token, resultDesc: getReturnCodeText('getToken', resultCode) },
    }
    ctx.body = answer
  },
}
