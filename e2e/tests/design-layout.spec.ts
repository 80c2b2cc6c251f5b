// What a designer measured on the screens, in both builds: nothing breaks, jumps or leaves the screen.
import type { Locator } from '@playwright/test'
import type { LoginPage } from '../support/login-page'
import { nightlyUnless } from '../support/nightly'
import { SCREENS, showScreen } from '../support/screens'
import { agree, IMAGE, see } from '../support/steps'
import { expect, test } from '../support/test'

const findScreen = (name: string) => {
  const screen = SCREENS.find((each) => each.name === name)
  if (!screen) throw new Error(`there is no screen ${name}`)
  return screen
}

/** As a phone's text setting does: the texts grow, and the boxes stay. */
const enlargeText = ({ page }: LoginPage) =>
  page.evaluate(() => document.documentElement.style.setProperty('-webkit-text-size-adjust', '200%'))

async function measure(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element} is not on the page`)
  return { ...box, right: box.x + box.width, bottom: box.y + box.height, middle: box.y + box.height / 2 }
}

const findVisible = ({ page }: LoginPage, selector: string) => page.locator(`${selector}:visible`).first()

/** Until it has slid in. */
const waitForSheet = ({ page }: LoginPage) =>
  page.locator('.lnl-sheet').evaluate((sheet) => Promise.all(sheet.getAnimations().map(({ finished }) => finished)))

/** Of the first line of an element's text. */
const measureFirstLine = (element: Locator) =>
  element.evaluate((each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    // Taro's elements have empty parts, too.
    const line = [...range.getClientRects()].find(({ width }) => width > 0)
    return line ? line.top + line.height / 2 : Number.NaN
  })

test('at 320 px and 200 %, the verified number is one line in the middle', async ({ login }) => {
  await showScreen(login, findScreen('verified'))
  await login.page.setViewportSize({ width: 320, height: 900 })
  await enlargeText(login)
  const number = findVisible(login, '.lnl-number')
  const lines = await number.evaluate((each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })
  expect(lines).toBe(1)
  const { x, right } = await measure(number)
  expect(x).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(320)
  expect(Math.abs((x + right) / 2 - 160)).toBeLessThanOrEqual(2)
})

/** English has the longer texts. */
for (const lang of [undefined, 'en'] as const) {
  const language = lang ?? 'zh'

  const inGate = nightlyUnless(language === 'en')

  test(
    `the button stays where it is when the longest error appears, at any width: ${language}`,
    inGate,
    async ({ login }) => {
      await showScreen(login, findScreen('phone-typed'), lang ? { lang } : {})
      const button = findVisible(login, '.lnl-view .lnl-button')
      const tops = new Map<number, number>()
      for (const width of [320, 390]) {
        await login.page.setViewportSize({ width, height: 844 })
        tops.set(width, (await measure(button)).y)
      }
      await login.phoneField.fill('13900139000')
      await button.click()
      await expect(findVisible(login, '.lnl-field-wrong')).toBeVisible()
      for (const [width, top] of tops) {
        await login.page.setViewportSize({ width, height: 844 })
        expect.soft((await measure(button)).y, `at ${width}`).toBe(top)
      }
    },
  )

  test(
    `the box is in the middle of its first line, however large the text is: ${language}`,
    inGate,
    async ({ login }) => {
      await showScreen(login, findScreen('consent'), lang ? { lang } : {})
      const difference = async () =>
        (await measure(login.checkbox)).middle - (await measureFirstLine(findVisible(login, '.lnl-consent-text')))
      expect.soft(Math.abs(await difference())).toBeLessThanOrEqual(2)
      await enlargeText(login)
      expect.soft(Math.abs(await difference())).toBeLessThanOrEqual(2)
    },
  )
}

/** The lines of an element's text: where each begins, and its middle. */
const readLines = (element: Locator) =>
  element.evaluate((each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    const lines: { left: number; middle: number }[] = []
    for (const { left, top, width, height } of range.getClientRects()) {
      if (width === 0) continue
      const middle = top + height / 2
      const line = lines.find((other) => Math.abs(other.middle - middle) < height / 2)
      if (line) line.left = Math.min(line.left, left)
      else lines.push({ left, middle })
    }
    return lines
  })

for (const [name, selector] of [
  ['consent', '.lnl-consent-text'],
  ['consent-dialog', '.lnl-sheet .lnl-consent-text'],
] as const) {
  for (const lang of ['en', undefined] as const) {
    const title = `however large the text is, every line of the sentence begins at its edge: ${name}, ${lang ?? 'zh'}`
    test(title, nightlyUnless(lang === 'en'), async ({ login }) => {
      await showScreen(login, findScreen(name), lang ? { lang } : {})
      const text = findVisible(login, selector)
      for (const width of [320, 390]) {
        await login.page.setViewportSize({ width, height: 1280 })
        await enlargeText(login)
        const { x } = await measure(text)
        for (const { left } of await readLines(text)) expect.soft(left - x, `at ${width}`).toBeLessThan(4)
      }
    })
  }
}

test('at 320 px and 200 %, the cross is not on the number, and grows with it', async ({ login }) => {
  await showScreen(login, findScreen('phone-typed'), { lang: 'en', layout: 'compact' })
  await login.page.setViewportSize({ width: 320, height: 1280 })
  const readSizes = () =>
    login.page.locator('.lnl-another:visible').evaluate((each) => {
      const { width, height } = getComputedStyle(each, '::before')
      return [width, height].map(Number.parseFloat)
    })
  const [usual = 0] = await readSizes()
  await enlargeText(login)
  const [cross, number] = [await measure(findVisible(login, '.lnl-another')), await measure(login.phoneField)]
  expect(cross.bottom <= number.y || cross.x >= number.right).toBe(true)
  for (const size of await readSizes()) expect.soft(size).toBeGreaterThan(1.8 * usual)
})

test('the box grows with the text beside it', async ({ login }) => {
  await showScreen(login, findScreen('consent'))
  const usual = await measure(login.checkbox)
  expect(usual.height).toBe(usual.width)
  await enlargeText(login)
  expect((await measure(login.checkbox)).width).toBeGreaterThan(1.7 * usual.width)
})

test('at 200 %, no more than a line of text is between the field and its button', async ({ login }) => {
  await showScreen(login, findScreen('phone-entry'), { lang: 'en' })
  await login.page.setViewportSize({ width: 320, height: 1280 })
  await enlargeText(login)
  const [field, button] = [await measure(findVisible(login, '.lnl-field')), findVisible(login, '.lnl-view .lnl-button')]
  expect((await measure(button)).y - field.bottom).toBeLessThanOrEqual(60)
})

for (const layout of [undefined, 'sheet'] as const) {
  test(`the brand keeps its height from the consent to the number: ${layout ?? 'page'}`, async ({ login }) => {
    await showScreen(login, findScreen('consent'), layout ? { layout } : {})
    const readHeight = async () => (await measure(findVisible(login, '.lnl-brand'))).height
    const heights = new Set([await readHeight()])
    const release = login.traffic.hold(IMAGE)
    await agree(login)
    await see(login, '.lnl-progress-text')
    heights.add(await readHeight())
    release()
    await see(login, '.lnl-input')
    heights.add(await readHeight())
    expect(heights.size).toBe(1)
  })
}

test('the exit stays where it is when the user is reminded of the box, which turns red', async ({ login }) => {
  await showScreen(login, findScreen('consent'), { cancel: 1 })
  const exit = findVisible(login, '.lnl-cancel')
  const before = await measure(exit)
  const readColor = () => login.checkbox.evaluate((each) => getComputedStyle(each).borderTopColor)
  const usual = await readColor()
  await login.page.locator('.lnl-view .lnl-button:visible').first().click()
  await login.page.locator('.lnl-choice .lnl-button:visible').first().click()
  await expect(findVisible(login, '.lnl-problem')).toBeVisible()
  await expect.poll(readColor).not.toBe(usual)
  expect((await measure(exit)).y).toBe(before.y)
})

for (const [name, layout] of [
  ['consent', 'sheet'],
  ['other-ways', 'compact'],
  ['fallback-numberRetrievalFailed', 'sheet'],
  ['verified', 'compact'],
  ['other-way', 'sheet'],
] as const) {
  const title = `beside other content, every step begins at the same edge: ${name}, ${layout}`
  test(title, nightlyUnless(name === 'consent' || name === 'verified'), async ({ login }) => {
    await showScreen(login, findScreen(name), { layout })
    const first = findVisible(login, '.lnl-brand, .lnl-mark, .lnl-headline, .shop-way-head')
    const button = findVisible(login, '.lnl-view .lnl-button, .shop-button')
    expect((await measure(first)).x).toBe((await measure(button)).x)
  })
}

test('in a dark sheet, every field has an edge', async ({ login }) => {
  await showScreen(login, findScreen('other-way'), { layout: 'sheet' })
  await login.setColorScheme('dark')
  const sheet = await findVisible(login, '.lnl-sheet-layout').evaluate((each) => getComputedStyle(each).backgroundColor)
  for (const field of await login.page.locator('.lnl-field:visible, .shop-way-field:visible').all()) {
    const { width, edge, fill } = await field.evaluate((each) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(each)
      return { width: Number.parseFloat(borderTopWidth), edge: borderTopColor, fill: backgroundColor }
    })
    expect.soft(width).toBeGreaterThanOrEqual(1)
    expect.soft([edge, fill]).not.toContain(sheet)
    expect.soft(edge).not.toBe('rgba(0, 0, 0, 0)')
  }
})

test('another way has the focus in its first field', async ({ login }) => {
  await showScreen(login, findScreen('other-way'))
  await expect(login.phoneField).toBeFocused()
})

test.describe('in landscape', () => {
  test.use({ viewport: { width: 844, height: 390 } })

  for (const name of ['session-failed', 'other-ways', 'fallback-networkRefused', 'fallback-numberRetrievalFailed']) {
    const inGate = nightlyUnless(name === 'fallback-numberRetrievalFailed')
    test(`the first two actions are on the screen: ${name}`, inGate, async ({ login }) => {
      await showScreen(login, findScreen(name))
      await expect(login.offers.nth(1)).toBeVisible()
      for (const at of [0, 1]) expect.soft((await measure(login.offers.nth(at))).bottom).toBeLessThanOrEqual(390)
    })
  }

  for (const name of [
    ...['consent', 'phone-entry', 'wrong-number', 'one-screen'],
    ...['wifi', 'fallback-offline', 'verified', 'other-way'],
  ]) {
    const inGate = nightlyUnless(['phone-entry', 'one-screen', 'other-way'].includes(name))
    test(`the button is on the screen: ${name}`, inGate, async ({ login }) => {
      await showScreen(login, findScreen(name))
      const buttons = login.page.locator('.lnl-view .lnl-button:visible, .shop-button:visible')
      expect((await measure(buttons.first())).bottom).toBeLessThanOrEqual(390)
    })
  }

  test('the consent of one screen is on the screen', async ({ login }) => {
    await showScreen(login, findScreen('one-screen'))
    expect((await measure(login.checkbox)).bottom).toBeLessThanOrEqual(390)
  })

  for (const [name, selector] of [
    ['terms', '.lnl-sheet .lnl-button-quiet'],
    ['consent-dialog', '.lnl-choice .lnl-button'],
  ] as const) {
    test(`the buttons of a sheet stay on the screen: ${name}`, async ({ login }) => {
      await showScreen(login, findScreen(name))
      await waitForSheet(login)
      expect((await measure(findVisible(login, selector))).bottom).toBeLessThanOrEqual(390)
    })
  }
})

test('the dialog’s buttons are side by side, or else the one that goes on is on top', async ({ login }) => {
  await showScreen(login, findScreen('consent-dialog'), { lang: 'en' })
  await waitForSheet(login)
  const [decline, accept] = await login.page.locator('.lnl-choice .lnl-button').all()
  if (!decline || !accept) throw new Error('the dialog has no two buttons')
  expect((await measure(accept)).y).toBe((await measure(decline)).y)
  await enlargeText(login)
  expect((await measure(accept)).bottom).toBeLessThanOrEqual((await measure(decline)).y)
})

test('a typed number is removed by the cross, and an empty field has none', async ({ login }) => {
  await showScreen(login, findScreen('phone-typed'))
  const cross = findVisible(login, '.lnl-another')
  const { width, height } = await measure(cross)
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  await cross.click()
  await expect(login.phoneField).toHaveValue('')
  await expect(cross).toHaveCount(0)
})

test('a sheet that can be left has a cross at its corner', async ({ login }) => {
  await showScreen(login, findScreen('consent-declined'), { layout: 'sheet' })
  const sheet = await measure(findVisible(login, '.lnl-sheet-layout'))
  const cross = await measure(findVisible(login, '.lnl-cancel'))
  expect(cross.width).toBeGreaterThanOrEqual(44)
  expect(cross.y - sheet.y).toBeLessThanOrEqual(8)
  expect(sheet.right - cross.right).toBeLessThanOrEqual(8)
  await expect(findVisible(login, '.lnl-title')).toHaveText('拾光小店')
})

test('in a sheet, a result stands without the brand', async ({ login }) => {
  await showScreen(login, findScreen('other-ways'), { layout: 'sheet' })
  await expect(findVisible(login, '.lnl-headline')).toBeVisible()
  await expect(login.page.locator('.lnl-brand:visible')).toHaveCount(0)
})
