/**
 * The SMS way: senders of messages, and the captcha that another message may need. Put them into the option `sms` of
 * the server; its routes are then mounted with the others.
 *
 * @example
 * ```ts
 * import { createLocalNumberServer } from '@local-number/server'
 * import { createWebhookSender } from '@local-number/server/sms'
 *
 * const senders = [createWebhookSender({ url: 'https://messages.example.com/codes', secret })]
 * const server = createLocalNumberServer({ ...options, sms: { senders, consentVersions: ['1'] } })
 * ```
 *
 * @module
 */
export type { CaptchaFacts, VerifyCaptcha } from './sms/captcha'
export { createTencentCaptcha, type TencentCaptchaOptions } from './sms/captchas/tencent'
export type { PumpingFacts, SmsLimitValues, SmsOptions, SmsSettings, SmsTimes } from './sms/options'
export { prepareSms } from './sms/prepare'
export { type Message, MessageRefusedError, type MessageSender } from './sms/sender'
export { type AliyunSenderOptions, createAliyunSender } from './sms/senders/aliyun'
export { type ConsoleSenderOptions, createConsoleSender } from './sms/senders/console'
export { createTencentSender, type TencentSenderOptions } from './sms/senders/tencent'
export {
  createWebhookSender,
  isWebhookCall,
  type WebhookCall,
  type WebhookSenderOptions,
} from './sms/senders/webhook'
export type { Sms } from './sms/sms'
export type { TencentCredentials } from './sms/tencent-client'
