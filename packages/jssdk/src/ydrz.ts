// The document's own four methods (sections 2 and 3), for code written against the carrier's `YDRZ` object.
import { CARRIER_ORIGINS, composePreSign, type OpenType, SDK_VERSION } from '@local-number/protocol'
import { buildAttempt } from './attempt'
import { runWithLimits } from './cancellation'
import { INVALID_PARAMETERS, REQUEST_FAILED, SdkError, TokenRefused } from './errors'
import { type AttemptIds, createIds } from './ids'
import { DEFAULT_NETWORK_TIMEOUT_MS } from './network-type'
import { type AttemptOptions, type AttemptParameters, parseParameters } from './parameters'
import type { NetworkType, SdkPlatform } from './platform'
import type { SdkOptions } from './sdk'

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

export interface Ydrz {
  /** Asynchronous and optional: both callbacks name the network; `error` with `unknown`. */
  getConnection(options: {
    readonly appId: string
    readonly success?: (result: { readonly netType: NetworkType }) => void
    readonly error?: (result: { readonly netType: NetworkType }) => void
  }): void
  /**
   * The image's URL.
   *
   * @throws SdkError `invalidParameters`, ProtocolError when `expandParams` does not fit the wire
   */
  getImgSrc(data: YdrzData): string
  /**
   * The pre-sign, for the business server to sign.
   *
   * @throws ProtocolError `preSignFieldMalformed` for a malformed appId
   */
  getSign(appId: string): string
  /** Requests the token, within 3 s. Never throws: every failure reaches the error callback. */
  getTokenInfo(options: {
    readonly data: YdrzData & { readonly sign: string }
    readonly success?: (result: YdrzTokenResult) => void
    readonly error?: (result: YdrzTokenResult) => void
  }): void
}

/**
 * `getImgSrc` and `getSign` may be called in either order. The first call creates the attempt's ids, which are kept
 * until `getTokenInfo` settles. Calling the method that came first once more starts over, which is how a page retries
 * after an image that failed. One attempt at a time, as with the carrier's object; for more use {@link createSdk}.
 */
export function createYdrz(platform: SdkPlatform, options: SdkOptions = {}): Ydrz {
  const origins = { ...CARRIER_ORIGINS, ...options.origins }
  let current: { readonly ids: AttemptIds; readonly madeBy: 'getImgSrc' | 'getSign' } | null = null

  const getIds = (caller: 'getImgSrc' | 'getSign'): AttemptIds => {
    if (current === null || current.madeBy === caller) current = { ids: createIds(platform), madeBy: caller }
    return current.ids
  }
  const parseData = (data: YdrzData): AttemptParameters => parseParameters(toOptions(data), platform, origins)

  return {
    getConnection: ({ success, error }) => {
      runWithLimits(() => platform.networkType(), { timeoutMs: DEFAULT_NETWORK_TIMEOUT_MS }).then(
        (netType) => success?.({ netType }),
        () => error?.({ netType: 'unknown' }),
      )
    },
    getImgSrc: (data) => buildAttempt(platform, parseData(data), getIds('getImgSrc')).image.src,
    getSign: (appId) =>
      composePreSign({ appId: String(appId), ...getIds('getSign'), version: SDK_VERSION }, platform.edition),
    getTokenInfo: ({ data, success, error }) => {
      const ids = current?.ids ?? createIds(platform)
      const settle = (report: () => void) => {
        if (current?.ids === ids) current = null
        report()
      }
      requestToken(data, ids).then(
        (result) => settle(() => success?.(result)),
        (reason: unknown) => settle(() => error?.(toFailedResult(reason))),
      )
    },
  }

  async function requestToken(data: YdrzData & { readonly sign: string }, ids: AttemptIds): Promise<YdrzTokenResult> {
    const grant = await buildAttempt(platform, parseData(data), ids).requestToken(data.sign)
    return { code: '000000', message: 'token 获取成功', ...grant }
  }
}

/** Code written for `YDRZ` is JavaScript: numbers are read as text, and `null` as missing. */
function toOptions({ appId, openType, expandParams, isTest }: YdrzData): AttemptOptions {
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

function toFailedResult(reason: unknown): YdrzTokenResult {
  const code = reason instanceof SdkError ? reason.returnCode : INVALID_PARAMETERS
  return { code, message: MESSAGES.get(code) ?? describeReason(reason), token: '', userInformation: '' }
}

function describeReason(reason: unknown): string {
  if (reason instanceof TokenRefused && reason.resultDesc !== '') return reason.resultDesc
  return reason instanceof Error ? reason.message : ''
}
