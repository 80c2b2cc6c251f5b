// What WeChat draws around the pages: the bar with title and way back, toasts and pop-ups.
import type { AppConfig, JsonConfig } from '../package'
import { SCREEN_STYLE } from './style'

export interface Question {
  readonly title: string
  readonly content: string
  readonly confirmText: string
  /** Without it there is nothing to refuse. */
  readonly cancelText: string | null
}

export interface Screen {
  /** A new page's place: `box` is what comes and goes, `page` what scrolls, `root` what the page is rendered into. */
  addPage(path: string): { readonly box: HTMLElement; readonly page: HTMLElement; readonly root: HTMLElement }
  /** The bar over a page. */
  showBar(config: JsonConfig, canGoBack: boolean): void
  setTitle(title: string): void
  /** WeChat's own pop-up. */
  ask(question: Question): Promise<boolean>
  /** `null` takes it away. */
  toast(title: string | null): void
}

export function createScreen({ window: appWindow = {} }: AppConfig, goBack: () => void): Screen {
  const style = document.createElement('style')
  style.textContent = SCREEN_STYLE
  document.head.prepend(style)
  const back = element('button', 'weapp-back', '‹')
  back.setAttribute('aria-label', '返回')
  back.addEventListener('click', goBack)
  const title = element('span', 'weapp-title')
  const bar = element('header', 'weapp-bar')
  bar.append(back, title, element('span', 'weapp-capsule', '•••  ◎'))
  const pages = element('main', 'weapp-pages')
  const toast = element('div', 'weapp-toast')
  toast.hidden = true
  document.body.append(bar, pages, toast)

  return {
    addPage: (path) => {
      const box = element('div', 'weapp-box-of-page')
      const page = element('div', 'weapp-page')
      const root = element('div', '')
      page.dataset.page = path
      page.append(root)
      box.append(page)
      pages.append(box)
      return { box, page, root }
    },
    showBar: (config, canGoBack) => {
      const { navigationBarTitleText, navigationBarBackgroundColor, navigationBarTextStyle, navigationStyle } = {
        ...appWindow,
        ...config,
      }
      bar.hidden = navigationStyle === 'custom'
      bar.style.background = navigationBarBackgroundColor ?? '#000'
      bar.style.color = navigationBarTextStyle === 'black' ? '#000' : '#fff'
      title.textContent = navigationBarTitleText ?? ''
      back.hidden = !canGoBack
    },
    setTitle: (text) => {
      title.textContent = text
    },
    ask: ({ title: heading, content, confirmText, cancelText }) =>
      new Promise((resolve) => {
        const veil = element('div', 'weapp-veil')
        const dialog = element('div', 'weapp-dialog')
        dialog.setAttribute('role', 'dialog')
        const choices = element('div', 'weapp-choices')
        const choice = (text: string, answer: boolean) => {
          const button = element('button', '', text)
          button.addEventListener('click', () => {
            veil.remove()
            resolve(answer)
          })
          choices.append(button)
        }
        if (cancelText !== null) choice(cancelText, false)
        choice(confirmText, true)
        dialog.append(element('h2', '', heading), element('p', '', content), choices)
        veil.append(dialog)
        document.body.append(veil)
      }),
    toast: (text) => {
      toast.hidden = text === null
      toast.textContent = text
    },
  }
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
