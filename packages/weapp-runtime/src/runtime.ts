// A whole run inside a window: view layer, logic layer and the phone around them.
import * as glassEasel from 'glass-easel'
import type { DeviceSettings, Host, LocalDevice, Report } from './device'
import { createCode } from './logic/code'
import { createModules } from './logic/modules'
import { createPages, parsedUrl } from './logic/pages'
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
  const firstPage = pkg.app.pages[0] ?? ''
  const thread = createThread((error) => {
    report.error(error)
    parts.errors.tell({ message: String(error), stack: stackOf(error) })
  })
  configureGlassEasel(latencyMs, report)

  const window = new WindowBackend()
  window.listen()
  const screen = createScreen(pkg.app, () => device.back())
  const code = createCode(pkg, window, thread, latencyMs, {
    missing: report.missing,
    open: (url, openType) => {
      const go = OPEN[openType]
      if (go) thread.post(() => go(url), latencyMs)
      else report.missing(`<navigator open-type="${openType}">`)
    },
  })
  const pages = createPages(pkg, code, window, screen, thread, latencyMs)
  const parts = createWx(settings, host, thread, pages, screen, firstPage, report.missing)
  const OPEN: Readonly<Record<string, (url: string) => unknown>> = {
    navigate: pages.navigateTo,
    redirect: pages.redirectTo,
    reLaunch: pages.relaunch,
    navigateBack: () => pages.back(),
  }

  let app: AppDefinition = {}
  const tellApp = (lifetime: string, ...parameters: unknown[]) => {
    const method = app[lifetime]
    if (typeof method === 'function') thread.run(() => method.apply(app, parameters))
  }
  const modules = createModules(pkg, realmWith(thread.timers), {
    wx: parts.wx,
    App: (definition: AppDefinition) => {
      app = definition
    },
    getApp: () => app,
    getCurrentPages: () => [...pages.instances],
    ...code.definitions(() => modules.running),
  })

  let background: ReturnType<typeof setTimeout> | null = null
  const device: LocalDevice = {
    setNetworkType: (type) => parts.network.setType(type),
    hide: () => {
      if (background !== null) return
      pages.hide()
      tellApp('onHide')
      parts.appHide.tell({})
      background = setTimeout(() => {
        parts.network.interrupt()
        // What the interruption has to tell is told first; then the thread stands still.
        thread.post(() => thread.suspend())
      }, backgroundMs)
    },
    show: () => {
      if (background === null) return
      clearTimeout(background)
      background = null
      parts.network.restore()
      // All that is due comes before the word that the app is back: the harder order for the mini-program.
      thread.resume()
      tellApp('onShow', parts.wx.getEnterOptionsSync?.())
      parts.appShow.tell(parts.wx.getEnterOptionsSync?.() ?? {})
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

  function launch(): void {
    modules.run('app')
    for (const [path, { component }] of Object.entries(pkg.json)) if (component) modules.run(path)
    for (const path of pkg.app.pages) modules.run(path)
    const url = launchUrl ?? firstPage
    const options = { ...parsedUrl('', url), scene: 1001 }
    tellApp('onLaunch', options)
    tellApp('onShow', options)
    parts.appShow.tell(options)
    pages.relaunch(url)
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

function configureGlassEasel(latencyMs: number, report: Collector): void {
  const { globalOptions } = glassEasel
  globalOptions.throwGlobalError = false
  globalOptions.writeIdToDOM = true
  globalOptions.templateEngine = delayedTemplates(latencyMs)
  glassEasel.addGlobalErrorListener((error) => {
    report.error(error)
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
