// `flow="oneScreen"`: number, consent and button together, and one tap for everything. In the dark theme.
import { expect, test } from '../support/test'

test('on one screen, one tap logs in, and a wrong number can be corrected', async ({ login, carrierLog }) => {
  await login.open('cm-5g', 'standard', { flow: 'oneScreen', theme: 'dark' })
  const root = login.page.locator('.lnl-dark:visible').first()
  await expect(root).toHaveCSS('color-scheme', 'dark')
  await expect(root).toHaveCSS('background-color', 'rgb(23, 25, 29)')

  await login.getButton('本机号码登录').click()
  await login.expectText('请输入 11 位手机号')
  await login.phoneField.fill('13900139000')
  await login.getButton('本机号码登录').click()
  expect(carrierLog).toEqual([])
  await login.takePicture('16-one-screen-dialog')
  await login.getButton('同意并登录').click()
  await login.expectText('与本机号码不一致，请核对（剩余 4 次）')
  await expect(login.phoneField).toHaveValue('139 0013 9000')
  await login.takePicture('17-one-screen-wrong-number')

  await login.phoneField.fill('13800138000')
  await login.getButton('本机号码登录').click()
  await login.expectText('验证成功')
  const calls = carrierLog.map((line) => line.split(' ')[2])
  expect(calls).toEqual(['getMobile', 'getToken', 'verify', 'getMobile', 'getToken', 'verify'])
})
