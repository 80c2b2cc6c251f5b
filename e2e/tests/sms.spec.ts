// The way by text message: from a phone that the carrier cannot check to a ticket, and what goes wrong on the way.
import {
  alter,
  askForCode,
  askForFourth,
  chooseSms,
  chooseSmsOnceRefused,
  expectMessages,
  expectTicket,
  MINUTE,
  reachCode,
  readMessage,
  SENT,
  SMS,
  startAtNoon,
  UNICOM,
} from '../support/sms'
import { expect, test } from '../support/test'

test('a Unicom phone reaches a ticket by a text message', async ({ login, carrierLog }) => {
  await chooseSms(login)
  await login.takePicture('60-sms-number')
  await askForCode(login)
  await login.takePicture('61-sms-code')
  const { code } = readMessage(login)
  await login.phoneField.fill(code)
  await expectTicket(login)
  expect(carrierLog.join()).not.toContain('verify')
  const shown = await login.page.locator('.demo-inbox').textContent()
  expect(shown).toContain(code)
})

test('a phone on Wi-Fi reaches a ticket by a text message, without turning Wi-Fi off', async ({
  login,
  carrierLog,
}) => {
  const phone = { handset: 'cm-wifi', phone: '15800158000' }
  await login.open(phone.handset, 'standard', { ways: 1 })
  await login.agree()
  await login.expectText('请关闭 Wi\u2011Fi')
  await login.getButton(SMS).click()
  await askForCode(login, phone)
  await login.phoneField.fill(readMessage(login, phone).code)
  await expectTicket(login, phone.phone)
  expect(carrierLog).toEqual([])
})

test('the way asks for the app’s own terms before anything is sent', async ({ login }) => {
  await chooseSms(login)
  await login.phoneField.fill(UNICOM.phone)
  await expect(login.tickedCheckbox).toHaveCount(0)
  await login.getButton('获取验证码').click()
  await login.getButton('不同意').click()
  await login.expectText('请先阅读并勾选协议')
  expect(login.carrier.inbox(UNICOM.handset)).toEqual([])
  await login.getButton('获取验证码').click()
  await login.getButton('同意并获取验证码').click()
  await login.expectText(SENT)
  expect(login.carrier.inbox(UNICOM.handset)).toHaveLength(1)
})

test('a message is taken over at once: pasted as a whole, or offered by the keyboard', async ({ login }) => {
  await chooseSms(login)
  await askForCode(login)
  await login.takeOverCode(readMessage(login))
  await expectTicket(login)
})

test('a wrong code tells how many tries are left, and the right one still works', async ({ login }) => {
  await chooseSms(login)
  await askForCode(login)
  const { code } = readMessage(login)
  await login.phoneField.fill(alter(code))
  await login.expectText('验证码不正确（剩余 4 次）')
  await login.takePicture('62-sms-wrong')
  await expect(login.phoneField).toHaveValue('')
  await login.phoneField.fill(code)
  await expectTicket(login)
})

