// glass-easel's backend in this window: WeChat's tag names, styles per page, and which events reach the page.
import * as glassEasel from 'glass-easel'

/** In built-ins' templates: the browser's own element. */
const BROWSERS_OWN = 'dom-'

export class WindowBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) =>
      document.createElement(tag.startsWith(BROWSERS_OWN) ? tag.slice(BROWSERS_OWN.length) : `wx-${tag}`),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document']

  /** Each page has a document of its own in WeChat: its styles go out of force with it. */
  #styles: HTMLStyleElement[] = []
  readonly #contents = new Map<string, string>()

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.#contents.set(path, String(content))
  }

  override appendStyleSheetPath(path: string): number {
    const style = document.createElement('style')
    style.dataset.path = path
    style.textContent = this.#contents.get(path) ?? ''
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
      if (!(type === 'tap' && isDisabled(options.originalEvent))) glassEasel.Event.dispatchEvent(target, event)
      return event.getEventBubbleStatus()
    })
  }
}

function isDisabled(original: unknown): boolean {
  const { target } = original as globalThis.Event
  return (target as Element | null)?.closest?.('wx-button[disabled]') != null
}
