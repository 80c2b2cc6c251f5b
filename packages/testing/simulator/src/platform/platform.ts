// One line of the authentication platform: what its three services share.
import type { Line } from '@local-number/protocol'
import type { App, AppRegistry } from '../apps'
import type { PlatformStore } from '../storage/platform-store'
import { type Check, firstRefusal, type Refusal, refusal } from './checks'

export interface Platform {
  readonly line: Line
  readonly apps: AppRegistry
  readonly store: PlatformStore
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What every call is judged by, whichever of the three it is. */
export interface AppCall {
  readonly platform: Platform
  readonly app: App
}

const notExpired: Check<AppCall> = ({ app, platform }) =>
  app.expiresAt !== null && platform.now() >= app.expiresAt ? refusal('110025', 'capabilityOffline') : null

const capabilityIsGranted: Check<AppCall> = ({ app }) =>
  app.capability ? null : refusal('110027', 'capabilityNotGranted')

const contractIsBound: Check<AppCall> = ({ app }) =>
  app.contract === 'bound' ? null : refusal('110027', 'contractUnbound')

const balanceIsLeft: Check<AppCall> = ({ app }) =>
  app.balance === null || app.balance > 0 ? null : refusal('110027', 'balanceExhausted')

const isInEffect: Check<AppCall> = ({ app, platform }) =>
  app.effectiveAt === null || platform.now() >= app.effectiveAt ? null : refusal('110027', 'configurationPending')

/** "现网联调的业务方错误访问了测试环境的地址": a line that does not know an app has no keys of it [S appendix 103605]. */
const lineKnowsTheApp: Check<AppCall> = ({ app, platform }) =>
  app.lines.includes(platform.line) ? null : refusal('103605', 'wrongLine')

const keysAreFiled: Check<AppCall> = ({ app }) =>
  app.customerKeys.length > 0 ? null : refusal('103605', 'configurationPending')

const APP_CHECKS = [
  notExpired,
  capabilityIsGranted,
  contractIsBound,
  balanceIsLeft,
  isInEffect,
  lineKnowsTheApp,
  keysAreFiled,
]

/** The app that a call names, if the platform serves it. */
export function servedApp(platform: Platform, appId: string): { readonly app: App } | Refusal {
  const app = platform.apps.find(appId)
  if (!app) return refusal('110028', 'appIdUnknown')
  return firstRefusal(APP_CHECKS, { platform, app }) ?? { app }
}
