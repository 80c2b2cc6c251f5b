// The `wx` of a run in a window: every member that exists, and the names of those that are missing.
import { judgeTag } from '../built-ins/judge-tag'
import type { DeviceSettings, Host, Theme } from '../device'
import type { Pages } from '../logic/pages'
import { parsePageUrl } from '../logic/paths'
import type { LogicThread } from '../logic/thread'
import type { AppConfig } from '../package'
import type { Screen } from '../view/screen'
import { API_NAMES } from './api-names'
import { createCanIUse } from './can-i-use'
import { createHeadlessWx } from './headless'
import { withMissingMembers } from './missing-members'
import { createClipboardApi, createPagesApi } from './pages'
import { createPhoneNumberRequest } from './phone-number'
import { createPrivacyApi } from './privacy'
import { GLOBAL_TIMERS } from './request-queue'
import { DEFAULT_PART_INFO, DEFAULT_SYSTEM_INFO } from './system'
import { type Wx, withWeChatTypes } from './wechat-types'

export interface WindowWxOptions {
  readonly app: AppConfig
  readonly settings: DeviceSettings
  readonly host: Host
  readonly thread: LogicThread
  readonly pages: Pages
  readonly screen: Screen
  readonly reportMissing: (what: string) => void
}

export type WindowWx = ReturnType<typeof createWindowWx>

export function createWindowWx(options: WindowWxOptions) {
  const { settings, thread, pages, screen, reportMissing } = options
  const { api: headless, ...parts } = createHeadlessPart(options)
  const calls = withWeChatTypes(parts.calls)
  const onScreen = { calls, thread, screen }
  const privacy = createPrivacyApi(settings.privacy, onScreen)
  const api: Partial<Wx> = {
    ...(headless as unknown as Partial<Wx>),
    ...createPagesApi({ ...onScreen, pages }),
    ...createClipboardApi(onScreen, privacy.authorize),
    ...privacy.api,
    ...createSilentEvents(reportMissing),
    // The phone in a test has no motor.
    vibrateShort: calls.call('vibrateShort', () => ({})),
    login: calls.call('login', () => ({ code: 'a made-up code that WeChat does not accept' })),
    canIUse: createCanIUse({
      getApi: () => api,
      silent: SILENT_EVENTS.flatMap((event) => [`on${event}`, `off${event}`]),
      judgeTag,
      baseLibrary: headless.getSystemInfoSync().SDKVersion,
      reportMissing,
    }),
  }
  return {
    wx: withMissingMembers(api, { name: 'wx', known: API_NAMES, reportMissing }),
    network: parts.network,
    /** @returns whether the mini-program is told */
    setTheme: (theme: Theme): boolean => {
      if (options.app.darkmode) parts.setTheme(theme)
      return options.app.darkmode === true
    },
    appEvents: parts.appEvents,
    launchOptions: headless.getLaunchOptionsSync(),
    /** The user has tapped a `<button open-type="agreePrivacyAuthorization">`. */
    consent: privacy.consent,
    /** The user has tapped a `<button open-type="getPhoneNumber">`. */
    requestPhoneNumber: createPhoneNumberRequest({
      appId: settings.appId,
      host: options.host,
      screen,
      authorize: privacy.authorize,
    }),
  }
}

function createHeadlessPart({ app, settings, host, thread, reportMissing }: WindowWxOptions) {
  // jsdom has no layout: its window is 0 wide.
  const width = document.documentElement.clientWidth || DEFAULT_SYSTEM_INFO.windowWidth
  // "全局配置 darkmode: true 时才能获取，否则为 undefined".
  const theme = app.darkmode ? {} : { theme: undefined }
  return createHeadlessWx({
    ...settings,
    launch: parsePageUrl('', settings.launchUrl ?? app.pages[0] ?? ''),
    systemInfo: { ...DEFAULT_SYSTEM_INFO, screenWidth: width, windowWidth: width, ...settings.system, ...theme },
    partInfo: DEFAULT_PART_INFO,
    requestTimeoutMs: app.networkTimeout?.request,
    host,
    delivery: thread,
    timers: GLOBAL_TIMERS,
    reportMissing,
  })
}

/** Events that never happen in a run: it has one window size and one language. */
const SILENT_EVENTS = ['PageNotFound', 'WindowResize', 'KeyboardHeightChange', 'MemoryWarning'] as const

/** They accept a listener, which is reported. */
function createSilentEvents(reportMissing: (what: string) => void): Partial<Wx> {
  return Object.fromEntries(
    SILENT_EVENTS.flatMap((event) => [
      [`on${event}`, (): void => reportMissing(`wx.on${event}`)],
      [`off${event}`, (): void => undefined],
    ]),
  )
}
