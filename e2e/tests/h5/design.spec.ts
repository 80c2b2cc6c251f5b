// What a designer checks by hand, as far as it can be computed: forced colors, motion, hover, jumps and the focus.
import type { Locator, Page } from '@playwright/test'
import { SCREENS, showScreen } from '../../support/screens'
import { agree } from '../../support/steps'
import { expect, test } from '../../support/test'

const findScreen = (name: string) => {
  const screen = SCREENS.find((each) => each.name === name)
  if (!screen) throw new Error(`there is no screen ${name}`)
  return screen
}

const readStyle = (element: Locator, property: string) =>
  element.evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property)

test('in forced colors, buttons, field, box and sheet keep a visible edge', async ({ login }) => {
  const { page } = login
  await page.emulateMedia({ forcedColors: 'active' })
  await showScreen(login, findScreen('one-screen'))
  const surface = await readStyle(page.locator('.lnl-page'), 'background-color')
  const button = page.locator('.lnl-view .lnl-button').first()
  const field = page.locator('.lnl-field')
  for (const element of [button, field, login.checkbox]) {
    expect.soft(await readStyle(element, 'border-top-style')).toBe('solid')
    expect.soft(await readStyle(element, 'border-top-color')).not.toBe(surface)
    expect.soft(Number.parseFloat(await readStyle(element, 'border-top-width'))).toBeGreaterThanOrEqual(1)
  }
  const unticked = await readStyle(login.checkbox, 'background-color')
  await login.checkbox.click()
  expect.soft(await readStyle(login.checkbox, 'background-color')).not.toBe(unticked)
  await showScreen(login, findScreen('consent-dialog'))
  for (const element of [page.locator('.lnl-sheet'), ...(await page.locator('.lnl-choice .lnl-button').all())]) {
    expect.soft(await readStyle(element, 'border-top-style')).toBe('solid')
    expect.soft(await readStyle(element, 'border-top-color')).not.toBe(surface)
  }
})

/** What tells buttons apart: their fill, edge and underline. */
const readRank = (button: Locator) =>
  button.evaluate((each) => {
    const { backgroundColor, borderTopColor, textDecorationLine } = getComputedStyle(each)
    return [backgroundColor, borderTopColor, textDecorationLine].join()
  })

test('in forced colors, buttons of one view have ranks', async ({ login }) => {
  const { page } = login
  await page.emulateMedia({ forcedColors: 'active' })
  const ranks = [
    ['fallback-numberRetrievalFailed', ['.lnl-button:not(.lnl-button-plain)', '.lnl-button-plain']],
    ['session-failed', ['.lnl-button', '.lnl-button-quiet']],
    ['other-ways', ['.lnl-button:not(.lnl-button-plain)', '.lnl-button-plain', '.lnl-button-quiet']],
    ['other-way', ['.lnl-button', '.shop-quiet']],
  ] as const
  for (const [name, selectors] of ranks) {
    await showScreen(login, findScreen(name))
    const seen = new Set<string>()
    for (const selector of selectors) {
      const button = page.locator(`.lnl-view ${selector}:visible`).first()
      // Until it has reached the color.
      await button.evaluate((each) => Promise.all(each.getAnimations().map(({ finished }) => finished)))
      seen.add(await readRank(button))
    }
    expect.soft(seen.size, name).toBe(selectors.length)
  }
  await showScreen(login, findScreen('verified'))
  const enter = await readRank(page.locator('.shop-button:visible'))
  await showScreen(login, findScreen('consent'))
  expect(enter).toBe(await readRank(page.locator('.lnl-view .lnl-button:visible').first()))
})

test('in forced colors, a wrong field differs from one with the focus, and a sheet from what is behind it', async ({
  login,
}) => {
  const { page } = login
  await page.emulateMedia({ forcedColors: 'active' })
  const readEdge = () => readStyle(page.locator('.lnl-field:visible'), 'border-top-style')
  await showScreen(login, findScreen('phone-typed'))
  const focused = await readEdge()
  await showScreen(login, findScreen('wrong-number'))
  expect(await readEdge()).not.toBe(focused)
  await showScreen(login, findScreen('consent'), { layout: 'sheet' })
  expect(await readStyle(page.locator('.lnl-sheet-layout'), 'border-top-style')).toBe('solid')
})

