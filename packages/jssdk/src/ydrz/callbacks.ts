// What the `YDRZ` objects of both editions share: the parameters they read, and what their callbacks receive.
import type { OpenType } from '@local-number/protocol'
import { runWithLimits } from '../cancellation'
import { INVALID_PARAMETERS, REQUEST_FAILED, SdkError, TokenRefused } from '../errors'
import { DEFAULT_NETWORK_TIMEOUT_MS } from '../network-type'
import type { AttemptOptions } from '../parameters'
import type { NetworkType } from '../platform'

/** Parameters of `getImgSrc` [S 2.4] and, with `sign`, of `getTokenInfo` [S 2.5.1]. */
export interface YdrzData {
  readonly appId: string
  readonly openType?: OpenType
  /** `k=v` pairs joined by `|`. The test line requires `phoneNum=…`. */
  readonly expandParams?: string
  /** The text `'0'` selects the test line; anything else, including the number 0, is production [H]. */
  readonly isTest?: string
}

/** What both callbacks of `getTokenInfo` receive. */
export interface YdrzTokenResult {
  /** `000000` with a token; else the platform's code, `0` for a failed request, `500` for an interface failure. */
  readonly code: string
  readonly message: string
  readonly token: string
  readonly userInformation: string
}

export interface YdrzConnectionOptions {
  readonly appId: string
  readonly success?: (result: { readonly netType: NetworkType }) => void
  readonly error?: (result: { readonly netType: NetworkType }) => void
}

/** getConnection [S 2.2]. */
export function reportConnection(
  platform: { networkType(): Promise<NetworkType> },
  { success, error }: YdrzConnectionOptions,
): void {
  runWithLimits(() => platform.networkType(), { timeoutMs: DEFAULT_NETWORK_TIMEOUT_MS }).then(
    (netType) => success?.({ netType }),
    () => error?.({ netType: 'unknown' }),
  )
}

/** Code written for `YDRZ` is JavaScript: numbers are read as text, and `null` as missing. */
export function toOptions({ appId, openType, expandParams, isTest }: YdrzData): AttemptOptions {
  return {
    appId: String(appId),
    openType: openType == null ? undefined : (String(openType) as OpenType),
    expandParams: expandParams ?? undefined,
    line: isTest === '0' ? 'test' : 'production',
  }
}

/** The document's messages for the callback's codes [S 2.5.1]; other codes carry the platform's text, or the SDK's. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['110028', 'appId 不存在'],
  [INVALID_PARAMETERS, '参数无效'],
  ['130018', '验证签名失败'],
  ['130032', '解析参数错误'],
  ['999999', '系统错误'],
  [REQUEST_FAILED, '请求异常'],
])

export function toFailedResult(reason: unknown): YdrzTokenResult {
  const code = reason instanceof SdkError ? reason.returnCode : INVALID_PARAMETERS
  return { code, message: MESSAGES.get(code) ?? describeReason(reason), token: '', userInformation: '' }
}

function describeReason(reason: unknown): string {
  if (reason instanceof TokenRefused && reason.resultDesc !== '') return reason.resultDesc
  return reason instanceof Error ? reason.message : ''
}
