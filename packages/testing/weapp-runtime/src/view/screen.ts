// What WeChat draws around the pages: the bar with title and back button, toasts and pop-ups.
import type { Theme } from '../device'
import type { AppConfig, JsonConfig, ThemeVariables } from '../package'
import { SCREEN_STYLE } from './style'

export interface Question {
  readonly title: string
  readonly content: string
  readonly confirmText: string
  /** `null` leaves out the button that refuses. */
  readonly cancelText: string | null
}

/** As `wx.setNavigationBarColor` takes them. */
export interface BarColors {
  readonly frontColor: string
  readonly backgroundColor: string
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
  setBarColors(colors: BarColors): void
  /** The variables in the bar's settings get the values of this theme. */
  setTheme(theme: Theme): void
  /** Opens WeChat's own pop-up. */
  ask(question: Question): Promise<boolean>
  /** `null` hides it. */
  toast(title: string | null, icon?: string): void
}

export interface ScreenOptions {
  readonly app: AppConfig
  /** `null` without `darkmode`. */
  readonly themes: ThemeVariables | null
  readonly theme: Theme
  readonly goBack: () => void
}

export function createScreen({ app, themes, theme, goBack }: ScreenOptions): Screen {
  const style = document.createElement('style')
  style.textContent = SCREEN_STYLE
  document.head.prepend(style)
  const bar = createBar(goBack)
  const { window: appWindow = {} } = app
  const resolve = () => resolveVariables(shown.config, themes?.[shown.theme] ?? {})
  let shown: { readonly config: JsonConfig; readonly theme: Theme } = { config: {}, theme }
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
    showBar: (config, canGoBack) => {
      shown = { ...shown, config: { ...appWindow, ...config } }
      bar.show(resolve(), canGoBack)
    },
    setTitle: bar.setTitle,
    setBarColors: bar.setColors,
    setTheme: (changed) => {
      shown = { ...shown, theme: changed }
      if (themes) bar.color(resolve())
    },
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
  const setColors = ({ frontColor, backgroundColor }: BarColors) => {
    element.style.color = frontColor
    element.style.background = backgroundColor
  }
  const color = ({ navigationBarTextStyle, navigationBarBackgroundColor = '#000' }: JsonConfig) =>
    setColors({
      frontColor: navigationBarTextStyle === 'black' ? '#000' : '#fff',
      backgroundColor: navigationBarBackgroundColor,
    })
  return {
    element,
    color,
    setColors,
    show: (config: JsonConfig, canGoBack: boolean) => {
      element.hidden = config.navigationStyle === 'custom'
      color(config)
      title.textContent = config.navigationBarTitleText ?? ''
      back.hidden = !canGoBack
    },
    setTitle: (text: string) => {
      title.textContent = text
    },
  }
}

/** A setting `@name` has the value of the theme's variable. */
function resolveVariables(config: JsonConfig, variables: Readonly<Record<string, string>>): JsonConfig {
  const values = Object.entries(config).map(([name, value]) => {
    const variable = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : null
    return [name, variable === null ? value : variables[variable]]
  })
  return Object.fromEntries(values)
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
