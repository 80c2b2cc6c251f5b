// What holds of every screen: nothing is clipped or wider than the phone, and axe finds nothing. The gate looks at a
// sample, a nightly job at all; `npm run pictures` keeps what they see.
import AxeBuilder from '@axe-core/playwright'
import type { DeviceSettings } from '@local-number/weapp-runtime'
import type { BrowserContext, Page, TestInfo } from '@playwright/test'
import type { LoginPage } from '../support/login-page'
import type { LoginScreen } from '../support/login-screen'
import { DRESSES, type Dress, LOOKS, type Look, toSetup } from '../support/looks'
import { NIGHTLY } from '../support/nightly'
import { SCREENS, showScreen, showStill } from '../support/screens'
import { createLoginPage, expect, test } from '../support/test'
import { Traffic } from '../support/traffic'

/** The gate looks at these reasons; elsewhere they would only repeat themselves. */
const SAMPLE = ['fallback-offline', 'fallback-numberRetrievalFailed', 'fallback-dailyLimit']

/** What looks different in another layout or language: the gate looks at these. */
const GATE_SCREENS = [
  ...['consent', 'consent-dialog', 'acquiring', 'wifi', 'phone-entry', 'wrong-number', 'verified', 'other-way'],
  ...['sms-wrong-code', 'one-screen', 'fallback-numberRetrievalFailed'],
]

/** And the nightly job at these. */
const BY_LAYOUT = [...GATE_SCREENS, 'sms-number', 'sms-code', 'sms-captcha', 'wechat-denied']

const isReason = ({ name }: LoginScreen) => name.startsWith('fallback-')

function isShown({ lang, layout }: Dress, screen: LoginScreen): boolean {
  if (layout !== 'page' || lang === 'en') return BY_LAYOUT.includes(screen.name)
  return !isReason(screen) || SAMPLE.includes(screen.name)
}

/** A layout changes what is in it. */
function listLooks({ lang, layout }: Dress, build: string): readonly Look[] {
  const looks = layout === 'page' ? LOOKS : LOOKS.filter(({ width }) => width <= 390)
  return looks.filter(({ forcedColors }) => !forcedColors || (build === 'h5' && layout === 'page' && lang === 'zh'))
}

/** A reason changes the texts only. */
const REASON_LOOKS = LOOKS.slice(0, 2)

/** A folder for `npm run pictures`, which checks nothing. */
const { SCREENS_FOLDER } = process.env

type Shown = ConstructorParameters<typeof LoginPage>[2] & {
  readonly context: BrowserContext
  readonly build: 'h5' | 'weapp'
  readonly phone: Partial<DeviceSettings>
  readonly dress: Dress
}

async function look(screens: readonly LoginScreen[], looks: readonly Look[], shown: Shown, testInfo: TestInfo) {
  const { context, build, phone, dress, stack, carrierHost } = shown
  for (const screen of screens.filter(({ only = build }) => only === build)) {
    const page = await context.newPage()
    const places = { carrierHost, stack: screen.secure ? stack : { ...stack, secureDemo: null } }
    const login = createLoginPage(build, { ...phone, ...screen.phone }, [page, new Traffic(), places, testInfo])
    await (SCREENS_FOLDER ? showStill : showScreen)(login, screen, toSetup(dress))
    for (const each of looks) {
      await show(login, each)
      const name = [build, dress.layout, dress.lang, each.name, screen.name].join('-')
      if (SCREENS_FOLDER) await page.screenshot({ path: `${SCREENS_FOLDER}/${name}.png`, animations: 'disabled' })
      else await check(page, each, name)
    }
    expect.soft(await login.readProblems(), screen.name).toEqual([])
    // One clock for all pages.
    if (SCREENS_FOLDER && screen.passing) await page.clock.resume()
    await page.close()
  }
}

test.use({ contextOptions: { reducedMotion: 'reduce' }, ignoreHTTPSErrors: true, stackOptions: { secure: true } })

/** The usual one, and the one with the least room. */
const GATE_LOOKS = LOOKS.filter(({ name }) => name === '390-light' || name === '320-dark-large-text')

