// The document's own four methods (sections 2 and 3), for code written against the carrier's `YDRZ` object.
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { buildAttempt } from './attempt'
import { type AttemptIds, createIds, joinPreSign } from './ids'
import { type AttemptParameters, parseParameters } from './parameters'
import type { SdkPlatform } from './platform'
import type { SdkOptions } from './sdk'
import {
  reportConnection,
  toFailedResult,
  toOptions,
  type YdrzConnectionOptions,
  type YdrzData,
  type YdrzTokenResult,
} from './ydrz/callbacks'

export interface Ydrz {
  /** Asynchronous and optional: both callbacks name the network; `error` with `unknown`. */
  getConnection(options: YdrzConnectionOptions): void
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
    getConnection: (callbacks) => reportConnection(platform, callbacks),
    getImgSrc: (data) => buildAttempt(platform, parseData(data), getIds('getImgSrc')).image.src,
    getSign: (appId) => joinPreSign(String(appId), getIds('getSign')),
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
