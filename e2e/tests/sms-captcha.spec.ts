// The captcha of the way by text message: the fourth message of a session needs one, and its provider decides.
import { type CaptchaProvider, startCaptcha } from '../support/captcha'
import type { Clock } from '../support/clock'
import type { LoginPage } from '../support/login-page'
import {
  askForCode,
  askForFourth,
  chooseSms,
  expectMessages,
  expectTicket,
  readMessage,
  SENT,
  startAtNoon,
} from '../support/sms'
import { test as base, expect } from '../support/test'

const test = base.extend<{ readonly provider: CaptchaProvider }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  provider: async ({}, use) => {
    const provider = await startCaptcha()
    await use(provider)
    await provider.stop()
  },
  stackOptions: ({ provider: { verifyCaptcha } }, use) => use({ verifyCaptcha }),
})

const PICK = '请点选陶杯，以获取验证码'

const pick = (login: LoginPage, at: number) => login.page.locator('.shop-captcha-picture:visible').nth(at).click()
const CUP = 0
const LAMP = 1

/** Has the three messages that are free, and asks for a fourth. */
async function reachCaptcha(login: LoginPage, clock: Clock): Promise<void> {
  await startAtNoon(login, clock)
  await chooseSms(login)
  await askForFourth(login, clock)
  await login.expectText(PICK)
}

test('a wrong proof is refused, and the right one gets the message, whose code counts', async ({
  login,
  clock,
  provider,
}) => {
  await reachCaptcha(login, clock)
  await login.expectText('请先完成验证')
  await login.takePicture('66-sms-captcha')
  await pick(login, LAMP)
  await login.expectText('验证未通过，请重试')
  await login.expectText(PICK)
  await expectMessages(login, 3)
  await pick(login, CUP)
  await expectMessages(login, 4)
  await expect(login.page.getByText(PICK)).toHaveCount(0)
  expect(provider.tickets).toEqual(['lamp', 'cup'])
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('who cancels it gets no message, keeps the code that was sent, and may ask again', async ({
  login,
  clock,
  provider,
}) => {
  await reachCaptcha(login, clock)
  await login.getButton('取消').click()
  await expect(login.page.getByText(PICK)).toHaveCount(0)
  await login.getButton('重新获取').click()
  await login.expectText(PICK)
  await login.getButton('取消').click()
  expect(provider.tickets).toEqual([])
  await expectMessages(login, 3)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('for another number, too, it stands below the number', async ({ login, clock }) => {
  await startAtNoon(login, clock)
  await chooseSms(login)
  await askForCode(login)
  const others = ['13900139000', '13700137000', '13600136000']
  for (const phone of others) {
    await login.getButton('换个号码').click()
    await login.phoneField.fill(phone)
    await login.getButton('获取验证码').click()
    if (phone !== others.at(-1)) await login.expectText(SENT)
  }
  await login.expectText(PICK)
  await login.takePicture('67-sms-captcha-number')
  await pick(login, CUP)
  await login.expectText('验证码已发送至 136 0013 6000')
})

test('a page without a captcha names the other ways, and the other ways stay open', async ({ login, clock }) => {
  await startAtNoon(login, clock)
  await chooseSms(login, { captcha: 'none', ways: 2 })
  await askForFourth(login, clock)
  await login.expectText('今日验证次数已达上限')
  await login.expectText('请使用其他方式登录。')
  await expect(login.page.locator('.shop-captcha')).toHaveCount(0)
  await login.getButton('返回').click()
  await login.getButton('密码登录').click()
  await login.expectText('演示不检查密码。')
})
