// What happens to one page between its creation and its end.
import type { Root } from 'glass-easel-miniprogram-adapter'
import type { MiniProgramPackage } from '../package'
import type { WindowBackend } from '../view/backend'
import type { BarColors, PageElements, Screen } from '../view/screen'
import type { Code } from './code'
import type { EventChannel } from './event-channel'
import { listPageHooks, listScrollHooks } from './hooks'
import type { PageLocation } from './paths'
import { type ReachBottom, watchBottom } from './reach-bottom'
import type { LogicThread } from './thread'

/** A page as the mini-program sees it. */
export interface PageInstance {
  route: string
  createSelectorQuery(): unknown
  [member: string]: unknown
}

export interface OpenPage extends PageElements {
  readonly path: string
  readonly instance: PageInstance
  readonly component: Root
  readonly styles: readonly HTMLStyleElement[]
  /** The title that the page has set by `wx.setNavigationBarTitle`. */
  title: string | null
  /** The colors that the page has set by `wx.setNavigationBarColor`. */
  colors: BarColors | null
}

export interface PageLifecycleOptions {
  readonly pkg: MiniProgramPackage
  readonly code: Code
  readonly window: WindowBackend
  readonly screen: Screen
  readonly thread: LogicThread
  readonly latencyMs: number
  readonly reportMissing: (what: string) => void
}

export function createPageLifecycle(options: PageLifecycleOptions) {
  const { pkg, code, window, screen, thread, latencyMs, reportMissing } = options

  const notify = (instance: PageInstance, lifetime: string, ...parameters: unknown[]) => {
    const method = instance[lifetime]
    if (typeof method === 'function') thread.run(() => method.apply(instance, parameters))
  }
  const notifyScroll = ({ instance, page }: OpenPage, checkBottom: () => ReachBottom) => {
    notify(instance, 'onPageScroll', { scrollTop: page.scrollTop })
    const bottom = checkBottom()
    if (bottom === 'reached') notify(instance, 'onReachBottom')
    if (bottom === 'unknown') for (const hook of listScrollHooks(instance)) reportMissing(hook)
  }

  return {
    create: ({ path, query }: PageLocation, fromOpener: EventChannel): OpenPage => {
      const elements = screen.addPage(path)
      window.takeStyles()
      const component = code.backend.createRoot('page', code.space, path)
      const instance = component.get() as unknown as PageInstance
      const getOpenerEventChannel = () => fromOpener
      Object.assign(instance, { route: path, options: query, __route__: path, getOpenerEventChannel })
      return { ...elements, path, instance, component, styles: window.takeStyles(), title: null, colors: null }
    },
    load: (opened: OpenPage, query: PageLocation['query']): void => {
      const { page, root, component, instance } = opened
      const checkBottom = watchBottom(page, pkg, opened.path)
      page.addEventListener('scroll', () => thread.post(() => notifyScroll(opened, checkBottom), latencyMs))
      // The lifetimes of components come before the page's own.
      component.attach(root.parentElement as never, root as never)
      notify(instance, 'onLoad', query)
      for (const hook of listPageHooks(instance)) reportMissing(hook)
    },
    /** A page that is closed before it is drawn never becomes ready. */
    postReady: ({ instance }: OpenPage, isOpen: () => boolean): void => {
      thread.post(() => {
        if (isOpen()) notify(instance, 'onReady')
      }, latencyMs)
    },
    show: ({ component, instance }: OpenPage): void => {
      component.getComponent().triggerPageLifetime('show', [])
      notify(instance, 'onShow')
    },
    hide: ({ component, instance }: OpenPage): void => {
      component.getComponent().triggerPageLifetime('hide', [])
      notify(instance, 'onHide')
    },
    unload: ({ component, instance, box, styles }: OpenPage): void => {
      notify(instance, 'onUnload')
      component.release()
      box.remove()
      for (const style of styles) style.remove()
    },
  }
}
