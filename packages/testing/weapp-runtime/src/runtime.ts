// A whole run inside a window: view layer, logic layer and the phone around them.
import * as glassEasel from 'glass-easel'
import type { DeviceSettings, Host, LocalDevice, Report } from './device'
import { createCode } from './logic/code'
import { createModules } from './logic/modules'
import { createPages } from './logic/pages'
import type { Realm } from './logic/realm'
import { createThread } from './logic/thread'
import type { MiniProgramPackage } from './package'
import { WindowBackend } from './view/backend'
import { delayedTemplates } from './view/delayed-templates'
import { createScreen } from './view/screen'
import { createWx } from './wx/wx'

type AppDefinition = Record<string, unknown>

/** @param realmWith makes the logic layer's scope with these globals */
export function startRuntime(
  pkg: MiniProgramPackage,
  settings: DeviceSettings,
  host: Host,
  realmWith: (globals: Readonly<Record<string, unknown>>) => Realm,
): LocalDevice {
  const report = collector()
  const { latencyMs, backgroundMs, launchUrl } = settings
  const thread = createThread(failed, rejected)
  configureGlassEasel(latencyMs, report, failed)

  const window = new WindowBackend()
  window.listen()
  const screen = createScreen(pkg.app, () => device.back())
  const code = createCode(pkg, window, thread, latencyMs, {
    missing: report.missing,
    open: ({ url, openType, delta }) => {
      const go = OPEN[openType]
      if (go) thread.post(() => go(url, delta), latencyMs)
      else report.missing(`<navigator open-type="${openType}">`)
    },
    consent: (buttonId) => parts.consent(buttonId),
  })
  const pages = createPages(pkg, code, window, screen, thread, latencyMs, report.missing)
  const parts = createWx(pkg.app, settings, host, thread, pages, screen, report.missing)
  const OPEN: Readonly<Record<string, (url: string, delta: number) => unknown>> = {
    navigate: (url) => void pages.navigateTo(url),
    redirect: (url) => pages.redirectTo(url),
    reLaunch: (url) => pages.relaunch(url),
    navigateBack: (_url, delta) => pages.back(delta),
  }

  const app: AppDefinition = {}
  let defined = false
  const tellApp = (lifetime: string, ...parameters: unknown[]) => {
    const method = app[lifetime]
    if (typeof method === 'function') thread.run(() => method.apply(app, parameters))
  }
  const modules = createModules(pkg, realmWith(thread.timers), {
    wx: parts.wx,
    App: (definition: AppDefinition) => {
      defined = true
      Object.assign(app, definition)
    },
    getApp: ({ allowDefault = false } = {}) => (defined || allowDefault ? app : undefined),
    getCurrentPages: () => [...pages.instances],
    ...code.definitions(() => modules.running),
  })

  let telling = false
  let background: ReturnType<typeof setTimeout> | null = null
  const device: LocalDevice = {
    setNetworkType: (type) => parts.network.setType(type),
    hide: () => {
      if (background !== null) return
      pages.hide()
      tellApp('onHide')
      parts.appHide.tell({})
      const leaving = setTimeout(() => {
        parts.network.interrupt()
        // What the interruption has to tell is told first (it is on its way already); then the thread stands still, unless
        // the user is back by then.
        const standStill = () => background === leaving && thread.suspend()
        thread.post(() => thread.post(standStill))
      }, backgroundMs)
      background = leaving
    },
    show: () => {
      if (background === null) return
      clearTimeout(background)
      background = null
      parts.network.restore()
      // All that is due comes before the word that the app is back: the harder order for the mini-program.
      thread.resume()
      tellApp('onShow', parts.launchOptions)
      parts.appShow.tell(parts.launchOptions)
      pages.show()
    },
    back: () => {
      if (!pages.back()) device.hide()
    },
    pages: () => pages.paths,
    report: report.read,
  }

  launch()
  return device

  function failed(error: unknown): void {
    report.error(error)
    // What a listener throws in its turn is not told again.
    if (telling) return
    telling = true
    tellApp('onError', stackOf(error))
    parts.errors.tell({ message: String(error), stack: stackOf(error) })
    telling = false
  }

  function rejected(reason: unknown, promise: PromiseLike<unknown>): void {
    report.error(reason)
    tellApp('onUnhandledRejection', { reason, promise })
    // The typings take a reason for text; it is what was thrown.
    parts.rejections.tell({ reason: reason as string, promise: promise as Promise<unknown> })
  }

  function launch(): void {
    globalThis.addEventListener('error', ({ error }) => failed(error))
    globalThis.addEventListener('unhandledrejection', ({ reason, promise }) => rejected(reason, promise))
    for (const setting of pkg.unsupported) report.missing(setting)
    for (const warning of pkg.warnings) report.warning(warning)
    modules.run('app')
    for (const [path, { component }] of Object.entries(pkg.json)) if (component) modules.run(path)
    for (const path of pkg.app.pages) modules.run(path)
    tellApp('onLaunch', parts.launchOptions)
    tellApp('onShow', parts.launchOptions)
    parts.appShow.tell(parts.launchOptions)
    pages.relaunch(launchUrl ?? pkg.app.pages[0] ?? '')
  }
}

interface Collector {
  missing(name: string): void
  error(error: unknown): void
  warning(message: string): void
  read(): Report
}

function collector(): Collector {
  const missing = new Set<string>()
  const errors: string[] = []
  const warnings = new Set<string>()
  return {
    missing: (name) => {
      missing.add(name)
    },
    error: (error) => {
      errors.push(stackOf(error))
    },
    warning: (message) => {
      warnings.add(message)
    },
    read: () => ({ missing: [...missing].sort(), errors: [...errors], warnings: [...warnings] }),
  }
}

function configureGlassEasel(latencyMs: number, report: Collector, failed: (error: unknown) => void): void {
  const { globalOptions } = glassEasel
  globalOptions.throwGlobalError = false
  globalOptions.writeIdToDOM = true
  // A property may be called as a member of the framework's own nodes, e.g. `dataset`.
  globalOptions.writeFieldsToNode = false
  globalOptions.templateEngine = delayedTemplates(latencyMs)
  glassEasel.addGlobalErrorListener((error) => {
    failed(error)
    return false
  })
  glassEasel.addGlobalWarningListener((message) => {
    if (!STRICTER_THAN_WECHAT.test(message)) report.warning(message)
    return false
  })
}

/** In WeChat a list that is not there yet is an empty one; Taro's templates count on it. */
const STRICTER_THAN_WECHAT = /^The for-list data is neither Array nor Object, got type "undefined"/

function stackOf(error: unknown): string {
  // An error of another realm is no instance of this one's.
  const { stack } = Object(error) as { stack?: unknown }
  return typeof stack === 'string' ? stack : String(error)
}