test('no screen of a login is clipped or too wide, and axe finds nothing', async ({
  context,
  stack,
  phone,
  carrierHost,
  build,
}, testInfo) => {
  test.setTimeout(900_000)
  const dress: Dress = { lang: 'en', layout: 'page' }
  const screens = SCREENS.filter(({ name }) => GATE_SCREENS.includes(name))
  await look(screens, GATE_LOOKS, { context, stack, phone, carrierHost, build, dress }, testInfo)
})

for (const dress of DRESSES) {
  const { lang, layout } = dress
  test.describe(`${layout}, ${lang}`, () => {
    test(
      'no screen is clipped or too wide, and axe finds nothing',
      NIGHTLY,
      async ({ context, stack, phone, carrierHost, build }, testInfo) => {
        test.setTimeout(900_000)
        const screens = SCREENS.filter((screen) => isShown(dress, screen))
        const shown = { context, stack, phone, carrierHost, build, dress }
        await look(screens, listLooks(dress, build), shown, testInfo)
      },
    )

    if (layout !== 'page') return
    test(
      'no reason is clipped or too wide, and axe finds nothing',
      NIGHTLY,
      async ({ context, stack, phone, carrierHost, build }, testInfo) => {
        test.setTimeout(900_000)
        const screens = SCREENS.filter((screen) => isReason(screen) && !isShown(dress, screen))
        await look(screens, REASON_LOOKS, { context, stack, phone, carrierHost, build, dress }, testInfo)
      },
    )
  })
}

async function check(page: Page, { width, largeText, forcedColors }: Look, name: string): Promise<void> {
  const isBrowser = name.startsWith('h5')
  expect.soft(await findClipped(page, isBrowser), name).toEqual([])
  // axe knows browsers, and finds the same at every size. Forced colors are the system's.
  if (isBrowser && width === 390 && !largeText && !forcedColors)
    expect.soft(await findViolations(page), name).toEqual([])
}

async function show(login: LoginPage, { width, height, colorScheme, largeText, forcedColors }: Look): Promise<void> {
  const { page } = login
  await page.setViewportSize({ width, height })
  await login.setColorScheme(colorScheme)
  await page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' })
  // As a phone's text setting does: the texts grow, and the boxes stay.
  await page.evaluate(
    (percent) => {
      document.documentElement.style.setProperty('-webkit-text-size-adjust', percent)
    },
    largeText ? '200%' : '100%',
  )
  await page.waitForFunction(() => [...document.images].every(({ complete, width }) => complete || width === 0))
  // Draws a frame in the new size, also while the page's clock stands still.
  await page.screenshot({ clip: { x: 0, y: 0, width: 16, height: 16 } })
}

/**
 * Elements of the component whose content is cut off or sticks out, and a page that scrolls sideways. What stands around
 * a mini-program, such as its bar, is WeChat's.
 */
function findClipped(page: Page, isBrowser: boolean): Promise<string[]> {
  return page.evaluate((isBrowser) => {
    const { scrollWidth, clientWidth } = document.documentElement
    const sideways = isBrowser && scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []
    /** A placeholder counts as the text that it stands for. */
    const measureContent = (part: HTMLElement) => {
      if (!(part instanceof HTMLInputElement) || part.value !== '') return part.scrollWidth
      part.value = part.placeholder
      const { scrollWidth } = part
      part.value = ''
      return scrollWidth
    }
    const parts = [...document.querySelectorAll<HTMLElement>('.lnl, .lnl *')]
    const clipped = parts.filter((part) => {
      const { overflowX, overflowY, position } = getComputedStyle(part)
      const { width, right } = part.getBoundingClientRect()
      if (width === 0 || part.closest('.lnl-live')) return false
      const hidden = overflowX === 'hidden' || overflowX === 'clip' || part.localName === 'input'
      const cut = hidden && measureContent(part) > part.clientWidth + 1
      const cutBelow = overflowY === 'hidden' && part.scrollHeight > part.clientHeight + 1
      return cut || cutBelow || (right > innerWidth + 1 && position !== 'absolute')
    })
    const describe = ({ localName, className, textContent }: HTMLElement) => `${localName}.${className}: ${textContent}`
    return [...sideways, ...clipped.map(describe)]
  }, isBrowser)
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
