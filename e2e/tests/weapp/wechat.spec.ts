// The way by WeChat's phone button: from a phone that the carrier cannot check to a ticket, a denial, and no quota.
import { startWeChatServer, type WeChatServer } from '@local-number/weapp-runtime/wechat'
import type { LoginPage } from '../../support/login-page'
import { PHONE } from '../../support/mini-program'
import { expect, weappTest } from '../../support/test'

const WECHAT = '微信手机号登录'

const test = weappTest.extend<{ readonly wechat: WeChatServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  wechat: async ({}, use) => {
    const wechat = await startWeChatServer({ appId: PHONE.appId, secret: 'secret-of-the-mini-program' })
    await use(wechat)
    await wechat.stop()
  },
  wechatHost: ({ wechat }, use) => use(wechat.host),
  stackOptions: ({ wechat }, use) =>
    use({
      env: {
        LOCAL_NUMBER_WECHAT_APP_ID: PHONE.appId,
        LOCAL_NUMBER_WECHAT_APP_SECRET: wechat.secret,
        LOCAL_NUMBER_WECHAT_ORIGIN: wechat.origin,
      },
    }),
})

/** Logs in until the carrier has refused the Unicom SIM, chooses WeChat's button, and agrees to the app's terms. */
async function chooseWechat(login: LoginPage): Promise<void> {
  await login.open('cu-5g', 'standard', { ways: 3 })
  await login.agree()
  await login.expectText('未能识别本机号码')
  await login.getButton(WECHAT).click()
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toBeVisible()
}

async function answerWechat(login: LoginPage, answer: '允许' | '不允许'): Promise<void> {
  await login.getButton(WECHAT).click()
  await login.page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click()
}

test('a Unicom phone reaches a ticket by the number of its WeChat account', async ({ miniProgram, wechat }) => {
  wechat.setPhoneNumber({ countryCode: '86', purePhoneNumber: '18600186000' })
  await chooseWechat(miniProgram)
  await miniProgram.takePicture('70-wechat')
  await answerWechat(miniProgram, '允许')
  await miniProgram.expectText('验证成功')
  await miniProgram.expectText('186****6000')
  const answer = miniProgram.traffic.received.find(({ name }) => name === 'wechat-phone')
  expect(answer?.body).toMatchObject({ outcome: 'verified', phone: '18600186000', ticket: expect.any(String) })
})

test('in a sheet, the button stands below the cross that closes it', async ({ miniProgram }) => {
  await miniProgram.open('cu-5g', 'standard', { ways: 3, layout: 'sheet' })
  await miniProgram.agree()
  await miniProgram.expectText('未能识别本机号码')
  await miniProgram.getButton(WECHAT).click()
  const cross = await miniProgram.page.locator('.lnl-cancel:visible').boundingBox()
  const button = await miniProgram.getButton(WECHAT).boundingBox()
  // The cross is smaller than what a finger may touch.
  expect(Number(button?.y)).toBeGreaterThanOrEqual(Number(cross?.y) + Number(cross?.height) - 8)
})

test('WeChat is not asked before the app’s own terms are agreed to', async ({ miniProgram, wechat }) => {
  await miniProgram.open('cu-5g', 'standard', { ways: 3 })
  await miniProgram.agree()
  await miniProgram.getButton(WECHAT).click()
  await expect(miniProgram.tickedCheckbox).toHaveCount(0)
  await miniProgram.getButton(WECHAT).click()
  await miniProgram.expectText('请阅读并同意以下条款')
  await expect(miniProgram.page.getByText('申请获取并验证你的手机号')).toHaveCount(0)
  expect(wechat.calls).toEqual([])
})

test('who denies it may tap again', async ({ miniProgram, wechat }) => {
  await chooseWechat(miniProgram)
  await answerWechat(miniProgram, '不允许')
  await miniProgram.expectText(/^您未授权手机号/)
  await miniProgram.takePicture('71-wechat-denied')
  expect(wechat.calls).toEqual([])
  await answerWechat(miniProgram, '允许')
  await miniProgram.expectText('验证成功')
})

test('without quota the way says so, and is not offered again', async ({ miniProgram, wechat }) => {
  wechat.setQuota(0)
  await chooseWechat(miniProgram)
  await miniProgram.getButton(WECHAT).click()
  await miniProgram.page.getByRole('dialog').getByRole('button', { name: '知道了' }).click()
  await miniProgram.expectText(/^暂时无法使用微信手机号/)
  await miniProgram.takePicture('72-wechat-no-quota')
  await miniProgram.getButton('返回').click()
  await expect(miniProgram.getButton('短信验证码登录')).toBeVisible()
  await expect(miniProgram.getButton(WECHAT)).toHaveCount(0)
})

test('a number of another country is refused, and the other ways stay open', async ({ miniProgram, wechat }) => {
  wechat.setPhoneNumber({ countryCode: '852', purePhoneNumber: '61234567' })
  await chooseWechat(miniProgram)
  await answerWechat(miniProgram, '允许')
  await miniProgram.expectText(/^仅支持中国大陆手机号/)
  await miniProgram.getButton('返回').click()
  await expect(miniProgram.getButton('短信验证码登录')).toBeVisible()
})
