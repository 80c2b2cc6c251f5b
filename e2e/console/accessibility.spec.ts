// axe, and no horizontal scrolling: every page in both languages, color schemes and widths. The gate checks every
// second page in one of two opposite combinations, which cover all six values; a nightly job checks every page in all
// eight.
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ConsolePage } from './support/console-page'
import { seedLogins } from './support/seed-logins'
import { expect, test } from './support/test'

const SCREENSHOTS = fileURLToPath(new URL('../../reports/screenshots/', import.meta.url))
const SIZES = { wide: { width: 1280, height: 860 }, narrow: { width: 390, height: 844 } } as const
const LANGUAGES = { zh: 'zh-CN', en: 'en-US' } as const

type Look = readonly [size: keyof typeof SIZES, language: keyof typeof LANGUAGES, colorScheme: 'light' | 'dark']

const OPPOSITES: readonly Look[] = [
  ['wide', 'zh', 'light'],
  ['narrow', 'en', 'dark'],
]
const OTHERS: readonly Look[] = [
  ['wide', 'en', 'dark'],
  ['narrow', 'zh', 'dark'],
  ['narrow', 'en', 'light'],
  ['wide', 'zh', 'dark'],
  ['wide', 'en', 'light'],
  ['narrow', 'zh', 'light'],
]
const ALL = process.env.CONSOLE_LOOKS === 'all'
const LOOKS = ALL ? [...OPPOSITES, ...OTHERS] : OPPOSITES

/** What is checked: an address, and steps from there. */
const VIEWS: readonly { readonly name: string; readonly hash: string; readonly go?: (page: Page) => Promise<void> }[] =
  [
    { name: 'timeline', hash: '#/' },
    { name: 'verified', hash: '#/', go: (page) => page.locator('.trace-item').nth(0).click() },
    { name: 'refused', hash: '#/', go: (page) => page.locator('.trace-item').nth(1).click() },
    { name: 'dropped', hash: '#/', go: (page) => page.locator('.trace-item').nth(3).click() },
    { name: 'wifi', hash: '#/', go: (page) => page.locator('.trace-item').nth(5).click() },
    { name: 'handsets', hash: '#/handsets' },
    { name: 'handset', hash: '#/handsets', go: (page) => page.locator('.card button').first().click() },
    { name: 'apps', hash: '#/apps' },
    { name: 'app', hash: '#/apps', go: (page) => page.locator('.card button').first().click() },
    { name: 'key-pair', hash: '#/apps', go: generateKeyPair },
    { name: 'faults', hash: '#/faults' },
    { name: 'clock', hash: '#/clock' },
    { name: 'magic', hash: '#/magic' },
    { name: 'handset-menu', hash: '#/magic', go: openHandsetMenu },
    { name: 'missing', hash: '#/nope' },
    { name: 'scheme-menu', hash: '#/clock', go: openSchemeMenu },
  ]

async function openHandsetMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Current handset|当前手机)/ }).click()
  await page.getByRole('menuitemradio').first().waitFor()
}

async function openSchemeMenu(page: Page): Promise<void> {
  const burger = page.getByRole('button', { name: /^(Menu|菜单)$/ })
  if (await burger.isVisible()) await burger.click()
  await page.getByRole('button', { name: /^(Appearance|外观)$/ }).click()
  await page.getByRole('menuitemradio').first().waitFor()
}

/** Downloads the private key, so that the dialog closes without a question. */
async function generateKeyPair(page: Page): Promise<void> {
  await page.getByRole('button', { name: /customer key pair|客户密钥对/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Generate|生成)$/ })
    .click()
  await page.getByRole('button', { name: /^(Download the private key|下载私钥)$/ }).click()
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}

async function showView(shown: ConsolePage, { hash, go }: (typeof VIEWS)[number]): Promise<void> {
  await shown.navigateTo(hash)
  await go?.(shown.page)
  await expect(shown.page.getByRole('status').filter({ hasText: /Loading|正在读取/ })).toHaveCount(0)
}

for (const [at, [size, language, colorScheme]] of LOOKS.entries()) {
  const views = ALL ? VIEWS : VIEWS.filter((_, index) => index % (2 * LOOKS.length) === at)
  test.describe(`${size}, ${language}, ${colorScheme}`, () => {
    const [viewport, locale] = [SIZES[size], LANGUAGES[language]]
    test.use({ viewport, locale, colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('no page has serious accessibility violations or scrolls sideways', async ({
      console,
      client,
      simulator,
      page,
    }) => {
      test.slow()
      await seedLogins(simulator, client)
      await console.open()
      await expect(console.live).toBeVisible()
      for (const view of views) {
        await showView(console, view)
        const name = `console-${view.name}-${size}-${language}-${colorScheme}`
        if (process.env.PICTURES) await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true })
        expect.soft(await findViolations(page), name).toEqual([])
        expect.soft(await console.measureOverflow(), `${name}: sideways`).toBe(0)
      }
    })
  })
}
