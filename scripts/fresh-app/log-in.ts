/// <reference lib="dom" />
// Logs in with a built app as its user would, against a stack of its own: a simulator and a business server.
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { createHttpHost, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { findChromium } from '../../e2e/chromium'

export interface BuiltApp {
  /** Where its build is. */
  readonly folder: string
  readonly platform: 'h5' | 'weapp'
  /** The page with the login, such as `index`. */
  readonly page: string
}

/** The number of the simulator's first handset. */
const NUMBER = '13800138000'
/** The AppID that is registered at the simulator. */
const WECHAT_APP_ID = 'wx10a00cf000000000'
/** Tests are not about speed: a busy machine must not fail them. */
const PATIENCE_MS = 30_000

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
}

/** @throws Error that says how far it came */
export async function logIn(browser: Browser, app: BuiltApp): Promise<void> {
  const env = { ...ANY_PORTS, DATA_DIR: `${app.folder}/../.data` }
  const stack = await startStack({ env, ...(app.platform === 'h5' ? { demoFolder: app.folder } : {}) })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await open(page, app, stack)
    await walk(page).catch(async (error: Error) => {
      const text = await page
        .locator('.lnl')
        .last()
        .innerText({ timeout: 1_000 })
        .catch(() => 'no login')
      throw new Error(`${error.message}\nThe page says: ${text}\nErrors: ${errors.join('\n')}`)
    })
  } finally {
    await context.close()
    await stack.stop()
  }
}

async function open(page: Page, app: BuiltApp, { simulator, backend, demo }: Stack): Promise<void> {
  const query = new URLSearchParams({ carrier: simulator.origin, backend: backend.url })
  if (app.platform === 'h5') {
    await page.goto(`${demo?.url}#/pages/${app.page}/index?${query}`)
  } else {
    const settings = { appId: WECHAT_APP_ID, launchUrl: `pages/${app.page}/index?${query}`, host: createHttpHost() }
    await startInPage(page, packMiniProgram(app.folder), settings)
  }
}

/** A build without the style sheet logs in all the same. */
async function requireStyle(button: Locator): Promise<void> {
  const radius = await button.evaluate((element) => getComputedStyle(element).borderRadius)
  if (radius === '0px') throw new Error('the style sheet is missing: the button has no rounded corners')
}

async function walk(page: Page): Promise<void> {
  const login = page.locator('.lnl').last()
  await requireStyle(login.locator('.lnl-button').first())
  await login.locator('.lnl-checkbox').tap()
  await login.locator('.lnl-button').first().tap()
  await login.locator('.lnl-input input').fill(NUMBER)
  await login.locator('.lnl-button').first().tap()
  await login.getByText('验证成功').last().waitFor()
}
