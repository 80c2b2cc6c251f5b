// The way by WeChat's own button, as an object for `otherWays`.
import type { RemoteCall } from '@local-number/login'
import { WECHAT_PHONE_PATH, type WechatPhoneAnswer } from '@local-number/protocol'
import type { ServerOption } from '../options'
import type { WayConsent } from '../way/own-terms'
import { canAsk, connectServer } from '../way/server'
import { findWords, type WayWords } from '../way/texts'
import type { OtherWay } from '../ways'
import { type WechatTexts, wechatZhCN } from './texts'
import type { WechatApi, WechatMemory } from './types'
import { WechatView } from './view'

export interface WechatWayOptions extends WayWords<WechatTexts> {
  /**
   * The business server: the address of one that speaks the business API, the name of such a cloud function, or the
   * app's own function. Without `wx.cloud`, a way with a cloud function is not offered.
   *
   * @supported weapp
   */
  readonly api: ServerOption<WechatApi>
  /** What the user agrees to before WeChat's button works, in each login anew. */
  readonly consent: WayConsent
  /**
   * On the way's button in the component.
   *
   * @default the locale's
   */
  readonly label?: string
}

/**
 * See `@local-number/taro/wechat`. Create it once, outside of components.
 *
 * @supported weapp; elsewhere the way is not offered
 */
export function createWechatWay({ api, label, ...options }: WechatWayOptions): OtherWay {
  const memory: WechatMemory = { agreedIn: null, noQuota: false }
  return {
    id: 'wechat',
    label: (tag) => label ?? findWords(tag, wechatZhCN, options).texts.label,
    available: (facts) => process.env.TARO_ENV === 'weapp' && !memory.noQuota && canAsk(api, facts),
    render: (context) => (
      <WechatView {...options} {...{ context, memory }} connect={() => connectServer(api, createApi)} />
    ),
  }
}

const createApi = (call: RemoteCall): WechatApi => ({
  exchange: async (request, its) => (await call(WECHAT_PHONE_PATH, request, its)) as WechatPhoneAnswer,
})
