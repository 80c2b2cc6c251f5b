// One line of the authentication platform: what its calls share.
import type { Line } from '@local-number/protocol'
import type { App, AppRegistry } from '../state/apps'
import type { PlatformStore } from '../storage/platform-store'
import { type Check, findRefusal, type Refusal, refuse } from './checks'

export interface Platform {
  readonly line: Line
  readonly apps: AppRegistry
  readonly store: PlatformStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether the number is on the platform's black list. */
  readonly isBlocked: (msisdn: string) => boolean
}

/** What all calls are checked against. */
export interface AppCall {
  readonly platform: Platform
  readonly app: App
}

const requireUnexpired: Check<AppCall> = ({ app, platform }) =>
  app.expiresAt !== null && platform.now() >= app.expiresAt ? refuse('110025', 'capabilityOffline') : null

const requireCapability: Check<AppCall> = ({ app }) =>
  app.capability ? null : refuse('110027', 'capabilityNotGranted')

const requireContract: Check<AppCall> = ({ app }) =>
  app.contract === 'bound' ? null : refuse('110027', 'contractUnbound')

const requireBalance: Check<AppCall> = ({ app }) =>
  app.balance === null || app.balance > 0 ? null : refuse('110027', 'balanceExhausted')

const requireEffective: Check<AppCall> = ({ app, platform }) =>
  app.effectiveAt === null || platform.now() >= app.effectiveAt ? null : refuse('110027', 'configurationPending')

/** "现网联调的业务方错误访问了测试环境的地址": a line that does not know the app does not have its keys [S appendix 103605]. */
const requireLine: Check<AppCall> = ({ app, platform }) =>
  app.lines.includes(platform.line) ? null : refuse('103605', 'wrongLine')

const requireCustomerKeys: Check<AppCall> = ({ app }) =>
  app.customerKeys.length > 0 ? null : refuse('103605', 'configurationPending')

const APP_CHECKS = [
  requireUnexpired,
  requireCapability,
  requireContract,
  requireBalance,
  requireEffective,
  requireLine,
  requireCustomerKeys,
]

/** Finds the app that a call names, or refuses if the platform does not serve it. */
export function findServedApp(platform: Platform, appId: string): { readonly app: App } | Refusal {
  const app = platform.apps.find(appId)
  if (!app) return refuse('110028', 'appIdUnknown')
  return findRefusal(APP_CHECKS, { platform, app }) ?? { app }
}
