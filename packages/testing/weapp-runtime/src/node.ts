/**
 * The logic layer alone, in Node: `wx` without a screen, and a mini-program's scripts in a global scope of their own.
 *
 * @example
 * import { createWx } from '@local-number/weapp-runtime/node'
 *
 * const { wx, setNetworkType } = createWx({ networkType: 'wifi' })
 * wx.onNetworkStatusChange(({ networkType }) => console.log(networkType))
 * setNetworkType('5g') // prints 5g
 *
 * @module
 */
export type { EnvVersion, Host, HttpAnswer, HttpRequest, NetworkType } from './device'
export { type CloudFunctions, createHttpHost } from './http-host'
export { createContextRealm } from './logic/context-realm'
export { createModules, type Modules, type ModulesOptions } from './logic/modules'
export type { Realm } from './logic/realm'
export type { HeadlessWx } from './wx/headless'
export { createWx, type WxOptions, type WxStandIn } from './wx/stand-in'
