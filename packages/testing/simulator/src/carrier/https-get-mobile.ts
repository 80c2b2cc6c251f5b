// The HTTPS edition's only call over HTTP: it retrieves the number and answers the token (protocol.md §9).
import type { HttpsGetMobileResponse, MsisdnOwner } from '@local-number/protocol'
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Enrichment } from '@local-number/simulator-contract'
import type { CarrierContext } from '../http/context'
import { type Decision, getReturnCodeText } from '../platform/codes'
import { issueHttpsToken } from '../platform/issue-https-token'
import type { CarrierCall } from './answer-call'
import { ENRICHMENT_HEADER } from './gateway'

interface HttpsDecision extends Decision {
  readonly token?: string
  readonly msisdnOwner?: MsisdnOwner
}

export const httpsGetMobile: CarrierCall<HttpsDecision> = {
  method: 'post',
  decide(ctx, platform) {
    const { handset, traceId, message, recordFindings } = ctx.state.exchange
    const result = issueHttpsToken(
      platform,
      {
        message,
        origin: ctx.get('origin'),
        referer: ctx.get('referer'),
        insertedNumber: ctx.get(ENRICHMENT_HEADER),
        insertionCause: getInsertionCause(ctx),
        handset: handset?.id ?? null,
        traceId,
      },
      recordFindings,
    )
    if ('token' in result) return { code: '103000', cause: null, token: result.token }
    // Seen in a live answer: the gateway knows whose subscriber it is (protocol.md §9).
    const owner = result.cause === 'otherCarrier' ? ctx.state.exchange.enrichment?.owner : undefined
    return owner ? { ...result, msisdnOwner: owner } : result
  },
  toOuterCode: (code) => code,
  write(ctx, resultCode, { token = '', msisdnOwner }) {
    const { exchange } = ctx.state
    const answer: HttpsGetMobileResponse = {
      header: {
        appId: exchange.readId('appId'),
        msgId: exchange.readId('msgId'),
        timestamp: exchange.readId('timestamp'),
      },
      body: {
        resultCode,
        resultDesc: getReturnCodeText('httpsGetMobile', resultCode),
        token,
        expandParams: '',
        ...(msisdnOwner && { msisdnOwner }),
      },
    }
    ctx.body = answer
  },
}

const CAUSES: Partial<Record<NonNullable<Enrichment['cause']>, CauseId>> = {
  wifi: 'wifi',
  dataOnlySim: 'dataOnlySim',
  iotSim: 'iotSim',
}

/** The gateway answers a handset without a connection itself. */
function getInsertionCause({ state }: CarrierContext): CauseId {
  return CAUSES[state.exchange.enrichment?.cause ?? 'otherCarrier'] ?? 'otherCarrier'
}
