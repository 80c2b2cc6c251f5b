// The `wx` of a run: everything that is there, and the names of what is not.
import type { DeviceSettings, Host, NetworkType } from '../device'
import type { Pages } from '../logic/pages'
import type { LogicThread } from '../logic/thread'
import type { Screen } from '../view/screen'
import { API_NAMES } from './api-names'
import { callsIn, type Wx } from './call'
import { cloudApi } from './cloud'
import { type Listeners, listenersIn } from './listeners'
import { createNetwork, type Network } from './network'
import { pagesApi } from './pages'
import { privacyApi } from './privacy'
import { storageApi } from './storage'
import { systemApi } from './system'

export interface WxParts {
  readonly wx: Partial<Wx>
  readonly network: Network
  readonly appShow: Listeners<object>
  readonly appHide: Listeners<object>
  readonly errors: Listeners<{ message: string; stack: string }>
}

export function createWx(
  settings: DeviceSettings,
  host: Host,
  thread: LogicThread,
  pages: Pages,
  screen: Screen,
  firstPage: string,
  missing: (name: string) => void,
): WxParts {
  const calls = callsIn(thread)
  const listeners = listenersIn(thread)
  const [appShow, appHide, errors] = [
    listeners<object>(),
    listeners<object>(),
    listeners<{ message: string; stack: string }>(),
  ]
  const network = createNetwork(settings, host, calls, listeners<{ isConnected: boolean; networkType: NetworkType }>())
  const api: Partial<Wx> = {
    ...systemApi(settings, calls, firstPage),
    ...network.api,
    ...storageApi(calls),
    ...pagesApi(calls, pages, screen),
    ...privacyApi(settings, calls, thread, screen),
    ...cloudApi(host, calls),
    ...quiet(),
    onAppShow: appShow.on as Wx['onAppShow'],
    offAppShow: appShow.off as Wx['offAppShow'],
    onAppHide: appHide.on as Wx['onAppHide'],
    offAppHide: appHide.off as Wx['offAppHide'],
    onError: errors.on as unknown as Wx['onError'],
    offError: errors.off as unknown as Wx['offError'],
    nextTick: (work: (...parameters: unknown[]) => unknown) => thread.post(() => work()),
    login: calls.call('login', () => ({ code: 'a code that no server of WeChat knows' })),
  }
  api.canIUse = (schema: string): boolean => (String(schema).split('.')[0] as string) in api
  return { wx: named(api, missing), network, appShow, appHide, errors }
}

/** Events that never come here: a run has one window size and one language. */
const NEVER_COME = [
  'PageNotFound',
  'UnhandledRejection',
  'ThemeChange',
  'WindowResize',
  'KeyboardHeightChange',
  'MemoryWarning',
] as const

const ignore = (): undefined => undefined

function quiet(): Partial<Wx> {
  return Object.fromEntries(
    NEVER_COME.flatMap((event) => [
      [`on${event}`, ignore],
      [`off${event}`, ignore],
    ]),
  )
}

/** What WeChat has and this runtime lacks is told by name; what WeChat lacks too is simply not there. */
function named(api: Partial<Wx>, missing: (name: string) => void): Partial<Wx> {
  return new Proxy(api, {
    get: (target, name, receiver) => {
      if (typeof name === 'string' && !(name in target) && API_NAMES.includes(name)) missing(`wx.${name}`)
      return Reflect.get(target, name, receiver)
    },
  })
}
