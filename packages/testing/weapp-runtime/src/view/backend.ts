// glass-easel's backend in this window: WeChat's tag names, styles per page, and which events reach the page.
import * as glassEasel from 'glass-easel'
import { withoutRpx } from '../rpx'
import { inScope } from '../style-scope'

/** In built-ins' templates: the browser's own element. */
const BROWSERS_OWN = 'dom-'

/** What the window may tell the page of: everything else, e.g. `input` or `scroll`, comes from the built-ins. */
const GESTURES: readonly string[] = [
  ...['tap', 'canceltap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
]

export class WindowBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) =>
      tag.startsWith(BROWSERS_OWN) ? document.createElement(tag.slice(BROWSERS_OWN.length)) : rendered(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document']

  /** Each page has a document of its own in WeChat: its styles go out of force with it. */
  #styles: HTMLStyleElement[] = []
  readonly #contents = new Map<string, string>()

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.#contents.set(path, String(content))
  }

  /** Asked for the name of a style scope. */
  scopeName: (scope: number) => string | undefined = () => undefined

  override appendStyleSheetPath(path: string, scope = 0): number {
    const style = document.createElement('style')
    style.dataset.path = path
    style.textContent = inScope(this.#contents.get(path) ?? '', this.scopeName(scope))
    document.head.appendChild(style)
    return this.#styles.push(style) - 1
  }

  override disableStyleSheet(index: number): void {
    this.#styles[index]?.remove()
  }

  /** The styles that were added since the last call. */
  takeStyles(): readonly HTMLStyleElement[] {
    return this.#styles.splice(0)
  }

  /** Lets what happens in the window reach components; a disabled button is deaf to taps. */
  listen(): void {
    this.onEvent((target, type, detail, options) => {
      const event = new glassEasel.Event(type, detail, options)
      if (!GESTURES.includes(type)) return event.getEventBubbleStatus()
      if (!(type === 'tap' && isDisabled(options.originalEvent))) glassEasel.Event.dispatchEvent(target, event)
      return event.getEventBubbleStatus()
    })
  }
}

/** The element of a tag: WeChat knows rpx in a `style` attribute too. */
function rendered(tag: string): HTMLElement {
  const element = document.createElement(`wx-${tag}`)
  const { setAttribute } = element
  element.setAttribute = (name, value) => setAttribute.call(element, name, name === 'style' ? withoutRpx(value) : value)
  return element
}

function isDisabled(original: unknown): boolean {
  const { target } = original as globalThis.Event
  return (target as Element | null)?.closest?.('wx-button[disabled]') != null
}
