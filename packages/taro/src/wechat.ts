/**
 * Login with the number of the user's WeChat account, for `otherWays`: WeChat's own button, in WeChat mini-programs of
 * companies. WeChat charges for each number. Apps without it do not ship it.
 *
 * @example
 * ```tsx
 * import { LocalNumberLogin } from '@local-number/taro'
 * import { createWechatWay } from '@local-number/taro/wechat'
 *
 * const terms = [{ title: '用户协议', url: 'https://shop.example.com/terms' }] as const
 * const wechat = createWechatWay({ api: { baseUrl }, consent: { version: '1', terms } })
 *
 * <LocalNumberLogin
 *   appId="300011877495"
 *   appName="Shop"
 *   consentVersion="1"
 *   api={{ baseUrl }}
 *   otherWays={[wechat]}
 * />
 * ```
 *
 * @module
 */
export type { WechatOutcome, WechatPhoneAnswer, WechatPhoneRequest } from '@local-number/protocol'
export type { ServerOption } from './options'
export type { WayConsent } from './way/own-terms'
export type { WayLocale, WayTexts, WayWords } from './way/texts'
export type { WechatLocale, WechatTexts } from './wechat/texts'
export type { WechatApi, WechatProblem } from './wechat/types'
export { createWechatWay, type WechatWayOptions } from './wechat/wechat-way'
