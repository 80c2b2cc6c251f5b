// What a designer measured on the ways by text message and by WeChat's button.
import type { Locator } from '@playwright/test'
import type { LoginPage } from '../support/login-page'
import { SCREENS, showScreen } from '../support/screens'
import { expect, test } from '../support/test'

const findScreen = (name: string) => {
  const screen = SCREENS.find((each) => each.name === name)
  if (!screen) throw new Error(`there is no screen ${name}`)
  return screen
}

const findVisible = ({ page }: LoginPage, selector: string) => page.locator(`${selector}:visible`).first()

/** Of a label on the fill behind it, as WCAG 2 defines it; `NaN` for what is half transparent. */
const measureContrast = (label: Locator) =>
  label.evaluate(async (element) => {
    await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished))
    const readColor = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number)
    const chain: Element[] = []
    for (let each: Element | null = element; each; each = each.parentElement) chain.push(each)
    if (chain.some((each) => getComputedStyle(each).opacity !== '1')) return Number.NaN
    const fills = chain.map((each) => readColor(getComputedStyle(each).backgroundColor))
    const fill = fills.find(([, , , alpha = 1]) => alpha === 1) ?? [255, 255, 255]
    const measureLight = ([red = 0, green = 0, blue = 0]: number[]) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const lights = [readColor(getComputedStyle(element).color), fill].map(measureLight)
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
  })

for (const name of ['sms-too-often', 'sms-code']) {
  test(`a button that counts down is legible, in light and dark: ${name}`, async ({ login }) => {
    await showScreen(login, findScreen(name))
    for (const colorScheme of ['light', 'dark'] as const) {
      await login.setColorScheme(colorScheme)
      expect.soft(await measureContrast(findVisible(login, '.lnl-disabled')), colorScheme).toBeGreaterThanOrEqual(4.5)
    }
  })
}

test('an error of two lines begins beside its mark', async ({ login }) => {
  await showScreen(login, findScreen('sms-expired-code'), { lang: 'en' })
  await login.page.setViewportSize({ width: 320, height: 640 })
  const lefts = await findVisible(login, '.lnl-problem').evaluate((each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ left }) => left)
  })
  expect(lefts.length).toBeGreaterThan(1)
  expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThanOrEqual(1)
})

test('the empty field asks for a number, and not for this phone’s', async ({ login }) => {
  await showScreen(login, findScreen('sms-number'))
  await expect(login.page.getByText('本机号码', { exact: true })).toHaveCount(0)
  await expect(login.phoneField).toHaveAttribute('placeholder', '请输入手机号')
})