test('the fifth wrong code voids it: then the right one is refused, and another message helps', async ({
  login,
  clock,
}) => {
  await reachCode(login)
  const { code } = readMessage(login)
  for (const left of [4, 3, 2, 1]) {
    await login.phoneField.fill(alter(code, left))
    await login.expectText(`验证码不正确（剩余 ${left} 次）`)
  }
  await login.phoneField.fill(alter(code, 5))
  await login.expectText('验证码已失效，请重新获取')
  await login.phoneField.fill(code)
  await expect.poll(() => login.traffic.sent.filter(({ name }) => name === 'check').length).toBe(6)
  await login.expectText('验证码已失效，请重新获取')
  await clock.advance(MINUTE)
  await login.getButton('重新获取').click()
  await expectMessages(login, 2)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('a code expires after five minutes, and another message helps', async ({ login, clock }) => {
  await reachCode(login)
  const { code } = readMessage(login)
  await clock.advance(5 * MINUTE)
  await login.phoneField.fill(code)
  await login.expectText('验证码已失效，请重新获取')
  await login.getButton('重新获取').click()
  await expectMessages(login, 2)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('a code that was used does not work in the next login', async ({ login, clock }) => {
  await reachCode(login)
  const { code } = readMessage(login)
  await login.phoneField.fill(code)
  await login.page.clock.runFor(1000)
  await login.expectText('验证成功')
  await clock.advance(MINUTE)
  await login.getButton('重新开始').click()
  await chooseSmsOnceRefused(login)
  await askForCode(login)
  await login.phoneField.fill(code)
  await login.expectText('验证码不正确（剩余 4 次）')
  await login.phoneField.fill(readMessage(login).code)
  await login.page.clock.runFor(1000)
  await login.expectText('验证成功')
})

test('another message can be requested after a minute, and its code counts', async ({ login, clock }) => {
  await reachCode(login)
  const { code: first } = readMessage(login)
  await expect(login.getButton('重新获取')).toHaveCount(0)
  await clock.advance(MINUTE)
  await login.getButton('重新获取').click()
  await expectMessages(login, 2)
  await login.phoneField.fill(first)
  await login.expectText('验证码不正确（剩余 4 次）')
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('the countdown survives leaving the way, and the app in the background', async ({ login, clock }) => {
  await reachCode(login)
  await clock.advance(20_000)
  await login.getButton('返回').click()
  await login.expectText('未能识别本机号码')
  await login.getButton(SMS).click()
  await login.expectText(SENT)
  await login.expectText(/^(?:40|39) 秒后重新获取/)
  clock.advanceServers(20_000)
  await login.goToBackground(20_000)
  await login.returnToForeground()
  await login.page.clock.runFor(1000)
  await login.expectText(/^(?:20|1[89]) 秒后重新获取/)
  expect(login.carrier.inbox(UNICOM.handset)).toHaveLength(1)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('the app closed and opened again during the countdown waits for its rest, then gets another message', async ({
  login,
  neighbor: reopened,
  clock,
}) => {
  await reachCode(login)
  // Nothing that the first run has in its memory is there in the second.
  await chooseSms(reopened)
  await reopened.phoneField.fill(UNICOM.phone)
  await reopened.checkbox.click()
  await reopened.getButton('获取验证码').click()
  await reopened.expectText(/秒后可重试/)
  expect(reopened.carrier.inbox(UNICOM.handset)).toHaveLength(1)
  await clock.advance(MINUTE)
  await reopened.getButton('获取验证码').click()
  await reopened.expectText(SENT)
  await reopened.phoneField.fill(readMessage(reopened).code)
  await expectTicket(reopened)
})

test('a message that comes late or twice logs in all the same', async ({ login, clock }) => {
  await login.page.clock.install()
  login.carrier.once('textMessage', { delayMs: 30_000, duplicated: true })
  await chooseSms(login)
  await askForCode(login)
  expect(login.carrier.inbox(UNICOM.handset)).toEqual([])
  await clock.advance(30_000)
  expect(login.carrier.inbox(UNICOM.handset)).toHaveLength(2)
  await login.phoneField.fill(readMessage(login).code)
  await expectTicket(login)
})

test('a number that the carrier refuses is told so, and the way stays open', async ({ login }) => {
  login.carrier.once('textMessage', { refused: true })
  await chooseSms(login)
  await login.phoneField.fill(UNICOM.phone)
  await login.checkbox.click()
  await login.getButton('获取验证码').click()
  await login.expectText(/短信暂时无法发送/)
  await login.takePicture('63-sms-refused')
  await expect(login.phoneField).toHaveValue('186 0018 6000')
})

test('the number that is typed on the way carries over, to the carrier’s field and back', async ({ login }) => {
  const [first, second] = ['13900139000', '13700137000']
  await login.open('cm-5g', 'standard', { ways: 1 })
  await login.agree()
  await login.phoneField.fill(first)
  await login.getButton(SMS).click()
  await expect(login.phoneField).toHaveValue('139 0013 9000')
  await login.phoneField.fill(second)
  await login.getButton('返回').click()
  await login.expectText('本机号码')
  await expect(login.phoneField).toHaveValue('137 0013 7000')
  await login.getButton(SMS).click()
  await expect(login.phoneField).toHaveValue('137 0013 7000')
})

test('the fourth message of a session has to wait, and the other ways stay open', async ({ login, clock }) => {
  await startAtNoon(login, clock)
  await chooseSms(login, { ways: 2 })
  await askForFourth(login, clock)
  await login.expectText('操作过于频繁')
  await login.expectText(/^12 小时后可重试/)
  await login.takePicture('65-sms-wait')
  expect(login.carrier.inbox(UNICOM.handset)).toHaveLength(3)
  await login.getButton('返回').click()
  await login.getButton('密码登录').click()
  await login.expectText('演示不检查密码。')
})

test('five wrong numbers lead to the message', async ({ login }) => {
  const own = { handset: 'cm-5g', phone: '13800138000' }
  await login.open(own.handset, 'standard', { ways: 1 })
  await login.agree()
  for (const left of ['剩余 4 次', '剩余 3 次', '剩余 2 次', '仅剩 1 次']) {
    await login.submit(`1390013900${left.replace(/\D/g, '')}`)
    await login.expectText(new RegExp(`（${left}）$`))
  }
  await login.submit('13900139005')
  await login.expectText('尝试次数过多')
  await login.getButton(SMS).click()
  await askForCode(login, own)
  await login.phoneField.fill(readMessage(login, own).code)
  await expectTicket(login, own.phone)
})

test('while the platform is down, the message is offered at once', async ({ login, stack }) => {
  const own = { handset: 'cm-5g', phone: '13800138000' }
  await login.open(own.handset, 'standard', { ways: 1 })
  stack.simulator.fault({ call: 'verify', effect: { status: 503 }, times: null })
  await breakCircuit(stack.backend.url)
  await login.agree()
  await login.expectText('暂时无法验证')
  await expect(login.offers.first()).toHaveText(SMS)
  await login.takePicture('64-sms-platform-down')
  expect(login.traffic.sent.map(({ name }) => name)).toEqual(['sign'])
  await login.getButton(SMS).click()
  await askForCode(login, own)
  await login.phoneField.fill(readMessage(login, own).code)
  await expectTicket(login, own.phone)
})

/** Lets so many checks fail that the business server calls the platform down. */
async function breakCircuit(backendUrl: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${backendUrl}/api/local-number/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return (await response.json()) as { attemptId?: string }
  }
  const check = async (_: unknown, index: number) => {
    const session = `a-neighbor-with-number-${index}`
    const { attemptId } = await post('sign', { edition: 'httpsH5', consent: { version: '1' }, session })
    await post('verify', { attemptId, phone: '13800138000', token: 'H5HTTPS', userInformation: 'QQ==' })
  }
  await Promise.all(Array.from({ length: 30 }, check))
}
