// What holds of every screen: nothing is clipped or wider than the phone, and axe finds nothing. The gate looks in two
// ways that have nothing in common, a nightly job in all; `npm run pictures` keeps what they see.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { LoginPage } from '../support/login-page'
import { DRESSES, type Dress, LOOKS, type Look, toSetup } from '../support/looks'
import { nightlyUnless } from '../support/nightly'
import { type LoginScreen, SCREENS, showScreen } from '../support/screens'
import { createLoginPage, expect, test } from '../support/test'
import { Traffic } from '../support/traffic'

/** Every reason is looked at once; elsewhere it would only repeat itself. */
const SAMPLE = ['fallback-offline', 'fallback-numberRetrievalFailed', 'fallback-dailyLimit']

/** What looks different in another layout or language. */
const BY_LAYOUT = [
  ...['consent', 'consent-dialog', 'acquiring', 'wifi', 'phone-entry', 'wrong-number', 'verified', 'other-way'],
  ...['one-screen', 'fallback-numberRetrievalFailed'],
]

function listScreens({ lang, layout }: Dress, build: string): readonly LoginScreen[] {
  const isWanted = (name: string) => {
    if (layout !== 'page' || (lang === 'en' && !isReason(name))) return BY_LAYOUT.includes(name)
    return lang === 'en' || !isReason(name) || SAMPLE.includes(name)
  }
  return SCREENS.filter(({ name, only = build }) => only === build && isWanted(name))
}

/** A reason changes the texts only, and a layout what is in it. */
function listLooks({ layout }: Dress, { name }: LoginScreen): readonly Look[] {
  if (isReason(name) && !SAMPLE.includes(name)) return LOOKS.slice(0, 2)
  return layout === 'page' ? LOOKS : LOOKS.filter(({ width }) => width <= 390)
}

const isReason = (name: string) => name.startsWith('fallback-')

/** A folder for `npm run pictures`, which checks nothing. */
const { SCREENS_FOLDER } = process.env

for (const dress of DRESSES) {
  const { lang, layout } = dress
  test.describe(`${layout}, ${lang}`, () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } })

    test(
      'no screen is clipped or too wide, and axe finds nothing',
      nightlyUnless(dress.inGate),
      async ({ context, stack, phone, carrierHost, build }, testInfo) => {
        test.setTimeout(900_000)
        for (const screen of listScreens(dress, build)) {
          const page = await context.newPage()
          const login = createLoginPage(build, phone, [page, new Traffic(), { stack, carrierHost }, testInfo])
          await (SCREENS_FOLDER && screen.passing
            ? showStill(login, screen, dress)
            : showScreen(login, screen, toSetup(dress)))
          for (const look of listLooks(dress, screen)) {
            await show(login, look)
            await lookAt(page, look, [build, layout, lang, look.name, screen.name].join('-'))
          }
          expect.soft(await login.readProblems(), screen.name).toEqual([])
          // One clock for all pages.
          if (SCREENS_FOLDER && screen.passing) await page.clock.resume()
          await page.close()
        }
      },
    )
  })
}

/** For pictures, the page's clock stands still; axe needs it to run. */
async function showStill(login: LoginPage, screen: LoginScreen, dress: Dress): Promise<void> {
  const { page } = login
  await page.clock.install()
  await showScreen(login, screen, toSetup(dress))
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
}

async function takePicture(page: Page, path: string): Promise<void> {
  // Draws a frame in the new size, also while the page's clock stands still.
  await page.screenshot({ clip: { x: 0, y: 0, width: 16, height: 16 } })
  await page.screenshot({ path, animations: 'disabled' })
}

async function lookAt(page: Page, { width, largeText }: Look, name: string): Promise<void> {
  if (SCREENS_FOLDER) return takePicture(page, `${SCREENS_FOLDER}/${name}.png`)
  expect.soft(await findClipped(page), name).toEqual([])
  // axe knows browsers, and finds the same at every size.
  const isBrowser = name.startsWith('h5')
  if (isBrowser && width === 390 && !largeText) expect.soft(await findViolations(page), name).toEqual([])
}

async function show(login: LoginPage, { width, height, colorScheme, largeText }: Look): Promise<void> {
  const { page } = login
  await page.setViewportSize({ width, height })
  await login.setColorScheme(colorScheme)
  // As a phone's text setting does: the texts grow, and the boxes stay.
  await page.evaluate(
    (percent) => {
      document.documentElement.style.setProperty('-webkit-text-size-adjust', percent)
    },
    largeText ? '200%' : '100%',
  )
  await page.waitForFunction(() => [...document.images].every(({ complete, width }) => complete || width === 0))
}

/** Elements of the component whose content is cut off or sticks out, and a page that scrolls sideways. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []
    const parts = [...document.querySelectorAll<HTMLElement>('.lnl, .lnl *')]
    const clipped = parts.filter((part) => {
      const { overflowX, overflowY, position } = getComputedStyle(part)
      const { width, right } = part.getBoundingClientRect()
      if (width === 0 || part.closest('.lnl-live')) return false
      const hidden = overflowX === 'hidden' || overflowX === 'clip' || part.localName === 'input'
      const cut = hidden && part.scrollWidth > part.clientWidth + 1
      const cutBelow = overflowY === 'hidden' && part.scrollHeight > part.clientHeight + 1
      return cut || cutBelow || (right > innerWidth + 1 && position !== 'absolute')
    })
    const describe = ({ localName, className, textContent }: HTMLElement) => `${localName}.${className}: ${textContent}`
    return [...sideways, ...clipped.map(describe)]
  })
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
