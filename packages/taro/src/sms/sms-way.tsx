// The way by text message, as an object for `otherWays`.
import type { RemoteCall } from '@local-number/login'
import { SMS_PATHS, type SmsCheckAnswer, type SmsSendAnswer } from '@local-number/protocol'
import type { ReactNode } from 'react'
import type { ServerOption } from '../options'
import type { WayConsent } from '../way/own-terms'
import { canAsk, connectServer } from '../way/server'
import { findWords, type WayWords } from '../way/texts'
import type { OtherWay } from '../ways'
import { createSmsMemory } from './memory'
import { type SmsTexts, smsZhCN } from './texts'
import type { SmsApi } from './types'
import { type CaptchaView, SmsView } from './view'

export interface SmsWayOptions extends WayWords<SmsTexts> {
  /**
   * The business server: the address of one that speaks the business API, the name of such a cloud function, or the
   * app's own functions. Without `wx.cloud`, a way with a cloud function is not offered.
   *
   * @supported weapp, h5; `cloudFunction`: weapp
   */
  readonly api: ServerOption<SmsApi>
  /** What the user agrees to before anything is sent, in each login anew. */
  readonly consent: WayConsent
  /**
   * On the way's button.
   *
   * @default the locale's
   */
  readonly label?: string
  /**
   * Reads random text that your app keeps on the device: 16–128 characters of `0-9A-Za-z_-`. The server leaves the last
   * messages of a day to devices that verified the number before. Called after consent, for each request. Name it in
   * your privacy guide.
   *
   * @default none: the server remembers no device
   */
  readonly readDevice?: () => string
  /**
   * Shows a captcha when the server asks for one (`captchaRequired`). Called while rendering: use hooks only inside
   * your own components.
   *
   * @default none: the user gets no more messages that day, and goes another way
   */
  readonly renderCaptcha?: (view: CaptchaView) => ReactNode
}

/** See `@local-number/taro/sms`. Create it once, outside of components: it remembers what was sent. */
export function createSmsWay({ api, label, ...options }: SmsWayOptions): OtherWay {
  const memory = createSmsMemory()
  return {
    id: 'sms',
    label: (tag) => label ?? findWords(tag, smsZhCN, options).texts.label,
    available: (facts) => canAsk(api, facts),
    render: (context) => (
      <SmsView {...options} context={context} memory={memory} connect={() => connectServer(api, createApi)} />
    ),
  }
}

const createApi = (call: RemoteCall): SmsApi => ({
  send: (request, its) => call(SMS_PATHS.send, request, its) as Promise<SmsSendAnswer>,
  check: (request, its) => call(SMS_PATHS.check, request, its) as Promise<SmsCheckAnswer>,
})
