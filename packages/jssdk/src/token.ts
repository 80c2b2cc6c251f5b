// getToken: builds the request and judges the answer; sending is elsewhere (protocol.md §4).
import { formatExpandParams, type GetTokenRequest, SDK_VERSION } from '@local-number/protocol'
import { INTERFACE_FAILED, INVALID_PARAMETERS, SdkError, TokenRefused } from './errors'
import type { AttemptIds } from './ids'
import type { AttemptParameters } from './parameters'
import type { PostAnswer } from './transport'

/** @throws SdkError `invalidParameters` without a sign, which is required [S 2.5.1] */
export function buildTokenRequest(parameters: AttemptParameters, ids: AttemptIds, sign: string): GetTokenRequest {
  if (typeof sign !== 'string' || sign === '') {
    throw new SdkError(
      'invalidParameters',
      'sign must be the text that the business server answered for the pre-sign',
      INVALID_PARAMETERS,
    )
  }
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

/** `000000` in the document [S], `103000` in the same family's other documents (protocol.md §7). */
const SUCCESS_CODES: readonly unknown[] = ['000000', '103000']

/**
 * @returns the token
 * @throws SdkError `tokenRefused` with the platform's code, `requestFailed` for an answer that is not the platform's.
 *   A success without a token is a failure [S FAQ 1].
 */
export function judgeTokenAnswer({ status, body }: PostAnswer): string {
  if (status !== 200) throw new SdkError('requestFailed', `getToken answered HTTP ${status}`, INTERFACE_FAILED)
  const code = readField(body, 'header', 'resultCode')
  const resultCode = readCode(code)
  if (resultCode === null) {
    throw new SdkError('requestFailed', 'getToken answered without a resultCode', INTERFACE_FAILED)
  }
  const token = readField(body, 'body', 'token')
  // Only a text counts as a yes: a number is not the document's form.
  if (!SUCCESS_CODES.includes(code) || typeof token !== 'string' || token === '') {
    const resultDesc = readField(body, 'body', 'resultDesc')
    throw new TokenRefused(resultCode, typeof resultDesc === 'string' ? resultDesc : '')
  }
  return token
}

/** A text, or a number of six digits, which has lost no leading zero. */
function readCode(code: unknown): string | null {
  if (typeof code === 'number') return /^\d{6}$/.test(String(code)) ? String(code) : null
  return typeof code === 'string' ? code : null
}

function readField(value: unknown, section: string, field: string): unknown {
  const inner = isRecord(value) ? value[section] : null
  return isRecord(inner) ? inner[field] : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
