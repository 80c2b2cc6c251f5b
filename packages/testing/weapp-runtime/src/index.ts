/**
 * Runs a compiled WeChat mini-program outside WeChat. Pack the folder of a build here, then start it with
 * `@local-number/weapp-runtime/playwright` or `@local-number/weapp-runtime/jsdom`.
 *
 * @module
 */

export type { Device, DeviceSettings, Host, HttpAnswer, HttpRequest, Report } from './device'
export { RuntimeError, type RuntimeErrorCode } from './errors'
export { type CloudFunctions, httpHost } from './http-host'
export { packMiniProgram } from './pack/pack'
export type { AppConfig, JsonConfig, MiniProgramPackage } from './package'
