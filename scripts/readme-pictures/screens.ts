/// <reference lib="dom" />
// The demo as a phone shows it, without its panel.
import type { Browser, Page } from '@playwright/test'
import type { PhoneScreen, Theme } from './phones'

/** What people read and tap in each language of the READMEs. */
export const LANGUAGES = {
  zh: { lang: 'zh-CN', start: '本机号码登录', submit: '登录', verified: '验证成功', wifi: '请关闭 Wi-Fi' },
  en: {
    lang: 'en',
    start: 'Sign in with this phone',
    submit: 'Sign in',
    verified: 'Verified',
    wifi: 'Turn off Wi\u2011Fi',
  },
} as const

export type Language = keyof typeof LANGUAGES

export interface DemoOptions {
  readonly address: string
  readonly language: Language
  readonly theme: Theme
}

export interface DemoScreen {
  readonly page: Page
  readonly words: (typeof LANGUAGES)[Language]
  /** Starts a login on one of the simulator's handsets. */
  begin(handset: string): Promise<void>
  shoot(): Promise<PhoneScreen>
}

/** Below the phone's status bar, which is drawn around it. */
const VIEWPORT = { width: 390, height: 600 }

const WITHOUT_PANEL = `
  .demo-panel { display: none !important; }
  .demo .demo-screen { min-height: 100vh !important; }
  * { caret-color: transparent !important; }
`

export async function openDemo(browser: Browser, { address, language, theme }: DemoOptions): Promise<DemoScreen> {
  const words = LANGUAGES[language]
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 2,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: words.lang,
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  return {
    page,
    words,
    async begin(handset) {
      const query = new URLSearchParams({ handset, theme, lang: words.lang, flow: 'stepByStep' })
      // Another address than before: the same one would not load anew.
      await page.goto('about:blank')
      await page.goto(`${address}#/pages/standard/index?${query}`)
      await page.addStyleTag({ content: WITHOUT_PANEL })
      await page.locator('.lnl-checkbox').waitFor()
    },
    shoot: async () => ({
      image: await page.screenshot({ animations: 'disabled' }),
      ground: await page.locator('.demo-screen').evaluate((screen) => getComputedStyle(screen).backgroundColor),
    }),
  }
}