test('a panel slides out, and with reduced motion it fades only', async ({ login }) => {
  const { page } = login
  const readMotion = async (reducedMotion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ reducedMotion })
    await showScreen(login, findScreen('terms'))
    // Stops what ends it: the panel's own clock.
    await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }))
    await page.locator('.lnl-sheet .lnl-button-quiet').click()
    const leaving = page.locator('.lnl-leaving')
    return [
      await readStyle(leaving, 'animation-name'),
      await readStyle(leaving.locator('.lnl-sheet'), 'animation-name'),
    ]
  }
  expect(await readMotion('no-preference')).toEqual(['lnl-vanish', 'lnl-sink'])
  expect(await readMotion('reduce')).toEqual(['lnl-vanish', 'none'])
})

test('a sheet that becomes higher grows, and with reduced motion it is as high at once', async ({ login }) => {
  const { page } = login
  const countGrowing = async (reducedMotion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ reducedMotion })
    await showScreen(login, { ...findScreen('consent'), handset: 'cu-5g' }, { layout: 'sheet', ways: 2 })
    const content = page.locator('.lnl-content')
    await content.evaluate((each) => {
      const animate = each.animate.bind(each)
      Object.assign(window, { grown: 0 })
      each.animate = (...parameters) => {
        Object.assign(window, { grown: 1 })
        return animate(...parameters)
      }
    })
    await agree(login)
    await expect(page.locator('.lnl-reference')).toBeVisible()
    // Until the new height has been drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return page.evaluate(() => (window as unknown as { grown: number }).grown)
  }
  expect(await countGrowing('no-preference')).toBe(1)
  expect(await countGrowing('reduce')).toBe(0)
})

test('a panel over a sheet dims what is behind it less than one over a page', async ({ login }) => {
  const readDimming = async (layout?: 'sheet') => {
    await showScreen(login, findScreen('consent-dialog'), layout ? { layout } : {})
    const color = await readStyle(login.page.locator('.lnl-sheet-cover'), 'background-color')
    return Number.parseFloat(color.split(',')[3] ?? '1')
  }
  expect(await readDimming('sheet')).toBeLessThan(await readDimming())
})

test.describe('on a desktop', () => {
  test.use({ isMobile: false, hasTouch: false, viewport: { width: 1280, height: 800 } })

  test('a toast is in the middle of the phone, as a sheet is', async ({ login }) => {
    await showScreen(login, findScreen('consent'))
    const { page } = login
    await page.getByRole('button', { name: '清除今日次数' }).click()
    const [toast, phone] = await Promise.all(
      [page.locator('.taro__toast > div').last(), page.locator('.demo-phone')].map((each) => each.boundingBox()),
    )
    if (!toast || !phone) throw new Error('there is no toast')
    expect(Math.abs(toast.x + toast.width / 2 - (phone.x + phone.width / 2))).toBeLessThanOrEqual(1)
  })

  test('what can be pressed has a pointer, and changes when the pointer is on it', async ({ login }) => {
    await showScreen(login, findScreen('consent'))
    const { page } = login
    for (const selector of ['.lnl-button', '.lnl-button-quiet']) {
      const button = page.locator(`.lnl-view ${selector}:visible`).first()
      expect.soft(await readStyle(button, 'cursor')).toBe('pointer')
      const before = await readStyle(button, 'background-color')
      await button.hover()
      await expect.soft(button).not.toHaveCSS('background-color', before)
    }
    for (const selector of ['.lnl-consent', '.lnl-link']) {
      expect.soft(await readStyle(page.locator(selector).first(), 'cursor')).toBe('pointer')
    }
  })
})

/** Every duration that the style of any visible element names, in ms. */
const readDurations = (page: Page) =>
  page.evaluate(() => {
    const styles = [...document.querySelectorAll('.lnl, .lnl *')].map((each) => getComputedStyle(each))
    const read = (text: string) => text.split(', ').map((each) => Math.round(Number.parseFloat(each) * 1000))
    const moving = styles.flatMap(({ transitionDuration, animationDuration, animationIterationCount }) => [
      ...read(transitionDuration),
      ...(animationIterationCount === 'infinite' ? [] : read(animationDuration)),
    ])
    return [...new Set(moving)].filter((ms) => ms > 0)
  })

test('whatever moves once takes 150 to 200 ms', async ({ login }) => {
  for (const name of ['consent-dialog', 'phone-entry', 'acquiring']) {
    await showScreen(login, findScreen(name))
    for (const ms of await readDurations(login.page)) {
      expect.soft(ms, name).toBeGreaterThanOrEqual(150)
      expect.soft(ms, name).toBeLessThanOrEqual(200)
    }
  }
})

