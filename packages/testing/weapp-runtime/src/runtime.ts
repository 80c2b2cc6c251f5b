// A whole run inside a window: view layer, logic layer and the phone around them.
import type { NavigatorTarget } from './built-ins/built-in'
import { upgradesHttpImages } from './built-ins/upgrade'
import type { LocalDevice } from './device'
import { createErrorHandlers } from './error-handlers'
import { type App, createApp } from './logic/app'
import { createCode } from './logic/code'
import { refuseConstructors } from './logic/dynamic-code'
import { createModules, type Modules } from './logic/modules'
import { createPages, type Pages } from './logic/pages'
import { createThread, type LogicThread } from './logic/thread'
import { createReportCollector, type ReportCollector } from './report'
import type { RuntimeOptions } from './runtime-script'
import { WindowBackend } from './view/backend'
import { configureGlassEasel } from './view/configure'
import { type CodeKeyboard, createKeyboard } from './view/keyboard'
import { createScreen, type Screen } from './view/screen'
import { createWindowWx, type WindowWx } from './wx/wx'

/** The parts of a run. */
interface Run {
  readonly thread: LogicThread
  readonly app: App
  readonly pages: Pages
  readonly screen: Screen
  readonly keyboard: CodeKeyboard
  readonly wx: WindowWx
  readonly report: ReportCollector
}

export function startRuntime(options: RuntimeOptions): LocalDevice {
  const { pkg, settings, host } = options
  const { latencyMs } = settings
  refuseConstructors()
  const report = createReportCollector()
  const reportMissing = report.addMissing
  // The handlers notify app and `wx`, which need the thread and so exist later.
  const handlers = createErrorHandlers(report, () => ({ app, wx }))
  const thread = createThread(handlers)
  configureGlassEasel({
    latencyMs,
    onError: handlers.onError,
    onWarning: report.addWarning,
    onRender: (path) => {
      for (const feature of pkg.features[path] ?? []) reportMissing(feature)
    },
  })

  const window = new WindowBackend()
  window.listen()
  const screen = createScreen({
    ...pkg,
    theme: settings.system.theme === 'dark' ? 'dark' : 'light',
    goBack: () => device.back(),
  })
  const keyboard = createKeyboard()
  const services = {
    reportMissing,
    warn: report.addWarning,
    upgradesHttpImages: settings.upgradesHttpImages ?? upgradesHttpImages(settings.system.system),
    open: (target: NavigatorTarget) => navigate(target),
    consent: (buttonId: string) => wx.consent(buttonId),
    requestPhoneNumber: (tellsNoQuota: boolean) => wx.requestPhoneNumber(tellsNoQuota),
    keyboard,
  }
  const code = createCode({ pkg, window, thread, latencyMs, services, addTransfer: report.addTransfer })
  const pages = createPages({ pkg, code, window, screen, thread, latencyMs, reportMissing })
  const app = createApp(thread, reportMissing)
  const wx = createWindowWx({ app: pkg.app, settings, host, thread, pages, screen, reportMissing })
  const modules = createModules({
    scripts: pkg.scripts,
    realm: options.createRealm(thread.timers),
    globals: {
      wx: wx.wx,
      ...app.globals,
      getCurrentPages: () => [...pages.instances],
      ...code.createDefiners(() => modules.running),
    },
  })
  const run: Run = { thread, app, pages, screen, keyboard, wx, report }
  const navigate = createNavigate(run, latencyMs)
  const device = createDevice(run, settings.backgroundMs)
  globalThis.addEventListener('error', ({ error }) => handlers.onError(error))
  globalThis.addEventListener('unhandledrejection', ({ reason, promise }) => handlers.onRejection(reason, promise))
  launch(run, modules, options)
  return device
}

function launch({ app, pages, wx, report }: Run, modules: Modules, { pkg, settings }: RuntimeOptions): void {
  for (const setting of pkg.unsupported) report.addMissing(setting)
  for (const warning of pkg.warnings) report.addWarning(warning)
  modules.run('app')
  for (const [path, { component }] of Object.entries(pkg.json)) if (component) modules.run(path)
  for (const path of pkg.app.pages) modules.run(path)
  app.notify('onLaunch', wx.launchOptions)
  app.notify('onShow', wx.launchOptions)
  wx.appEvents.show.notify(wx.launchOptions)
  pages.relaunch(settings.launchUrl ?? pkg.app.pages[0] ?? '')
}

/** What `<navigator>` does when it is tapped. */
function createNavigate({ thread, pages, report }: Run, latencyMs: number) {
  const byOpenType: Readonly<Record<string, (target: NavigatorTarget) => unknown>> = {
    navigate: ({ url }) => void pages.navigateTo(url),
    redirect: ({ url }) => pages.redirectTo(url),
    reLaunch: ({ url }) => pages.relaunch(url),
    navigateBack: ({ delta }) => pages.back(delta),
  }
  return (target: NavigatorTarget): void => {
    const open = byOpenType[target.openType]
    if (open) thread.post(() => open(target), latencyMs)
    else report.addMissing(`<navigator open-type="${target.openType}">`)
  }
}

function createDevice({ thread, app, pages, screen, keyboard, wx, report }: Run, backgroundMs: number): LocalDevice {
  let background: ReturnType<typeof setTimeout> | null = null
  const device: LocalDevice = {
    setNetworkType: (type) => wx.network.setType(type),
    setTheme: (theme) => {
      screen.setTheme(theme)
      if (wx.setTheme(theme)) app.notify('onThemeChange', { theme })
    },
    receiveCode: keyboard.receiveCode,
    hide: () => {
      if (background !== null) return
      pages.hide()
      app.notify('onHide')
      wx.appEvents.hide.notify({})
      const leaving = setTimeout(() => {
        wx.network.interrupt()
        // The failures of the interrupted requests are delivered first; then the thread is suspended, unless the user
        // is back.
        const suspend = () => background === leaving && thread.suspend()
        thread.post(() => thread.post(suspend))
      }, backgroundMs)
      background = leaving
    },
    show: () => {
      if (background === null) return
      clearTimeout(background)
      background = null
      wx.network.restore()
      // Held work runs before the mini-program learns that it is back: the harder order.
      thread.resume()
      app.notify('onShow', wx.launchOptions)
      wx.appEvents.show.notify(wx.launchOptions)
      pages.show()
    },
    back: () => {
      if (!pages.back()) device.hide()
    },
    pages: () => pages.paths,
    report: report.read,
    transfers: report.readTransfers,
  }
  return device
}
