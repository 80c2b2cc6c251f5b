/**
 * A stand-in of WeChat's server API for a business server under test: access tokens, and the phone numbers behind the
 * codes of `<button open-type="getPhoneNumber">`.
 *
 * @example
 * import { createHttpHost } from '@local-number/weapp-runtime'
 * import { startWeChatServer } from '@local-number/weapp-runtime/wechat'
 *
 * const wechat = await startWeChatServer()
 * wechat.setPhoneNumber({ countryCode: '86', purePhoneNumber: '13800138000' })
 * const host = { ...createHttpHost(), ...wechat.host } // for a run: its buttons issue codes that this server knows
 * await wechat.stop()
 *
 * @module
 */
export type { WeChatNumber } from './wechat/phone-codes'
export { startWeChatServer, type WeChatServer, type WeChatServerOptions } from './wechat/server'
