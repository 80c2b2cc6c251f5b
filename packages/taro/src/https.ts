/**
 * The HTTPS edition for the login: it works on https pages, on current iPhones, and in WeChat on Android beside Wi-Fi.
 *
 * @example
 * ```tsx
 * import { imageEdition, LocalNumberLogin } from '@local-number/taro'
 * import { httpsEdition } from '@local-number/taro/https'
 *
 * <LocalNumberLogin
 *   appId="300011877495"
 *   appName="Shop"
 *   consentVersion="1"
 *   api={{ baseUrl }}
 *   editions={[imageEdition, httpsEdition]}
 * />
 * ```
 *
 * @module
 */
import { createHttpsH5Sdk, createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
import { createPrefetch, readHttpsFailure } from '@local-number/login'
import { getPrivacySetting } from '@tarojs/taro'
import type { CarrierEdition } from './editions'
import { createWx } from './wx'

/**
 * One https request retrieves the number. The app needs a contract for this edition, and a business server that signs
 * for it.
 *
 * @supported weapp, h5
 */
export const httpsEdition: CarrierEdition = {
  name: 'https',
  createSdk: (options) =>
    process.env.TARO_ENV === 'h5' ? createHttpsH5Sdk(window, options) : createHttpsMiniProgramSdk(createWx(), options),
  createPrefetch: (options) => createPrefetch(options, hasNothingToAsk),
  readFailure: readHttpsFailure,
}

/** Whether the user has accepted the app's privacy guide already: an older WeChat does not say. Asks the user nothing. */
async function hasNothingToAsk(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') return process.env.TARO_ENV === 'h5'
  return new Promise((resolve) => {
    if (typeof getPrivacySetting !== 'function') return resolve(false)
    getPrivacySetting({ success: ({ needAuthorization }) => resolve(!needAuthorization), fail: () => resolve(false) })
  })
}
