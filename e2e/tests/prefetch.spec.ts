// The HTTPS edition fetches its signature between tick and tap; the tap sends the receipt beside the carrier's call.
import { expect, test } from '../support/test'

const NUMBER = '13800138000'
const SETUP = { edition: 'https', flow: 'oneScreen' } as const

test.use({ ignoreHTTPSErrors: true, stackOptions: { secure: true } })

test('nothing is sent before the tick, and the tap needs no second signature', async ({ login, carrierLog }) => {
  const { sent } = login.traffic
  const names = () => sent.map(({ name }) => name)
  await login.open('cm-5g', 'standard', SETUP)
  await login.phoneField.fill(NUMBER)
  expect(names()).toEqual([])

  const signed = login.traffic.waitForAnswer('/sign')
  await login.checkbox.click()
  await signed
  expect(sent.map(({ name, body }) => [name, Object.keys(body).sort()])).toEqual([['sign', ['edition', 'session']]])
  expect(carrierLog).toEqual([])

  login.traffic.holdUntilSent('/consent', '/getMobile')
  await login.getButton('本机号码登录').click()
  await login.expectText('验证成功')
  expect(sent.find(({ name }) => name === 'consent')?.body).toEqual({
    attemptId: expect.any(String),
    consent: { version: '1', locale: 'zh-CN' },
  })
  expect([...names()].sort()).toEqual(['consent', 'getMobile', 'sign', 'verify'])
  expect(names().at(-1)).toBe('verify')
})

test('unticking aborts and discards the signature: a new tick fetches another', async ({ login }) => {
  const { sent } = login.traffic
  await login.open('cm-5g', 'standard', SETUP)
  await login.phoneField.fill(NUMBER)
  const release = login.traffic.hold('/sign')
  await login.checkbox.click()
  await expect.poll(() => sent.length).toBe(1)
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toHaveCount(0)
  release()
  const signed = login.traffic.waitForAnswer('/sign')
  await login.checkbox.click()
  await signed
  await login.getButton('本机号码登录').click()
  await login.expectText('验证成功')
  expect(sent.filter(({ name }) => name === 'sign').map(({ body }) => body.consent)).toEqual([undefined, undefined])
})

test('step by step, the tap takes the signature as well', async ({ login }) => {
  await login.open('cm-5g', 'standard', { edition: 'https' })
  const signed = login.traffic.waitForAnswer('/sign')
  await login.checkbox.click()
  await signed
  await login.getButton('本机号码登录').click()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(login.traffic.sent.map(({ name }) => name).sort()).toEqual(['consent', 'getMobile', 'sign', 'verify'])
})

test('a tick that is also the tap signs with consent', async ({ login }) => {
  const { sent } = login.traffic
  await login.open('cm-5g', 'standard', SETUP)
  await login.phoneField.fill(NUMBER)
  await login.getButton('本机号码登录').click()
  await login.getButton('同意并登录').click()
  await login.expectText('验证成功')
  expect(sent.map(({ name }) => name)).toEqual(['sign', 'getMobile', 'verify'])
  expect(sent[0]?.body).toMatchObject({ consent: { version: '1', locale: 'zh-CN' } })
})
