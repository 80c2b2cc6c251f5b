/**
 * The texts of the SMS way, for its `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { createSmsWay } from '@local-number/taro/sms'
 * import { smsEn } from '@local-number/taro/sms/locale/en'
 *
 * const sms = createSmsWay({ api: { baseUrl }, consent: { version: '1', terms }, locales: [smsEn] })
 * ```
 *
 * @module
 */
import type { SmsLocale } from '../texts'

export type { SmsLocale, SmsTexts } from '../texts'

export const smsEn: SmsLocale = {
  tag: 'en',
  texts: {
    label: 'Sign in with an SMS code',
    consent: 'I have read and agree to {terms}',
    phone: 'Phone number',
    placeholder: '11 digits',
    send: 'Send code',
    agree: 'Agree and get code',
    captcha: 'Please complete the check first',
    sent: 'We sent a code to {phone}',
    resend: 'Send a new code',
    resendAfter: 'Send a new code in {n} s',
    problems: {
      invalidCode: 'Enter 6 digits',
      wrongCode: 'Wrong code. Tries left: {n}.',
      expiredCode: 'This code no longer works. Request a new one.',
      captchaRefused: 'Verification failed. Please try again.',
      messageUnavailable: "We can't send messages right now",
    },
  },
}
