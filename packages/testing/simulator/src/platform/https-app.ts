// Finds the app that a call of the HTTPS edition names. This edition has two codes for an app that is not served:
// 110025 for rights that have expired, 110023 for all else (protocol.md §9).

import type { App } from '../state/apps'
import { type Check, findRefusal, type Refusal, refuse } from './checks'
import type { AppCall, Platform } from './platform'

const CHECKS: readonly Check<AppCall>[] = [
  ({ app, platform }) =>
    app.expiresAt !== null && platform.now() >= app.expiresAt ? refuse('110025', 'capabilityOffline') : null,
  ({ app }) => (app.capability ? null : refuse('110023', 'capabilityNotGranted')),
  ({ app }) => (app.contract === 'bound' ? null : refuse('110023', 'contractUnbound')),
  ({ app }) => (app.balance === null || app.balance > 0 ? null : refuse('110023', 'balanceExhausted')),
  ({ app, platform }) =>
    app.effectiveAt === null || platform.now() >= app.effectiveAt ? null : refuse('110023', 'configurationPending'),
  ({ app, platform }) => (app.lines.includes(platform.line) ? null : refuse('110023', 'wrongLine')),
]

/** Unlike the image edition it needs no customer public key: only verify does. */
export function findHttpsApp(platform: Platform, appId: string): { readonly app: App } | Refusal {
  const app = platform.apps.find(appId)
  if (!app) return refuse('110023', 'appIdUnknown')
  return findRefusal(CHECKS, { platform, app }) ?? { app }
}
