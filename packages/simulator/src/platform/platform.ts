// One line of the authentication platform: what its three services share.
import type { Line } from '@local-number/protocol'
import type { App, AppRegistry } from '../apps'
import { isSignatureOf } from '../crypto/signature'
import { type Check, type Failure, firstFailure } from './checks'
import type { Store } from './store'

export interface Platform {
  readonly line: Line
  readonly apps: AppRegistry
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What every call is judged by, whichever of the three it is. */
export interface AppCall {
  readonly platform: Platform
  readonly app: App
}

const notExpired: Check<AppCall> = ({ app, platform }) =>
  app.expiresAt !== null && platform.now() >= app.expiresAt ? '110025' : null

const contractIsActive: Check<AppCall> = ({ app }) => (app.contract === 'active' ? null : '110027')

/** A line that does not know an app has no keys of it: "现网联调的业务方错误访问了测试环境的地址" [S appendix 103605]. */
const keysAreFiled: Check<AppCall> = ({ app, platform }) =>
  app.customerKey !== null && app.lines.includes(platform.line) ? null : '103605'

const APP_CHECKS = [notExpired, contractIsActive, keysAreFiled]

/** The app that a call names, if the platform serves it. */
export function servedApp(platform: Platform, appId: string): { readonly app: App } | Failure {
  const app = platform.apps.find(appId)
  if (!app) return { code: '110028' }
  return firstFailure(APP_CHECKS, { platform, app }) ?? { app }
}

/** Whether the customer who filed the app signed this text. */
export function isSignedFor(app: App, text: string, sign: string): boolean {
  return app.customerKey !== null && isSignatureOf(text, sign, { ...app.signature, key: app.customerKey })
}
