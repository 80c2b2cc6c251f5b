// The stack of pages and their lives, in WeChat's order.
import type { Root } from 'glass-easel-miniprogram-adapter'
import { RuntimeError } from '../errors'
import type { MiniProgramPackage } from '../package'
import type { WindowBackend } from '../view/backend'
import type { Screen } from '../view/screen'
import type { Code } from './code'
import { type EventChannel, eventChannel } from './event-channel'
import { resolved } from './modules'
import type { LogicThread } from './thread'

/** What a mini-program sees of a page. */
export interface PageInstance {
  route: string
  createSelectorQuery(): unknown
  [member: string]: unknown
}

interface OpenPage {
  readonly path: string
  readonly instance: PageInstance
  readonly root: Root
  readonly box: HTMLElement
  readonly styles: readonly HTMLStyleElement[]
  /** What the page has set as its title. */
  title: string | null
}

export interface Pages {
  readonly instances: readonly PageInstance[]
  readonly paths: readonly string[]
  /** Whatever is open is closed: launch, `reLaunch`. */
  relaunch(url: string): void
  /** @returns the opener's end of the way to the new page */
  navigateTo(url: string): EventChannel
  redirectTo(url: string): void
  /** @returns false on the first page, which has nothing to go back to */
  back(delta?: number): boolean
  /** Of the page on top, for as long as it is open. */
  setTitle(title: string): void
  /** The app came to the foreground, or left it. */
  show(): void
  hide(): void
}

/** WeChat's limit of pages in the stack. */
const MAX_PAGES = 10

export function createPages(
  { app, json }: MiniProgramPackage,
  code: Code,
  window: WindowBackend,
  screen: Screen,
  thread: LogicThread,
  latencyMs: number,
  missing: (what: string) => void,
): Pages {
  const stack: OpenPage[] = []

  const top = () => stack.at(-1)
  const tell = (instance: PageInstance, lifetime: string, ...parameters: unknown[]) => {
    const method = instance[lifetime]
    if (typeof method === 'function') thread.run(() => method.apply(instance, parameters))
  }

  function locate(url: string): Location {
    const location = parsedUrl(top()?.path ?? '', url)
    if (app.pages.includes(location.path) && code.isPage(location.path)) return location
    throw new RuntimeError('pageNotFound', `page "${location.path}" is not found`)
  }

  function open({ path, query }: Location, fromOpener: EventChannel = eventChannel()[1]): void {
    const { box, page: scrolled, root: place } = screen.addPage(path)
    window.takeStyles()
    const root = code.backend.createRoot('page', code.space, path)
    const instance = root.get() as unknown as PageInstance
    const getOpenerEventChannel = () => fromOpener
    Object.assign(instance, { route: path, options: query, __route__: path, getOpenerEventChannel })
    const page: OpenPage = { path, instance, root, box, styles: window.takeStyles(), title: null }
    stack.push(page)
    scrolled.addEventListener('scroll', () => thread.post(() => scroll(page, scrolled.scrollTop), latencyMs))
    // The components' own lifetimes come first, the page's after them.
    root.attach(place.parentElement as never, place as never)
    tell(instance, 'onLoad', query)
    reveal()
    thread.post(() => {
      if (stack.includes(page)) tell(instance, 'onReady')
    }, latencyMs)
  }

  function scroll({ instance }: OpenPage, scrollTop: number): void {
    tell(instance, 'onPageScroll', { scrollTop })
    if (typeof instance.onReachBottom === 'function') missing('Page.onReachBottom')
  }

  function tellShow({ root, instance }: OpenPage): void {
    root.getComponent().triggerPageLifetime('show', [])
    tell(instance, 'onShow')
  }

  function tellHide({ root, instance }: OpenPage): void {
    root.getComponent().triggerPageLifetime('hide', [])
    tell(instance, 'onHide')
  }

  /** Shows the page on top. */
  function reveal(): void {
    const page = top()
    if (!page) return
    page.box.hidden = false
    setStyles(page, true)
    screen.showBar(json[page.path] ?? {}, stack.length > 1)
    if (page.title !== null) screen.setTitle(page.title)
    tellShow(page)
  }

  function cover(): void {
    const page = top()
    if (!page) return
    tellHide(page)
    page.box.hidden = true
    setStyles(page, false)
  }

  function close(): void {
    const page = stack.pop()
    if (!page) return
    tell(page.instance, 'onUnload')
    page.root.release()
    page.box.remove()
    for (const style of page.styles) style.remove()
  }

  return {
    get instances() {
      return stack.map(({ instance }) => instance)
    },
    get paths() {
      return stack.map(({ path }) => path)
    },
    relaunch: (url) => {
      const location = locate(url)
      while (stack.length > 0) close()
      open(location)
    },
    navigateTo: (url) => {
      if (stack.length >= MAX_PAGES) throw new RuntimeError('tooManyPages', 'webview count limit exceed')
      const location = locate(url)
      const [opener, opened] = eventChannel()
      cover()
      open(location, opened)
      return opener
    },
    redirectTo: (url) => {
      const location = locate(url)
      close()
      open(location)
    },
    back: (delta = 1) => {
      if (stack.length < 2) return false
      for (let n = Math.min(delta, stack.length - 1); n > 0; n--) close()
      reveal()
      return true
    },
    setTitle: (title) => {
      const page = top()
      if (page) page.title = title
      screen.setTitle(title)
    },
    show: () => {
      const page = top()
      if (page) tellShow(page)
    },
    hide: () => {
      const page = top()
      if (page) tellHide(page)
    },
  }
}

function setStyles({ styles }: OpenPage, inForce: boolean): void {
  for (const style of styles) style.media = inForce ? 'all' : 'not all'
}

interface Location {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** WeChat leaves the values of a query percent-encoded. */
export function parsedUrl(from: string, url: string): Location {
  const [name = '', queryText = ''] = url.split('?')
  const pairs = queryText.split('&').filter((pair) => pair !== '')
  const query = pairs.map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  })
  return { path: resolved(from, name), query: Object.fromEntries(query) }
}
