/**
 * The mini-program edition: `wx`, or Taro, which speaks alike, as the platform.
 *
 * @module
 */
import { commonPlatform, type SdkPlatform, toNetworkType } from './platform'
import { createSdk, type OwnSdk, type SdkOptions } from './sdk'
import type { Transport } from './transport'
import { miniProgramFingerprint, type SystemInfo } from './user-information'
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
  return createSdk(miniProgramPlatform(wx), options)
}

/**
 * The document's `YDRZ` object inside a mini-program.
 *
 * @supported weapp
 */
export function createMiniProgramYdrz(wx: WxLike, options?: SdkOptions): Ydrz {
  return createYdrz(miniProgramPlatform(wx), options)
}

export function miniProgramPlatform(wx: WxLike): SdkPlatform {
  return {
    ...commonPlatform,
    edition: 'miniProgram',
    post: wxTransport(wx),
    networkType: () =>
      new Promise((resolve, reject) => {
        const pending = wx.getNetworkType({
          success: ({ networkType }) => resolve(toNetworkType(networkType)),
          fail: reject,
        })
        forgetPromise(pending)
      }),
    fingerprint: (timezoneOffset) => miniProgramFingerprint(wx.getSystemInfoSync(), timezoneOffset),
    wxappid: () => wx.getAccountInfoSync().miniProgram.appId,
  }
}

/** {@link Transport} over `wx.request`. */
export function wxTransport(wx: Pick<WxLike, 'request'>): Transport {
  return ({ url, body, headers, signal }) =>
    new Promise((resolve, reject) => {
      const task = wx.request({
        url,
        method: 'POST',
        data: JSON.stringify(body),
        header: { 'content-type': 'application/json', ...headers },
        success: ({ statusCode, data }) => resolve({ status: statusCode, body: data }),
        fail: reject,
      })
      forgetPromise(task)
      signal.addEventListener('abort', () => task?.abort?.())
    })
}

/** Taro answers with a promise beside the callbacks, which would otherwise go unhandled when it fails. */
function forgetPromise(pending: unknown): void {
  if (pending instanceof Promise) pending.catch(() => undefined)
}
