// The stack of pages and their lifetimes, in WeChat's order.
import { RuntimeError } from '../errors'
import type { BarColors } from '../view/screen'
import { createEventChannel, type EventChannel } from './event-channel'
import { createPageLifecycle, type OpenPage, type PageInstance, type PageLifecycleOptions } from './page-lifecycle'
import { type PageLocation, parsePageUrl } from './paths'

export interface Pages {
  readonly instances: readonly PageInstance[]
  readonly paths: readonly string[]
  /** Closes every open page first: launch, `reLaunch`. */
  relaunch(url: string): void
  /** @returns the opener's end of the event channel */
  navigateTo(url: string): EventChannel
  redirectTo(url: string): void
  /** @returns false on the first page, which has no page below */
  back(delta?: number): boolean
  /** Sets the title of the page on top for as long as it is open. */
  setTitle(title: string): void
  /** Sets the bar's colors of the page on top for as long as it is open. */
  setBarColors(colors: BarColors): void
  /** The app came to the foreground. */
  show(): void
  /** The app left the foreground. */
  hide(): void
}

export type PagesOptions = PageLifecycleOptions

/** WeChat's limit of open pages. */
const MAX_PAGES = 10

/** @throws RuntimeError `pageNotFound`, `tooManyPages` from the members that open a page */
export function createPages(options: PagesOptions): Pages {
  const { pkg, code, screen } = options
  const stack: OpenPage[] = []
  const top = () => stack.at(-1)
  const lifecycle = createPageLifecycle(options)

  function locate(url: string): PageLocation {
    const location = parsePageUrl(top()?.path ?? '', url)
    if (pkg.app.pages.includes(location.path) && code.isPage(location.path)) return location
    throw new RuntimeError('pageNotFound', `page "${location.path}" is not found`)
  }

  function open(location: PageLocation, fromOpener: EventChannel = createEventChannel()[1]): void {
    const page = lifecycle.create(location, fromOpener)
    stack.push(page)
    lifecycle.load(page, location.query)
    reveal()
    lifecycle.postReady(page, () => stack.includes(page))
  }

  /** Shows the page on top. */
  function reveal(): void {
    const page = top()
    if (!page) return
    setVisible(page, true)
    screen.showBar(pkg.json[page.path] ?? {}, stack.length > 1)
    if (page.title !== null) screen.setTitle(page.title)
    if (page.colors !== null) screen.setBarColors(page.colors)
    lifecycle.show(page)
  }

  function cover(): void {
    const page = top()
    if (!page) return
    lifecycle.hide(page)
    setVisible(page, false)
  }

  function close(): void {
    const page = stack.pop()
    if (page) lifecycle.unload(page)
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
      const [opener, opened] = createEventChannel()
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
    setBarColors: (colors) => {
      const page = top()
      if (page) page.colors = colors
      screen.setBarColors(colors)
    },
    show: () => {
      const page = top()
      if (page) lifecycle.show(page)
    },
    hide: () => {
      const page = top()
      if (page) lifecycle.hide(page)
    },
  }
}

/**
 * A covered page stays in the document, but its styles are disabled: WeChat renders each page in a document of its own.
 */
function setVisible({ box, styles }: OpenPage, visible: boolean): void {
  box.hidden = !visible
  for (const style of styles) style.media = visible ? 'all' : 'not all'
}
