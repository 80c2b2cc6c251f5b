// Terms can be read before consent: in a browser, in a tab of their own.
import { expect, test } from '../../support/test'

const ADDRESS = 'https://wap.cmpassport.com/resources/html/contract.html'

test('the carrier’s terms open in a new tab, and the login stays as it is', async ({ login, context }) => {
  await context.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: 'terms' }))
  await login.open()
  const tab = context.waitForEvent('page')
  await login.page.getByText('《中国移动认证服务条款》').click()
  await expect(await tab).toHaveURL(ADDRESS)
  await expect(login.tickedCheckbox).toHaveCount(0)
  await expect(login.getButton('本机号码登录')).toBeVisible()
})

test('Back and Forward leave the login as it is: Back closes the sheet', async ({ login }) => {
  const { page } = login
  await login.open()
  const sheet = page.locator('.lnl-sheet')
  await login.checkbox.click()
  const address = page.url()
  for (const close of [
    () => page.goBack(),
    () => login.getButton('关闭').click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await page.getByText('《拾光小店用户协议》').first().click()
    await login.expectText('欢迎使用拾光小店')
    await close()
    await expect(sheet).toHaveCount(0)
    await expect(login.tickedCheckbox).toBeVisible()
  }
  await page.goForward()
  await page.goBack()
  expect(page.url()).toBe(address)
  await expect(login.tickedCheckbox).toBeVisible()
})

test('Back closes the upper one of two sheets, then the other one, and then leaves the page', async ({ login }) => {
  const { page } = login
  await login.open('cm-5g', 'custom')
  await login.getButton('返回标准登录').click()
  await login.getButton('看看自定义的其他方式').click()
  await login.getButton('本机号码登录').click()
  const sheets = page.locator('.lnl-sheet')
  await page.locator('.lnl-choice').waitFor()
  await sheets.getByText('《拾光小店用户协议》').click()
  await expect(sheets).toHaveCount(2)
  await page.goBack()
  await expect(sheets).toHaveCount(1)
  await expect(login.getButton('同意并登录')).toBeVisible()
  await page.goBack()
  await expect(sheets).toHaveCount(0)
  await login.expectText('登录后查看订单与积分')
  await page.goBack()
  await expect(login.getButton('看看自定义的其他方式')).toBeVisible()
})
