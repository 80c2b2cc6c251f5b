// What can interrupt a login in a mini-program: the background, leaving the page, WeChat's privacy pop-up.
import { VERIFY } from '../../support/steps'
import { expect, weappTest as test } from '../../support/test'

const NUMBER = '13800138000'
const IMAGE = '/NumberAbility/h5/getMobile.htm'
/** Longer than WeChat keeps requests running in the background. */
const BACKGROUND_MS = 20_000

const findChecks = (carrierLog: readonly string[]) => carrierLog.filter((line) => line.includes(' verify '))
const findTokenRequests = (carrierLog: readonly string[]) => carrierLog.filter((line) => line.includes('getToken'))

test('a login that goes to the background during number retrieval starts over on return', async ({
  login,
  miniProgram,
  carrierLog,
}) => {
  await login.page.clock.install()
  await login.open()
  const release = login.traffic.hold('/api/local-number/sign')
  await login.agree()
  await login.expectText('正在核验本机号码…')
  await miniProgram.device.hide()
  await login.page.clock.fastForward(BACKGROUND_MS)
  release()
  await miniProgram.device.show()
  await expect(login.phoneField).toBeVisible()
  await login.takePicture('60-back-from-the-background')
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(findTokenRequests(carrierLog)).toHaveLength(1)
})

test('a login that goes to the background during verification ends verified without the user noticing', async ({
  login,
  miniProgram,
}) => {
  await login.page.clock.install()
  await login.open()
  await login.agree()
  const release = login.traffic.hold('/api/local-number/verify')
  await login.submit(NUMBER)
  await login.expectText('登录中…')
  await miniProgram.device.hide()
  await login.page.clock.fastForward(BACKGROUND_MS)
  release()
  await miniProgram.device.show()
  await login.expectText('验证成功')
  await login.takePicture('61-verified-after-the-background')
})

test('a verification that WeChat kills in the background ends verified, with one check by the carrier', async ({
  login,
  miniProgram,
  carrierLog,
}) => {
  await login.page.clock.install()
  await login.open()
  await login.agree()
  const answered = login.traffic.waitForAnswer(VERIFY)
  const release = login.traffic.holdAnswer(VERIFY)
  await login.submit(NUMBER)
  await answered
  await miniProgram.device.hide()
  await login.page.clock.fastForward(BACKGROUND_MS)
  // The phone has given the request up: its answer reaches nobody.
  release()
  await miniProgram.device.show()
  await login.expectText('验证成功')
  expect(findChecks(carrierLog)).toHaveLength(1)
  expect(findTokenRequests(carrierLog)).toHaveLength(1)
  const [first, ...repeats] = login.traffic.sent.filter(({ name }) => name === 'verify')
  expect(repeats).toEqual([first])
})

test('a second in the background costs no additional token', async ({ login, miniProgram, carrierLog }) => {
  await login.page.clock.install()
  await login.open()
  const release = login.traffic.hold('/api/local-number/sign')
  await login.agree()
  await miniProgram.device.hide()
  await login.page.clock.fastForward(1000)
  await miniProgram.device.show()
  release()
  await expect(login.phoneField).toBeVisible()
  expect(findTokenRequests(carrierLog)).toHaveLength(1)
})

test('leaving the page during number retrieval removes the image and aborts the login', async ({
  login,
  miniProgram,
  carrierLog,
}) => {
  await login.open()
  await login.getButton('看看自定义的其他方式').click()
  await login.expectText('登录后查看订单与积分')
  const release = login.traffic.hold(IMAGE)
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  await miniProgram.device.back()
  await expect(login.carrierImage).toHaveCount(0)
  expect(await miniProgram.device.pages()).toEqual(['pages/standard/index'])
  await login.takePicture('62-page-left')
  release()
  // A login on the remaining page succeeds; the aborted one has requested no token.
  await login.agree()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(findTokenRequests(carrierLog)).toHaveLength(1)
})

test.describe('before the user answered WeChat’s privacy pop-up', () => {
  test.use({ phone: { privacy: 'ask' } })

  test('a user who declines WeChat’s privacy pop-up gets the fallback, and nothing is sent', async ({
    login,
    carrierLog,
  }) => {
    await login.open()
    await login.agree()
    const popUp = login.page.getByRole('dialog')
    await expect(popUp).toContainText('隐私保护指引')
    await login.takePicture('63-privacy-pop-up')
    expect(carrierLog).toEqual([])
    await popUp.getByRole('button', { name: '拒绝' }).click()
    await login.expectReference('104')
    await login.takePicture('64-privacy-denied')
    expect(carrierLog).toEqual([])
  })

  test('a user who declined WeChat’s privacy pop-up is asked again on the next attempt', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
    await login.getButton('本机号码登录').click()
    await expect(login.tickedCheckbox).toHaveCount(0)
    await login.agree()
    await login.page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await login.submit(NUMBER)
    await login.expectText('验证成功')
  })

  test('time spent on WeChat’s privacy pop-up does not count towards the login’s time limits', async ({ login }) => {
    await login.page.clock.install()
    await login.open()
    await login.agree()
    await expect(login.page.getByRole('dialog')).toBeVisible()
    await login.page.clock.fastForward(60_000)
    await login.page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await expect(login.phoneField).toBeVisible()
  })
})

test.describe('with a list of allowed domains, as on a phone without debugging', () => {
  test.use({ phone: { requestDomains: ['login.example.com'] } })

  test('the demo says that the carrier cannot be reached when WeChat refuses a domain that is not listed', async ({
    login,
  }) => {
    await login.begin()
    await login.expectText('连接不上模拟运营商')
    await login.takePicture('65-domain-not-listed')
  })
})

test.describe('with a latency of 50 ms between logic and view layer', () => {
  test.use({ phone: { latencyMs: 50 } })

  test('a login succeeds with 50 ms of latency between logic and view layer', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.submit(NUMBER)
    await login.expectText('验证成功')
  })
})

test.describe('with a latency of 10 ms between logic and view layer', () => {
  test.use({ phone: { latencyMs: 10 } })

  test('a number that is typed quickly, digit by digit, arrives complete', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.phoneField.pressSequentially(NUMBER, { delay: 250 })
    await expect(login.phoneField).toHaveValue('138 0013 8000')
  })
})

test('buttons keep the width of their column in an app with "style": "v2"', async ({ login, page }) => {
  await login.open()
  const width = async () => (await login.getButton('本机号码登录').boundingBox())?.width
  const before = await width()
  // WeChat adds this rule to every page of such an app.
  await page.addStyleTag({
    content: 'wx-button:not([size=mini]) { width: 184px; margin-left: auto; margin-right: auto; }',
  })
  expect(await width()).toBe(before)
})
