// The `wx` of a run: everything that is there, and the names of what is not.
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import type { DeviceSettings, Host } from '../device'
import type { Pages } from '../logic/pages'
import type { LogicThread } from '../logic/thread'
import type { AppConfig } from '../package'
import type { Screen } from '../view/screen'
import { API_NAMES } from './api-names'
import { callsIn, type Wx } from './call'
import { cloudApi } from './cloud'
import { type Listeners, listenersIn } from './listeners'
import { named } from './named'
import { createNetwork, type Network } from './network'
import { clipboardApi, pagesApi } from './pages'
import { privacyApi } from './privacy'
import { storageApi } from './storage'
import { systemApi } from './system'

export interface WxParts {
  readonly wx: Partial<Wx>
  readonly network: Network
  /** What the mini-program was opened with. */
  readonly launchOptions: WechatMiniprogram.LaunchOptionsApp
  readonly appShow: Listeners<WechatMiniprogram.LaunchOptionsApp>
  readonly appHide: Listeners<WechatMiniprogram.HideOptionsApp>
  readonly errors: Listeners<{ message: string; stack: string }>
  readonly rejections: Listeners<WechatMiniprogram.OnUnhandledRejectionListenerResult>
  /** The user has tapped a `<button open-type="agreePrivacyAuthorization">`. */
  consent(buttonId: string): void
}

export function createWx(
  app: AppConfig,
  settings: DeviceSettings,
  host: Host,
  thread: LogicThread,
  pages: Pages,
  screen: Screen,
  missing: (name: string) => void,
): WxParts {
  const calls = callsIn(thread)
  const listeners = listenersIn(thread)
  const appShow: WxParts['appShow'] = listeners()
  const appHide: WxParts['appHide'] = listeners()
  const errors: WxParts['errors'] = listeners()
  const rejections: WxParts['rejections'] = listeners()
  const network = createNetwork(app, settings, host, calls, listeners(), missing)
  const privacy = privacyApi(settings, calls, thread, screen)
  const system = systemApi(settings, calls, app.pages[0] ?? '')
  const api: Partial<Wx> = {
    ...system,
    ...network.api,
    ...storageApi(calls),
    ...pagesApi(calls, thread, pages, screen, missing),
    ...clipboardApi(calls, screen, privacy.authorized),
    ...privacy.api,
    ...cloudApi(host, calls, network.refusal, missing),
    ...quiet(),
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    onError: errors.on,
    offError: errors.off,
    onUnhandledRejection: rejections.on,
    offUnhandledRejection: rejections.off,
    nextTick: (work: (...parameters: unknown[]) => unknown) => thread.post(() => work()),
    login: calls.call('login', () => ({ code: 'a code that no server of WeChat knows' })),
    canIUse: (schema: string): boolean => schema in BUILT_IN_TEMPLATES || (schema.split('.')[0] ?? '') in api,
  }
  const { consent } = privacy
  const wx = named(api, 'wx', missing, API_NAMES)
  const launchOptions = system.getLaunchOptionsSync()
  return { wx, network, launchOptions, appShow, appHide, errors, rejections, consent }
}

/** Events that never come here: a run has one window size and one language. */
const NEVER_COME = ['PageNotFound', 'ThemeChange', 'WindowResize', 'KeyboardHeightChange', 'MemoryWarning'] as const

const ignore = (): undefined => undefined

function quiet(): Partial<Wx> {
  return Object.fromEntries(
    NEVER_COME.flatMap((event) => [
      [`on${event}`, ignore],
      [`off${event}`, ignore],
    ]),
  )
}
