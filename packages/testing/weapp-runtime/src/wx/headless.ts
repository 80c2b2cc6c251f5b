// The members of `wx` that need no screen. Both the runtime in a window and `createWx` for Node consist of them.
import { type EnvVersion, type Host, type NetworkType, type Theme, toReferer } from '../device'
import type { PageLocation } from '../logic/paths'
import { createCalls, type Delivery } from './call'
import { createCanIUse } from './can-i-use'
import { createCloudApi } from './cloud'
import { createListeners } from './listeners'
import { createNetwork } from './network'
import type { Timers } from './request-queue'
import { createStorageApi } from './storage'
import { createSystemApi, type SystemInfo } from './system'

export interface HeadlessOptions {
  readonly appId: string
  readonly version: string
  readonly envVersion: EnvVersion | null
  readonly launch: PageLocation
  readonly systemInfo: SystemInfo
  readonly partInfo: SystemInfo
  readonly networkType: NetworkType | null
  readonly mobileData: boolean
  readonly hasSystemProxy: boolean
  readonly requestDomains: readonly string[] | null
  /** Milliseconds. */
  readonly requestTimeoutMs?: number
  readonly host: Host
  readonly delivery: Delivery
  readonly timers: Timers
  readonly reportMissing: (what: string) => void
}

export type HeadlessWx = ReturnType<typeof createHeadlessWx>['api']

export function createHeadlessWx(options: HeadlessOptions) {
  const { appId, version, host, delivery, reportMissing } = options
  const calls = createCalls(delivery, reportMissing)
  const appEvents = {
    show: createListeners<object>(delivery),
    hide: createListeners<object>(delivery),
    error: createListeners<{ readonly message: string; readonly stack: string }>(delivery),
    rejection: createListeners<{ readonly reason: unknown; readonly promise: PromiseLike<unknown> }>(delivery),
  }
  const network = createNetwork({
    ...options,
    referer: toReferer({ appId, version }),
    timeoutMs: options.requestTimeoutMs,
    calls,
    changes: createListeners(delivery),
  })
  const themes = createListeners<{ readonly theme: Theme }>(delivery)
  const { setTheme, ...system } = createSystemApi({ ...options, info: options.systemInfo }, calls)
  const api = {
    ...system,
    ...network.api,
    ...createStorageApi(calls),
    ...createCloudApi({ host, calls, findRefusal: network.findRefusal, reportMissing }),
    onAppShow: appEvents.show.on,
    offAppShow: appEvents.show.off,
    onAppHide: appEvents.hide.on,
    offAppHide: appEvents.hide.off,
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    onError: appEvents.error.on,
    offError: appEvents.error.off,
    onUnhandledRejection: appEvents.rejection.on,
    offUnhandledRejection: appEvents.rejection.off,
    nextTick: (work: (...parameters: unknown[]) => unknown): void => delivery.post(() => work()),
    getRandomValues: calls.call('getRandomValues', async ({ length }: { readonly length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
    canIUse: createCanIUse({
      getApi: (): object => api,
      baseLibrary: options.systemInfo.SDKVersion,
      reportMissing,
    }),
  }
  return {
    api,
    calls,
    network,
    appEvents,
    setTheme: (theme: Theme): void => {
      setTheme(theme)
      themes.notify({ theme })
    },
  }
}
