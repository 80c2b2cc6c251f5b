// The reader's own settings.
import { AT_A_DESK, expect, test } from './support/test'

test.use(AT_A_DESK)

test.describe('a Chinese browser', () => {
  test.use({ locale: 'zh-TW' })

  test('is greeted in Chinese, and keeps the language that is chosen instead', async ({ console, page }) => {
    await console.open('#/handsets')
    await expect(page.getByRole('heading', { name: '手机', exact: true })).toBeVisible()
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

  test('is told in Chinese what the simulator refuses, and its own words beside it', async ({ console, page }) => {
    await console.open('#/handsets')
    await page.getByRole('button', { name: '删除 中国移动 5G' }).click()
    await console.dialog.getByRole('button', { name: '删除' }).click()
    await expect(page.getByRole('alert')).toContainText('这部手机正在使用')
    await expect(page.getByRole('alert')).toContainText('the handset cm-5g is in use')
  })
})

test.describe('a dark system', () => {
  test.use({ locale: 'de-DE', colorScheme: 'dark' })

  test('gets a dark page in English, and keeps the light one that is chosen instead', async ({ console, page }) => {
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
  })
})

test('the keyboard alone reaches the content, and every page', async ({ console, page }) => {
  await console.open('#/clock')
  await expect(console.live).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('a page that is turned to is read from its heading, and named in the tab', async ({ console, page }) => {
  await console.open('#/clock')
  await page.getByRole('link', { name: 'Handsets' }).click()
  await expect(page.getByRole('heading', { name: 'Handsets', exact: true })).toBeFocused()
  await expect(page).toHaveTitle('Handsets – Carrier simulator')
})

test('on a phone a page that is chosen from the menu is read from its heading', async ({ console, page }) => {
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
})

test('on the timeline a second skip link leads to the login', async ({ console, desk, page }) => {
  await console.open()
  await desk.logIn()
  await expect(console.summary).toContainText('Match')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.timeline-chosen')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(console.button('Copy link')).toBeFocused()
})

test('on a phone a login that is opened is read from its heading', async ({ console, desk, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await desk.logIn()
  await console.open()
  await console.logins.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /138/ })).toBeFocused()
})
