// The way by text message, as an object for `otherWays`.
import type { RemoteCall } from '@local-number/login'
import { SMS_PATHS, type SmsCheckAnswer, type SmsSendAnswer } from '@local-number/protocol'
import type { ServerOption } from '../options'
import type { WayConsent } from '../way/own-terms'
import { canAsk, connectServer } from '../way/server'
import { findWords, type WayWords } from '../way/texts'
import type { OtherWay } from '../ways'
import { createSmsMemory } from './memory'
import { type SmsTexts, smsZhCN } from './texts'
import type { SmsApi } from './types'
import { SmsView, type SmsViewProps } from './view'

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
   * Shows a captcha when the server asks for one (`captchaRequired`). Called while rendering: use hooks only inside
   * your own components.
   *
   * @default none: the user waits until another message can be requested
   */
  readonly renderCaptcha?: SmsViewProps['renderCaptcha']
}

/** See `@local-number/taro/sms`. Create it once, outside of components: it remembers what was sent. */
export function createSmsWay({ api, label, ...options }: SmsWayOptions): OtherWay {
  const memory = createSmsMemory()
  return {
    id: 'sms',
    label: (tag) => label ?? findWords(tag, smsZhCN, options).texts.label,
    available: ({ reason }) => reason !== 'offline' && canAsk(api),
    render: (context) => (
      <SmsView {...options} context={context} memory={memory} connect={() => connectServer(api, createApi)} />
    ),
  }
}

const createApi = (call: RemoteCall): SmsApi => ({
  send: async (request, its) => (await call(SMS_PATHS.send, request, its)) as SmsSendAnswer,
  check: async (request, its) => (await call(SMS_PATHS.check, request, its)) as SmsCheckAnswer,
})
