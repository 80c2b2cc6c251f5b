// verifyVmMobileApi.htm over HTTP. The answer echoes the ids of the request, in the app's dialect (protocol.md §5).
import type { VerifyMobileResponse } from '@local-number/protocol'
import { getReturnCodeText } from '../platform/codes'
import { verifyNumber } from '../platform/verify-number'
import type { CarrierCall } from './answer-call'

export const verify: CarrierCall = {
  method: 'post',
  decide(ctx, platform) {
    const { message, recordFindings } = ctx.state.exchange
    return verifyNumber(platform, { message, clientIp: ctx.ip }, recordFindings)
  },
  toOuterCode: (code) => code,
  write(ctx, resultCode) {
    const { exchange } = ctx.state
    const answer: VerifyMobileResponse = {
      header: {
        msgId: exchange.readId('msgId'),
        timestamp: exchange.readId('timestamp'),
        appId: exchange.readId('appId'),
        resultCode,
      },
      body: { resultDesc: getReturnCodeText('verify', resultCode), message: '', expandParams: '' },
    }
    ctx.body = answer
  },
}
