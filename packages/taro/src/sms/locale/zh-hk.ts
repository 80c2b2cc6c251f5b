/**
 * The texts of the SMS way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createSmsWay } from '@local-number/taro/sms'
 * import { smsZhHK } from '@local-number/taro/sms/locale/zh-hk'
 *
 * const sms = createSmsWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [smsZhHK] })
 * ```
 *
 * @module
 */
import type { SmsLocale } from '../texts'

export type { SmsLocale, SmsTexts } from '../texts'

export const smsZhHK: SmsLocale = {
  tag: 'zh-HK',
  texts: {
    label: '短訊驗證碼登入',
    consent: '我已閱讀並同意{terms}',
    phone: '手機號碼',
    placeholder: '請輸入手機號碼',
    send: '獲取驗證碼',
    agree: '同意並獲取驗證碼',
    captcha: '請先完成驗證',
    sent: '驗證碼已發送至 {phone}',
    resend: '重新獲取',
    resendAfter: '{n} 秒後重新獲取',
    problems: {
      invalidCode: '請輸入 6 位數字',
      wrongCode: '驗證碼不正確（剩餘 {n} 次）',
      expiredCode: '驗證碼已失效，請重新獲取',
      captchaRefused: '驗證未通過，請重試',
      messageUnavailable: '短訊暫時無法發送',
    },
  },
}
