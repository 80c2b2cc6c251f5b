/**
 * The texts of the WeChat way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createWechatWay } from '@local-number/taro/wechat'
 * import { wechatEn } from '@local-number/taro/wechat/locale/en'
 *
 * const wechat = createWechatWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [wechatEn] })
 * ```
 *
 * @module
 */
import type { WechatLocale } from '../texts'

export type { WechatLocale, WechatTexts } from '../texts'

export const wechatEn: WechatLocale = {
  tag: 'en',
  texts: {
    label: 'Sign in with your WeChat number',
    consent: 'I have read and agree to {terms}',
    problems: {
      countryUnsupported: 'Only phone numbers of mainland China are supported. Please sign in another way.',
      denied: "You didn't share your number. Tap again, or sign in another way.",
      expiredCode: 'That took too long. Please tap again.',
      noQuota: "WeChat can't share your number right now. Please sign in another way.",
    },
  },
}
