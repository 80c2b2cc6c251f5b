// glass-easel's backend in this window: WeChat's tag names, styles per page, and which events reach the page.
import * as glassEasel from 'glass-easel'
import { GESTURES } from '../built-ins/lacking'
import { replaceRpx } from '../rpx'
import { applyScope } from '../style-scope'

/** Prefix of the browser's own elements in the templates of built-ins. */
const DOM_PREFIX = 'dom-'

export class WindowBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) =>
      tag.startsWith(DOM_PREFIX) ? document.createElement(tag.slice(DOM_PREFIX.length)) : createTagElement(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document']

  /** Each page has its own document in WeChat, so its styles end with it. */
  #styles: HTMLStyleElement[] = []
  readonly #contents = new Map<string, string>()

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.#contents.set(path, String(content))
  }

  /** Returns the name of a style scope. */
  findScopeName: (scope: number) => string | undefined = () => undefined

  override appendStyleSheetPath(path: string, scope = 0): number {
    const style = document.createElement('style')
    style.dataset.path = path
    style.textContent = applyScope(this.#contents.get(path) ?? '', this.findScopeName(scope))
    document.head.appendChild(style)
    return this.#styles.push(style) - 1
  }

  override disableStyleSheet(index: number): void {
    this.#styles[index]?.remove()
  }

  /** Returns the styles that were added since the last call. */
  takeStyles(): readonly HTMLStyleElement[] {
    return this.#styles.splice(0)
  }

  /** Passes the window's events on to components. A disabled button receives no taps. */
  listen(): void {
    this.onEvent((target, type, detail, options) => {
      const event = new glassEasel.Event(type, detail, options)
      if (!GESTURES.includes(type)) return event.getEventBubbleStatus()
      if (!(type === 'tap' && isDisabled(options.originalEvent))) glassEasel.Event.dispatchEvent(target, event)
      return event.getEventBubbleStatus()
    })
  }
}

/** WeChat accepts rpx in a `style` attribute, too. */
function createTagElement(tag: string): HTMLElement {
  const element = document.createElement(`wx-${tag}`)
  const { setAttribute } = element
  element.setAttribute = (name, value) => setAttribute.call(element, name, name === 'style' ? replaceRpx(value) : value)
  return element
}

function isDisabled(original: unknown): boolean {
  const { target } = original as globalThis.Event
  return (target as Element | null)?.closest?.('wx-button[disabled]') != null
}
