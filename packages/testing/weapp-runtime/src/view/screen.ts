// What WeChat draws around the pages: the bar with title and back button, toasts and pop-ups.
import type { AppConfig, JsonConfig } from '../package'
import { SCREEN_STYLE } from './style'

export interface Question {
  readonly title: string
  readonly content: string
  readonly confirmText: string
  /** `null` leaves out the button that refuses. */
  readonly cancelText: string | null
}

/** `box` is what comes and goes, `page` scrolls, and the page is rendered into `root`. */
export interface PageElements {
  readonly box: HTMLElement
  readonly page: HTMLElement
  readonly root: HTMLElement
}

export interface Screen {
  addPage(path: string): PageElements
  /** Shows the bar of a page. */
  showBar(config: JsonConfig, canGoBack: boolean): void
  setTitle(title: string): void
  /** Opens WeChat's own pop-up. */
  ask(question: Question): Promise<boolean>
  /** `null` hides it. */
  toast(title: string | null, icon?: string): void
}

export function createScreen({ window: appWindow = {} }: AppConfig, goBack: () => void): Screen {
  const style = document.createElement('style')
  style.textContent = SCREEN_STYLE
  document.head.prepend(style)
  const bar = createBar(goBack)
  const pages = createElement('main', 'weapp-pages')
  const toast = createElement('div', 'weapp-toast')
  toast.hidden = true
  document.body.append(bar.element, pages, toast)

  return {
    addPage: (path) => {
      const box = createElement('div', 'weapp-box-of-page')
      const page = createElement('div', 'weapp-page')
      const root = createElement('div', '')
      page.dataset.page = path
      page.append(root)
      box.append(page)
      pages.append(box)
      return { box, page, root }
    },
    showBar: (config, canGoBack) => bar.show({ ...appWindow, ...config }, canGoBack),
    setTitle: bar.setTitle,
    ask: askInDialog,
    toast: (text, icon = 'none') => {
      toast.dataset.icon = icon
      toast.hidden = text === null
      toast.textContent = text
    },
  }
}

function createBar(goBack: () => void) {
  const back = createElement('button', 'weapp-back', '‹')
  back.setAttribute('aria-label', '返回')
  back.addEventListener('click', goBack)
  const title = createElement('span', 'weapp-title')
  const element = createElement('header', 'weapp-bar')
  element.append(back, title, createElement('span', 'weapp-capsule', '•••  ◎'))
  return {
    element,
    show: (config: JsonConfig, canGoBack: boolean) => {
      element.hidden = config.navigationStyle === 'custom'
      element.style.background = config.navigationBarBackgroundColor ?? '#000'
      element.style.color = config.navigationBarTextStyle === 'black' ? '#000' : '#fff'
      title.textContent = config.navigationBarTitleText ?? ''
      back.hidden = !canGoBack
    },
    setTitle: (text: string) => {
      title.textContent = text
    },
  }
}

function askInDialog({ title, content, confirmText, cancelText }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const veil = createElement('div', 'weapp-veil')
    const dialog = createElement('div', 'weapp-dialog')
    dialog.setAttribute('role', 'dialog')
    const choices = createElement('div', 'weapp-choices')
    const addChoice = (text: string, answer: boolean) => {
      const button = createElement('button', '', text)
      button.addEventListener('click', () => {
        veil.remove()
        resolve(answer)
      })
      choices.append(button)
    }
    if (cancelText !== null) addChoice(cancelText, false)
    addChoice(confirmText, true)
    dialog.append(createElement('h2', '', title), createElement('p', '', content), choices)
    veil.append(dialog)
    document.body.append(veil)
  })
}

function createElement(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
