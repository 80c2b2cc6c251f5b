/**
 * Runs a compiled WeChat mini-program outside WeChat. Pack the folder of a build here, then start it with
 * `@local-number/weapp-runtime/playwright` or `@local-number/weapp-runtime/jsdom`. For `wx` alone, without pages, see
 * `@local-number/weapp-runtime/node`.
 *
 * @example
 * import { createHttpHost, packMiniProgram } from '@local-number/weapp-runtime'
 * import { startInJsdom } from '@local-number/weapp-runtime/jsdom'
 *
 * const host = createHttpHost({ greet: () => ({ text: 'hello' }) })
 * const device = await startInJsdom(packMiniProgram('dist/weapp'), { host })
 *
 * @module
 */

export type {
  Device,
  DeviceSettings,
  EnvVersion,
  Host,
  HttpAnswer,
  HttpRequest,
  NetworkType,
  Report,
  Transfers,
} from './device'
export { RuntimeError, type RuntimeErrorCode } from './errors'
export { type CloudFunctions, createHttpHost } from './http-host'
export { packMiniProgram } from './pack/pack'
export type { AppConfig, JsonConfig, MiniProgramPackage } from './package'
