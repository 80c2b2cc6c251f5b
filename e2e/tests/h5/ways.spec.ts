// Other ways in a browser: what a reload forgets, and what only WeChat has.
import { expectTicket, MINUTE, reachCode, readMessage, SENT, SMS, UNICOM } from '../../support/sms'
import { expect, test } from '../../support/test'

test('a page that is loaded anew during the countdown names its rest, and then sends another message', async ({
  login,
  clock,
}) => {
  await reachCode(login)
  await clock.advance(20_000)
  await login.page.reload()
  await login.agree()
  await login.getButton(SMS).click()
  await login.phoneField.fill(UNICOM.phone)
  await login.checkbox.click()
  await login.getButton('获取验证码').click()
  // No code can be typed: the one that was sent belongs to the login that asked for it.
  await login.expectText('操作过于频繁')
  await login.expectText(/^(?:40|3\d) 秒后可重试/)
  expect(login.carrier.inbox(UNICOM.handset)).toHaveLength(1)
  await clock.advance(MINUTE)
  await login.getButton('获取验证码').click()
  await login.expectText(SENT)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('WeChat’s button is not offered', async ({ login }) => {
  await login.open('cu-5g', 'standard', { ways: 3 })
  await login.agree()
  await login.expectText('未能识别本机号码')
  await expect(login.offers).toHaveText([SMS, '密码登录', '重试'])
})
