/**
 * The texts of the SMS way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createSmsWay } from '@local-number/taro/sms'
 * import { smsZhTW } from '@local-number/taro/sms/locale/zh-tw'
 *
 * const sms = createSmsWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [smsZhTW] })
 * ```
 *
 * @module
 */
import type { SmsLocale } from '../texts'

export type { SmsLocale, SmsTexts } from '../texts'

export const smsZhTW: SmsLocale = {
  tag: 'zh-TW',
  texts: {
    label: '簡訊驗證碼登入',
    consent: '我已閱讀並同意{terms}',
    phone: '手機號碼',
    placeholder: '請輸入手機號碼',
    send: '取得驗證碼',
    agree: '同意並取得驗證碼',
    captcha: '請先完成驗證',
    sent: '驗證碼已傳送至 {phone}',
    resend: '重新取得',
    resendAfter: '{n} 秒後重新取得',
    problems: {
      invalidCode: '請輸入 6 位數字',
      wrongCode: '驗證碼不正確（剩餘 {n} 次）',
      expiredCode: '驗證碼已失效，請重新取得',
      captchaRefused: '驗證未通過，請重試',
      messageUnavailable: '簡訊暫時無法傳送',
    },
  },
}
