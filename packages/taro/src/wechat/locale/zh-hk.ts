/**
 * The texts of the WeChat way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createWechatWay } from '@local-number/taro/wechat'
 * import { wechatZhHK } from '@local-number/taro/wechat/locale/zh-hk'
 *
 * const wechat = createWechatWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [wechatZhHK] })
 * ```
 *
 * @module
 */
import type { WechatLocale } from '../texts'

export type { WechatLocale, WechatTexts } from '../texts'

export const wechatZhHK: WechatLocale = {
  tag: 'zh-HK',
  texts: {
    label: '微信手機號碼登入',
    consent: '我已閱讀並同意{terms}',
    problems: {
      countryUnsupported: '僅支持中國內地手機號碼，請使用其他方式登入',
      denied: '您未授權手機號碼，可再按一次，或使用其他方式登入',
      expiredCode: '授權已失效，請再按一次',
      noQuota: '暫時無法使用微信手機號碼，請使用其他方式登入',
    },
  },
}
