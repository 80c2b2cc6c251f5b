// getToken of the image edition: its request, and where its answer has the code (protocol.md §4).
import { formatExpandParams, type GetTokenRequest, SDK_VERSION } from '@local-number/protocol'
import type { AttemptIds } from './ids'
import type { AttemptParameters } from './parameters'
import { type CallFacts, checkSign } from './token-call'

/** `000000` in the document [S], `103000` in the same family's other documents (protocol.md §7). */
export const GET_TOKEN: CallFacts = { name: 'getToken', codeIn: 'header', successCodes: ['000000', '103000'] }

/** @throws SdkError `invalidParameters` without a sign */
export function buildTokenRequest(parameters: AttemptParameters, ids: AttemptIds, sign: string): GetTokenRequest {
  checkSign(sign)
  const { appId, wxappid, expandParams, callType } = parameters
  return {
    header: { version: SDK_VERSION, msgId: ids.msgId, timestamp: ids.timestamp, appId },
    body: {
      expandParams: formatExpandParams(callType ? { callType: callType.getToken, ...expandParams } : expandParams),
      sign,
      uuid: ids.uuid,
      ...(wxappid === undefined ? {} : { wxappid }),
    },
  }
}
