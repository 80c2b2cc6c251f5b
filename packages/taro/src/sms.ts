/**
 * Login by a code in a text message, for `otherWays`: with our business server, or with functions of your own. Apps
 * without it do not ship it.
 *
 * @example
 * ```tsx
 * import { LocalNumberLogin } from '@local-number/taro'
 * import { createSmsWay } from '@local-number/taro/sms'
 *
 * const terms = [{ title: '用户协议', url: 'https://shop.example.com/terms' }] as const
 * const sms = createSmsWay({ api: { baseUrl }, consent: { version: '1', terms } })
 *
 * <LocalNumberLogin
 *   appId="300011877495"
 *   appName="Shop"
 *   consentVersion="1"
 *   api={{ baseUrl }}
 *   otherWays={[sms]}
 * />
 * ```
 *
 * @module
 */
export type { SmsCheckAnswer, SmsCheckRequest, SmsOutcome, SmsSendAnswer, SmsSendRequest } from '@local-number/protocol'
export type { ServerOption } from './options'
export { createSmsWay, type SmsWayOptions } from './sms/sms-way'
export type { SmsLocale, SmsTexts } from './sms/texts'
export type { SmsApi, SmsProblem } from './sms/types'
export type { CaptchaView } from './sms/view'
export type { WayConsent } from './way/own-terms'
export type { WayLocale, WayTexts, WayWords } from './way/texts'
