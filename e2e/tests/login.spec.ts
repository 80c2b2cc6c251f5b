import { expect, test } from '../support/test'

const NUMBER = '13800138000'

test('a user who agrees and types the SIM’s number is logged in', async ({ login, carrierLog }) => {
  await login.open()
  await expect(login.checkbox).toBeVisible()
  await expect(login.tickedCheckbox).toHaveCount(0)
  await expect(login.carrierImage).toHaveCount(0)
  await login.takePicture('01-consent')

  await login.agree()
  await expect(login.phoneField).toBeVisible()
  await login.takePicture('05-phone-entry')
  await login.phoneField.fill('+86 138-0013-8000')
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.takePicture('06-phone-typed')
  await login.getButton('登录').click()

  await login.expectText('验证成功')
  await login.expectText('138****8000')
  await login.takePicture('09-verified')
  expect(carrierLog.map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
    'production getMobile cm-5g 000000',
    'production getToken cm-5g 000000',
    'production verify - 000',
  ])
})

test('a user who has not ticked the box is asked, and nothing is sent before 同意并登录', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  await login.getButton('本机号码登录').click()
  await login.expectText('请阅读并同意以下条款')
  await login.takePicture('02-consent-dialog')
  await login.getButton('不同意').click()
  await login.expectText('请先阅读并勾选协议')
  await expect(login.tickedCheckbox).toHaveCount(0)
  await login.getButton('本机号码登录').click()
  await expect(login.getButton('同意并登录')).toBeVisible()
  expect(carrierLog).toEqual([])
  await login.getButton('同意并登录').click()
  await expect(login.phoneField).toBeVisible()
  await expect(login.page.locator('.lnl-sheet')).toHaveCount(0)
})

test('during number retrieval the page shows the progress and offers another way to log in', async ({ login }) => {
  await login.open('cm-5g', 'standard', { ways: 2 })
  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.agree()
  await login.expectText('正在核验本机号码…')
  await expect(login.getButton('其他方式登录')).toBeVisible()
  await login.takePicture('04-acquiring')
  release()
  await expect(login.phoneField).toBeVisible()
})

test('during verification the number stays on the page and cannot be edited', async ({ login }) => {
  await login.open()
  const release = login.traffic.hold('/api/local-number/verify')
  await login.agree()
  await login.submit(NUMBER)
  await expect(login.getButton('登录中…')).toBeVisible()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await expect(login.phoneField).not.toBeEditable()
  await login.takePicture('08-verifying')
  release()
  await login.expectText('验证成功')
})

test('an incomplete number is rejected on the page and not sent to the carrier', async ({ login, carrierLog }) => {
  await login.open()
  await login.agree()
  await login.submit('1380013')
  await login.expectText('请输入 11 位手机号')
  await login.takePicture('07-invalid-phone')
  expect(carrierLog.some((line) => line.includes(' verify '))).toBe(false)
})

test('a user who typed a wrong number sees the remaining attempts and can log in with the right one', async ({
  login,
}) => {
  await login.open()
  await login.agree()
  await login.submit('13900139000')
  await login.expectText('与本机号码不一致，请核对（剩余 4 次）')
  await login.takePicture('10-wrong-number')
  await login.submit(NUMBER)
  await login.expectText('验证成功')
})

test('a user who returns from the fallback finds the typed number again and needs no new token', async ({
  login,
  carrierLog,
}) => {
  await login.open('cm-5g', 'standard', { ways: 2 })
  await login.agree()
  await login.phoneField.fill('1380013')
  await login.getButton('其他方式登录').click()
  await expect(login.offers).toHaveText(['短信验证码登录', '密码登录', '返回输入号码'])
  await login.takePicture('11-other-way')
  await login.getButton('返回输入号码').click()
  await expect(login.phoneField).toHaveValue('138 0013')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)
})

test('starting over during number retrieval removes the image and aborts the attempt', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  await login.getButton('重新开始').click()
  await expect(login.getButton('本机号码登录')).toBeVisible()
  await expect(login.carrierImage).toHaveCount(0)
  await login.takePicture('12-left-in-mid-flight')
  release()
  // The new login succeeds; the aborted one has requested no token.
  await login.agree()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)
})