test('with reduced motion, nothing moves: the user who waits sees a mark that stands still', async ({ login }) => {
  await login.page.emulateMedia({ reducedMotion: 'reduce' })
  await showScreen(login, findScreen('wifi'))
  const mark = login.page.locator('.lnl-spinner:visible')
  await expect(mark).toHaveCSS('animation-name', 'none')
  await expect(mark).toHaveCSS('border-top-style', 'none')
  expect(await readStyle(mark, 'background-image')).toContain('radial-gradient')
})

test('the mark behind a term’s name does not begin a line', async ({ login }) => {
  for (const lang of ['en', undefined] as const) {
    await showScreen(login, findScreen('consent'), { ...(lang && { lang }) })
    for (const width of [320, 344, 360, 375, 390, 414]) {
      await login.page.setViewportSize({ width, height: 800 })
      const lines = await login.page.locator('.lnl-link:visible').evaluateAll((links) =>
        links.map((link) => {
          const range = document.createRange()
          const mark = link.nextSibling
          range.selectNode(mark?.textContent ? mark : link)
          const [a, b] = [[...link.getClientRects()].pop(), range.getBoundingClientRect()]
          return a !== undefined && b.top < a.bottom && b.bottom > a.top
        }),
      )
      for (const markIsBeside of lines) expect.soft(markIsBeside, `the mark at ${width}`).toBe(true)
    }
  }
})

test('the button stays where it is when an error appears', async ({ login }) => {
  await showScreen(login, findScreen('phone-entry'))
  const button = login.getButton('登录')
  const before = await button.boundingBox()
  await button.click()
  await login.expectText('请输入 11 位手机号')
  expect((await button.boundingBox())?.y).toBe(before?.y)
})

test('the same error twice is announced twice, in a region that stays', async ({ login }) => {
  await showScreen(login, findScreen('phone-entry'))
  const region = login.page.locator('.lnl-message[role=alert]')
  const handle = await region.elementHandle()
  await region.evaluate((element) => {
    const spoken: string[] = []
    Object.assign(window, { spoken })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) spoken.push(node.textContent ?? '')
    }).observe(element, { childList: true })
  })
  const readSpoken = () =>
    login.page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.filter((text) => text !== ''))
  await login.getButton('登录').click()
  await expect.poll(readSpoken).toEqual(['请输入 11 位手机号'])
  await login.getButton('登录').click()
  await expect.poll(readSpoken).toHaveLength(2)
  expect(await handle?.evaluate((element) => element.isConnected)).toBe(true)
})

test('the focus moves into the field, back into it after an error, and to the headline of a failure', async ({
  login,
}) => {
  await showScreen(login, findScreen('phone-entry'))
  await expect(login.phoneField).toBeFocused()
  await login.getButton('登录').click()
  await expect(login.phoneField).toBeFocused()
  await showScreen(login, findScreen('fallback-timeout'))
  await expect(login.page.locator('.lnl-headline:visible')).toBeFocused()
  await showScreen(login, findScreen('consent-declined'))
  await expect(login.page.locator('body')).not.toBeFocused()
})

test('each screen has one heading of level 1 at most, and its headline is one of level 2', async ({ login }) => {
  for (const name of ['consent', 'wifi', 'verified', 'session-failed', 'other-ways', 'fallback-offline']) {
    await showScreen(login, findScreen(name))
    const levels = await login.page.getByRole('heading').evaluateAll((all) => all.map((each) => each.ariaLevel))
    expect
      .soft(
        levels.filter((level) => level === '1'),
        name,
      )
      .toHaveLength(1)
    expect.soft(levels, name).toEqual(name === 'consent' ? ['1'] : ['1', '2'])
  }
})

test('every control of the demo is reached with Tab', async ({ login }) => {
  await showScreen(login, findScreen('consent'))
  const { page } = login
  const controls = page.locator('taro-button-core:visible, [role=checkbox]:visible, .lnl-link:visible')
  const count = await controls.count()
  await controls.evaluateAll((all) => {
    for (const [at, each] of all.entries()) each.setAttribute('data-at', String(at))
  })
  const reached = new Set<string>()
  // Once around, and no further.
  for (let presses = 0; presses < count + 5; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-at'))
    if (at) reached.add(at)
  }
  expect(reached.size).toBe(count)
})
