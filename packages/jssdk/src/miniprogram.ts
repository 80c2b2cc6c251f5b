/**
 * The mini-program edition: `wx`, or Taro with the same interface, as the platform.
 *
 * @example
 * ```ts
 * import { createMiniProgramSdk } from '@local-number/jssdk/miniprogram'
 *
 * const attempt = createMiniProgramSdk(wx).createAttempt({ appId: '300011877495' })
 * ```
 *
 * @module
 */
import { commonPlatform, type SdkPlatform, toNetworkType } from './platform'
import { createSdk, type OwnSdk, type SdkOptions } from './sdk'
import { type PostAnswer, readBody, type Transport } from './transport'
import { composeMiniProgramFingerprint, type SystemInfo } from './user-information'
import { createYdrz, type Ydrz } from './ydrz'

/** The members of `wx` that the edition uses. */
export interface WxLike {
  getSystemInfoSync(): SystemInfo
  getAccountInfoSync(): { readonly miniProgram: { readonly appId: string } }
  getNetworkType(options: {
    success: (result: { readonly networkType: string }) => void
    fail: (error: unknown) => void
  }): unknown
  request(options: {
    url: string
    method: 'POST'
    data: string
    header: Record<string, string>
    /** From base library 2.21.0. */
    forceCellularNetwork?: boolean
    success: (result: { readonly statusCode: number; readonly data: unknown }) => void
    fail: (error: unknown) => void
  }): { abort?: () => void } | undefined
}

/**
 * The SDK inside a mini-program.
 *
 * @supported weapp
 */
export function createMiniProgramSdk(wx: WxLike, options?: SdkOptions): OwnSdk {
  return createSdk(createMiniProgramPlatform(wx), options)
}

/**
 * The document's `YDRZ` object inside a mini-program.
 *
 * @supported weapp
 */
export function createMiniProgramYdrz(wx: WxLike, options?: SdkOptions): Ydrz {
  return createYdrz(createMiniProgramPlatform(wx), options)
}

export function createMiniProgramPlatform(wx: WxLike): SdkPlatform {
  return {
    ...commonPlatform,
    edition: 'miniProgram',
    post: createWxTransport(wx),
    networkType: () =>
      new Promise((resolve, reject) => {
        const pending = wx.getNetworkType({
          success: ({ networkType }) => resolve(toNetworkType(networkType)),
          fail: reject,
        })
        ignoreRejection(pending)
      }),
    fingerprint: (timezoneOffset) => composeMiniProgramFingerprint(wx.getSystemInfoSync(), timezoneOffset),
    wxappid: () => wx.getAccountInfoSync().miniProgram.appId,
  }
}

/** Creates a {@link Transport} over `wx.request`. */
export function createWxTransport(wx: Pick<WxLike, 'request'>): Transport {
  return ({ url, body, headers, forceCellular, signal }) =>
    new Promise((resolve, reject) => {
      const task = wx.request({
        url,
        method: 'POST',
        data: JSON.stringify(body),
        header: { ...headers },
        ...(forceCellular ? { forceCellularNetwork: true } : {}),
        success: (result) => resolve(readAnswer(result)),
        fail: reject,
      })
      ignoreRejection(task)
      signal.addEventListener('abort', () => abort(task))
    })
}

/** Platforms with the interface of `wx` may call back with less than WeChat does, or with the status as a text. */
function readAnswer(result: unknown): PostAnswer {
  const { statusCode, data }: { readonly statusCode?: unknown; readonly data?: unknown } = Object(result)
  return { status: Number(statusCode ?? 0), body: readBody(data) }
}

/** The answer is no longer awaited: a platform that cannot abort, or fails at it, changes nothing. */
function abort(task: { abort?: () => void } | undefined): void {
  try {
    task?.abort?.()
  } catch {
    // Nothing to do.
  }
}

/** Taro returns a promise beside the callbacks, whose rejection would be unhandled. */
function ignoreRejection(pending: unknown): void {
  if (pending instanceof Promise) pending.catch(() => undefined)
}
