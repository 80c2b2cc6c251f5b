import { expect, test } from '../support/test'

const NUMBER = '13800138000'

test('a person agrees, types the number and is logged in, because the carrier confirms the SIM', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  await expect(login.checkbox).not.toBeChecked()
  await expect(login.carrierImage).toHaveCount(0)
  await login.picture('01-consent')

  await login.agree()
  await expect(login.phoneField).toBeVisible()
  await login.picture('05-phone-entry')
  await login.phoneField.fill('+86 138-0013-8000')
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.picture('06-phone-typed')
  await login.button('登录').first().click()

  await login.sees('验证成功')
  await login.sees('138****8000')
  await login.picture('09-verified')
  expect(carrierLog.map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
    'production getMobile cm-5g 000000',
    'production getToken cm-5g 000000',
    'production verify - 000',
  ])
})

test('without agreeing nothing leaves the phone, and the page says what is missing', async ({ login, carrierLog }) => {
  await login.open()
  await login.button('同意并继续').click()
  await login.sees('请先阅读并勾选同意')
  await login.picture('02-consent-reminder')
  expect(carrierLog).toEqual([])
})

test('the operator’s terms open in a sheet with a link to copy', async ({ login }) => {
  await login.open()
  await login.page.getByText('《中国移动认证服务条款》').click()
  await login.sees('https://wap.cmpassport.com/resources/html/contract.html')
  await login.picture('03-terms-sheet')
  await login.button('关闭').first().click()
  await expect(login.page.locator('.lnl-sheet')).toHaveCount(0)
})

test('while the carrier is asked, the page says so and offers another way', async ({ login }) => {
  await login.open()
  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.agree()
  await login.sees('正在确认 SIM 卡')
  await expect(login.button('其他方式登录')).toBeVisible()
  await login.picture('04-acquiring')
  release()
  await expect(login.phoneField).toBeVisible()
})

test('while the number is checked, the page says so', async ({ login }) => {
  await login.open()
  const release = login.traffic.hold('/api/local-number/verify')
  await login.agree()
  await login.submit(NUMBER)
  await login.sees('正在核对号码')
  await login.picture('08-verifying')
  release()
  await login.sees('验证成功')
})

test('half a number is asked for again, and nobody is bothered with it', async ({ login, carrierLog }) => {
  await login.open()
  await login.agree()
  await login.submit('1380013')
  await login.sees('请输入 11 位手机号')
  await login.picture('07-invalid-phone')
  expect(carrierLog.some((line) => line.includes(' verify '))).toBe(false)
})

test('a wrong number, then the right one', async ({ login }) => {
  await login.open()
  await login.agree()
  await login.submit('13900139000')
  await login.sees('这不是本机正在上网的号码')
  await login.sees('还可以尝试 4 次')
  await login.picture('10-wrong-number')
  await login.submit(NUMBER)
  await login.sees('验证成功')
})

test('a user who leaves the number for another way can come back to it, with no token asked for in between', async ({
  login,
  carrierLog,
}) => {
  await login.open()
  await login.agree()
  await login.phoneField.fill('1380013')
  await login.button('其他方式登录').click()
  await login.sees('您也可以回来继续使用本机号码登录')
  await login.picture('11-other-way')
  await login.button('返回输入号码').click()
  await expect(login.phoneField).toHaveValue('138 0013')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)
})

test('leaving in mid-flight takes the image and everything else with it', async ({ login, carrierLog }) => {
  await login.open()
  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  await login.button('重新开始').click()
  await expect(login.button('同意并继续')).toBeVisible()
  await expect(login.carrierImage).toHaveCount(0)
  await login.picture('12-left-in-mid-flight')
  release()
  // The new login goes through; nothing of the old one asked for a token.
  await login.agree()
  await login.submit(NUMBER)
  await login.sees('验证成功')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)
})
