/**
 * The HTTPS edition: one POST retrieves the number and answers the token, for https pages, for current iPhones, and for
 * Android beside Wi-Fi (protocol.md §9). The business server creates the attempt's ids with the sign.
 *
 * @example
 * ```ts
 * import { createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
 *
 * const attempt = createHttpsMiniProgramSdk(wx).createAttempt({ appId: '300011877495' })
 * const { ids, sign } = await askServer({ edition: attempt.edition }) // your own code
 * const { token, userInformation } = await attempt.requestToken({ ids, sign }) // rejects with an SdkError
 * ```
 *
 * @module
 */
import { createHttpsH5Platform, type HttpsBrowserLike } from './https/h5'
import { createHttpsMiniProgramPlatform } from './https/miniprogram'
import { createHttpsSdk, type HttpsSdk } from './https/sdk'
import { createHttpsYdrz, type HttpsYdrz } from './https/ydrz'
import type { WxLike } from './miniprogram'
import type { SdkOptions } from './sdk'

export type { HttpsBrowserLike } from './https/h5'
export type { HttpsSdk } from './https/sdk'
export type { HttpsYdrz, HttpsYdrzTokenResult } from './https/ydrz'

/**
 * The SDK inside a mini-program. On Android with base library 2.21.0 or later its request asks for cellular while
 * Wi-Fi is on.
 *
 * @supported weapp
 */
export function createHttpsMiniProgramSdk(wx: WxLike, options?: SdkOptions): HttpsSdk {
  return createHttpsSdk(createHttpsMiniProgramPlatform(wx), options)
}

/**
 * The SDK inside a browser, on http and https pages. The page's origin must be the one that is filed with the carrier.
 *
 * @supported h5
 */
export function createHttpsH5Sdk(browser: HttpsBrowserLike, options?: SdkOptions): HttpsSdk {
  return createHttpsSdk(createHttpsH5Platform(browser), options)
}

/**
 * The vendor script's `YDRZ` object inside a mini-program.
 *
 * @supported weapp
 */
export function createHttpsMiniProgramYdrz(wx: WxLike, options?: SdkOptions): HttpsYdrz {
  return createHttpsYdrz(createHttpsMiniProgramPlatform(wx), options)
}

/**
 * The vendor script's `YDRZ` object inside a browser.
 *
 * @supported h5
 */
export function createHttpsH5Ydrz(browser: HttpsBrowserLike, options?: SdkOptions): HttpsYdrz {
  return createHttpsYdrz(createHttpsH5Platform(browser), options)
}
