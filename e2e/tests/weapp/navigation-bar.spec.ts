// The bar that WeChat draws above the demo's login.
import { expect, weappTest as test } from '../../support/test'

test('the bar is in the chosen language', async ({ login }) => {
  const bar = login.page.locator('.weapp-bar')
  await login.begin('cm-5g', 'standard', { lang: 'en' })
  await expect(bar).toContainText('Sign in')
  await login.getButton('简体').click()
  await expect(bar).toContainText('本机号码登录')
})
