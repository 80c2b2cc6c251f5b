// The header at every width, and its menus.
import type { Locator, Page } from '@playwright/test'
import { DESKTOP, expect, test } from './support/test'

const WIDTHS = [390, 640, 900, 1181, 1280, 1400, 1600] as const

/** The visible elements of the header, from left to right. */
function listBoxes(page: Page): Promise<{ name: string; left: number; right: number }[]> {
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
    test.use({ locale, viewport: DESKTOP.viewport })

    test('nothing in the header overlaps with faults, a moved clock and a long handset name', async ({
      console,
      simulator,
      page,
    }) => {
      for (let count = 0; count < 12; count++) simulator.fault({ call: 'verify', effect: { code: '1' }, times: null })
      simulator.clock.advance(93 * 3_600_000)
      simulator.updateHandset('cm-5g', { label: '中国移动 5G，很长很长很长很长的名字' })
      await console.open('#/magic')
      await expect(console.live).toBeVisible()
      // The state is read after the events have begun.
      await expect(page.locator('.status-hand')).toBeVisible()
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 860 })
        const boxes = await listBoxes(page)
        expect(boxes.length, `${width}`).toBeGreaterThan(4)
        expect(boxes[0]?.left, `${width}`).toBeGreaterThanOrEqual(0)
        expect(boxes.at(-1)?.right, `${width}`).toBeLessThanOrEqual(width)
        for (const [index, { left, name }] of boxes.slice(1).entries()) {
          expect(left, `${width}: ${name} after ${boxes[index]?.name}`).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0)
        }
      }
    })
  })
}

test.describe('the current handset', () => {
  test.use(DESKTOP)

  test('shows its network, even if it was changed elsewhere', async ({ console, simulator, page }) => {
    await console.open('#/clock')
    const chip = page.getByRole('button', { name: /^Current handset/ })
    await expect(chip).toContainText('5G')
    simulator.updateHandset('cm-5g', { network: 'wifi' })
    await expect(chip).toContainText('Wi-Fi')
  })

  test('is selected in a menu that fits the window, even with many handsets', async ({ console, simulator, page }) => {
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

  test('shows an error if another one cannot be made current', async ({ console, page }) => {
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
