// Language, appearance, and reading by keyboard and screen reader.
import { NIGHTLY } from '../support/nightly'
import { DESKTOP, expect, test } from './support/test'

test.use(DESKTOP)

test.describe('a Chinese browser', () => {
  test.use({ locale: 'zh-TW' })

  test('gets Chinese first, and keeps the language that the user chooses', NIGHTLY, async ({ console, page }) => {
    await console.open('#/handsets')
    await expect(page.getByRole('heading', { name: '模拟手机', exact: true })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await console.button('语言').click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Handsets', exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Handsets', exact: true })).toBeVisible()
  })
})

test.describe('a Chinese reader', () => {
  test.use({ locale: 'zh-CN' })

  test('gets refusals in Chinese, with the simulator’s own message beside them', async ({ console, page }) => {
    await console.open('#/handsets')
    await page.getByRole('button', { name: '删除 中国移动 5G' }).click()
    await console.dialog.getByRole('button', { name: '删除' }).click()
    await expect(page.getByRole('alert')).toContainText('这部手机正在使用')
    await expect(page.getByRole('alert')).toContainText('the handset cm-5g is in use')
  })
})

test.describe('a system with a dark appearance', () => {
  test.use({ locale: 'de-DE', colorScheme: 'dark' })

  test(
    'gets a dark page in English, and keeps the light one that the user chooses',
    NIGHTLY,
    async ({ console, page }) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await console.open()
      await expect(console.live).toBeVisible()
      expect(await background()).toBe('rgb(14, 15, 19)')
      await console.button('Appearance').click()
      await page.getByRole('menuitemradio', { name: 'Light' }).click()
      await expect.poll(background).toBe('rgb(239, 241, 245)')
      await page.reload()
      await expect(console.live).toBeVisible()
      expect(await background()).toBe('rgb(239, 241, 245)')
    },
  )
})

test('the first Tab reaches a skip link that leads to the content', async ({ console, page }) => {
  await console.open('#/clock')
  await expect(console.live).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test(
  'after navigation the new page’s heading has the focus, and the tab its title',
  NIGHTLY,
  async ({ console, page }) => {
    await console.open('#/clock')
    await page.getByRole('link', { name: 'Handsets' }).click()
    await expect(page.getByRole('heading', { name: 'Handsets', exact: true })).toBeFocused()
    await expect(page).toHaveTitle('Handsets – Carrier simulator')
  },
)

test(
  'on a narrow screen, the heading has the focus after a page was chosen from the menu',
  NIGHTLY,
  async ({ console, page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await console.open('#/clock')
    await expect(console.live).toBeAttached()
    await page.locator('.burger').click()
    await page.keyboard.press('Escape')
    await expect(page.locator('.burger')).toBeFocused()
    await page.locator('.burger').click()
    await console.dialog.getByRole('link', { name: 'Handsets' }).click()
    await expect(console.dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Handsets', exact: true })).toBeFocused()
  },
)

test('the timeline has a second skip link that leads to the login', NIGHTLY, async ({ console, client, page }) => {
  await console.open()
  await client.logIn()
  await expect(console.summary).toContainText('Match')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.timeline-chosen')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(console.button('Copy link')).toBeFocused()
})

test('on a narrow screen, the heading of an opened login has the focus', NIGHTLY, async ({ console, client, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await client.logIn()
  await console.open()
  await console.logins.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /138/ })).toBeFocused()
})
