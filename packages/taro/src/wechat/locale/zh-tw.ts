/**
 * The texts of the WeChat way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createWechatWay } from '@local-number/taro/wechat'
 * import { wechatZhTW } from '@local-number/taro/wechat/locale/zh-tw'
 *
 * const wechat = createWechatWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [wechatZhTW] })
 * ```
 *
 * @module
 */
import type { WechatLocale } from '../texts'

export type { WechatLocale, WechatTexts } from '../texts'

export const wechatZhTW: WechatLocale = {
  tag: 'zh-TW',
  texts: {
    label: '微信手機號碼登入',
    consent: '我已閱讀並同意{terms}',
    problems: {
      countryUnsupported: '僅支援中國大陸手機號碼，請使用其他方式登入',
      denied: '您未授權手機號碼，可再按一次，或使用其他方式登入',
      expiredCode: '授權已失效，請再按一次',
      noQuota: '暫時無法使用微信手機號碼，請使用其他方式登入',
    },
  },
}
