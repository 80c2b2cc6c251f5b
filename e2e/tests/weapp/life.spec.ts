// What happens to a mini-program in mid-flight: the background, a page that is left, the privacy pop-up.
import { expect, weappTest as test } from '../../support/test'

const NUMBER = '13800138000'
const IMAGE = '/NumberAbility/h5/getMobile.htm'
/** Longer than WeChat lets requests live in the background. */
const LONG_MS = 20_000

const tokens = (carrierLog: readonly string[]) => carrierLog.filter((line) => line.includes('getToken'))

test('in the background while the carrier is asked: the login starts over on return', async ({
  login,
  miniProgram,
  carrierLog,
}) => {
  await login.page.clock.install()
  await login.open()
  const release = login.traffic.hold('/api/local-number/sign')
  await login.agree()
  await login.sees('正在确认 SIM 卡')
  await miniProgram.device.hide()
  await login.page.clock.fastForward(LONG_MS)
  release()
  await miniProgram.device.show()
  await expect(login.phoneField).toBeVisible()
  await login.picture('60-back-from-the-background')
  await login.submit(NUMBER)
  await login.sees('验证成功')
  expect(tokens(carrierLog)).toHaveLength(1)
})

test('in the background while the number is checked: a new token, and the user does not notice', async ({
  login,
  miniProgram,
}) => {
  await login.page.clock.install()
  await login.open()
  await login.agree()
  const release = login.traffic.hold('/api/local-number/verify')
  await login.submit(NUMBER)
  await login.sees('正在核对号码')
  await miniProgram.device.hide()
  await login.page.clock.fastForward(LONG_MS)
  release()
  await miniProgram.device.show()
  await login.sees('验证成功')
  await login.picture('61-verified-after-the-background')
})

test('a quick look at something else costs no token', async ({ login, miniProgram, carrierLog }) => {
  await login.page.clock.install()
  await login.open()
  const release = login.traffic.hold('/api/local-number/sign')
  await login.agree()
  await miniProgram.device.hide()
  await login.page.clock.fastForward(1000)
  await miniProgram.device.show()
  release()
  await expect(login.phoneField).toBeVisible()
  expect(tokens(carrierLog)).toHaveLength(1)
})

test('a page that is left in mid-flight takes image and login with it', async ({ login, miniProgram, carrierLog }) => {
  await login.open()
  await login.button('看看自定义的备用登录').click()
  await login.sees('登录后查看订单与积分')
  const release = login.traffic.hold(IMAGE)
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  await miniProgram.device.back()
  await expect(login.carrierImage).toHaveCount(0)
  expect(await miniProgram.device.pages()).toEqual(['pages/standard/index'])
  await login.picture('62-page-left')
  release()
  // A whole login on the page that is still there: nothing of the other one was asked for.
  await login.agree()
  await login.submit(NUMBER)
  await login.sees('验证成功')
  expect(tokens(carrierLog)).toHaveLength(1)
})

test.describe('with WeChat’s privacy pop-up still to come', () => {
  test.use({ phone: { privacy: 'ask' } })

  test('a user who declines it gets the fallback, and nothing was sent', async ({ login, carrierLog }) => {
    await login.open()
    await login.agree()
    const popUp = login.page.getByRole('dialog')
    await expect(popUp).toContainText('隐私保护指引')
    await login.picture('63-privacy-pop-up')
    expect(carrierLog).toEqual([])
    await popUp.getByRole('button', { name: '拒绝' }).click()
    await login.sees('编号 · 104 ·')
    await login.picture('64-privacy-denied')
    expect(carrierLog).toEqual([])
  })

  test('a user who declines and thinks better of it is asked again', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
    await login.button('使用本机号码登录').click()
    await login.agree()
    await login.page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await login.submit(NUMBER)
    await login.sees('验证成功')
  })

  test('time spent on it is not the login’s', async ({ login }) => {
    await login.page.clock.install()
    await login.open()
    await login.agree()
    await expect(login.page.getByRole('dialog')).toBeVisible()
    await login.page.clock.fastForward(60_000)
    await login.page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await expect(login.phoneField).toBeVisible()
  })
})

test.describe('with a list of allowed domains, as on a phone outside debugging', () => {
  test.use({ phone: { requestDomains: ['login.example.com'] } })

  test('an address that is not on it is refused by WeChat, and the demo says that nobody answers', async ({
    login,
  }) => {
    await login.begin()
    await login.sees('连接不上模拟运营商')
    await login.picture('65-domain-not-listed')
  })
})

test.describe('with 50 ms between logic and view', () => {
  test.use({ phone: { latencyMs: 50 } })

  test('a login goes through all the same', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.submit(NUMBER)
    await login.sees('验证成功')
  })
})

test.describe('with 10 ms between logic and view', () => {
  test.use({ phone: { latencyMs: 10 } })

  test('a number typed digit by digit by a quick thumb arrives whole', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.phoneField.pressSequentially(NUMBER, { delay: 250 })
    await expect(login.phoneField).toHaveValue('138 0013 8000')
  })
})

test('in an app with "style": "v2" the buttons stay as wide as their column', async ({ login, page }) => {
  await login.open()
  const width = async () => (await login.button('同意并继续').boundingBox())?.width
  const before = await width()
  // What WeChat adds to every page of such an app.
  await page.addStyleTag({
    content: 'wx-button:not([size=mini]) { width: 184px; margin-left: auto; margin-right: auto; }',
  })
  expect(await width()).toBe(before)
})
