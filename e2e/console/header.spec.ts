// The header holds what it must at every width, and its menus are menus.
import type { Locator, Page } from '@playwright/test'
import { AT_A_DESK, expect, test } from './support/test'

const WIDTHS = [390, 640, 900, 1181, 1280, 1400, 1600] as const

/** All that a person sees in the header, each as one box. */
function boxesOf(page: Page): Promise<{ name: string; left: number; right: number }[]> {
  return page
    .locator('.header > .brand, .pages-wide a, .status > *, .settings-wide button, .burger')
    .evaluateAll((all) =>
      all
        .map((element) => ({ name: element.textContent ?? '', box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0)
        .map(({ name, box }) => ({ name, left: Math.round(box.left), right: Math.round(box.right) }))
        .sort((one, other) => one.left - other.left),
    )
}

async function isInside(page: Page, shown: Locator): Promise<boolean> {
  const [box, size] = [await shown.boundingBox(), page.viewportSize()]
  if (box === null || size === null) return false
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height
}

for (const locale of ['en-US', 'zh-CN']) {
  test.describe(locale, () => {
    test.use({ locale, viewport: AT_A_DESK.viewport })

    test('with faults, a moved clock and a long name nothing lies over anything', async ({
      console,
      simulator,
      page,
    }) => {
      for (let count = 0; count < 12; count++) simulator.fault({ call: 'verify', effect: { code: '1' }, times: null })
      simulator.clock.advance(93 * 3_600_000)
      simulator.updateHandset('cm-5g', { label: '中国移动 5G，很长很长很长很长的名字' })
      await console.open('#/magic')
      await expect(console.live).toBeVisible()
      // The state is read once the events have begun.
      await expect(page.locator('.status-hand')).toBeVisible()
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 860 })
        const boxes = await boxesOf(page)
        expect(boxes.length, `${width}`).toBeGreaterThan(4)
        expect(boxes[0]?.left, `${width}`).toBeGreaterThanOrEqual(0)
        expect(boxes.at(-1)?.right, `${width}`).toBeLessThanOrEqual(width)
        for (const [place, { left, name }] of boxes.slice(1).entries()) {
          expect(left, `${width}: ${name} after ${boxes[place]?.name}`).toBeGreaterThanOrEqual(boxes[place]?.right ?? 0)
        }
      }
    })
  })
}

test.describe('the current handset', () => {
  test.use(AT_A_DESK)

  test('shows its network, wherever it was changed', async ({ console, simulator, page }) => {
    await console.open('#/clock')
    const chip = page.getByRole('button', { name: /^Current handset/ })
    await expect(chip).toContainText('5G')
    simulator.updateHandset('cm-5g', { network: 'wifi' })
    await expect(chip).toContainText('Wi-Fi')
  })

  test('is one of many in a menu that fits the window', async ({ console, simulator, page }) => {
    await console.open('#/clock')
    await expect(console.live).toBeVisible()
    for (let count = 0; count < 25; count++) {
      const handset = {
        id: `h${count}`,
        label: `${'Long name '.repeat(3)}${count}`,
        msisdn: '13700000000',
        carrier: 'CM',
        network: '5g',
      }
      expect((await page.request.post(`${simulator.adminOrigin}/_sim/handsets`, { data: handset })).status()).toBe(201)
    }
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.getByRole('button', { name: /^Current handset/ }).click()
      const menu = page.getByRole('menu')
      await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText(/13800138000/)
      await expect.poll(() => isInside(page, menu)).toBe(true)
      await page.getByRole('menuitemradio').last().scrollIntoViewIfNeeded()
      await expect(page.getByRole('menuitemradio').last()).toBeInViewport()
      await page.keyboard.press('Escape')
      await expect(menu).toHaveCount(0)
    }
  })

  test('that cannot be chosen says so', async ({ console, page }) => {
    await console.open('#/clock')
    await expect(console.live).toBeVisible()
    await page.route('**/_sim/handsets/active', (route) => route.abort())
    await page.getByRole('button', { name: /^Current handset/ }).click()
    await page.getByRole('menuitemradio', { name: /13900139000/ }).click()
    await expect(page.getByRole('alert')).toContainText('cannot be reached')
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})
