import { expect, test } from '../support/test'

test('on Wi-Fi the login waits at once, and continues when Wi-Fi is turned off', async ({ login, carrierLog }) => {
  await login.open('cm-wifi')
  await login.agree()
  await login.expectText('请关闭 Wi\u2011Fi')
  await login.takePicture('20-wifi')
  expect(carrierLog).toEqual([])

  await login.getButton('关闭 WLAN').click()
  await expect(login.phoneField).toBeVisible()
  await login.submit('15800158000')
  await login.expectText('验证成功')
})

test('a login that is not told of the network’s change finds it out by itself, and at once with 重试', async ({
  login,
  stack,
}) => {
  await login.open('cm-wifi', 'standard', { network: 'quiet' })
  await login.agree()
  await login.getButton('重试').click()
  await login.expectText('请关闭 Wi\u2011Fi')
  stack.simulator.updateHandset('cm-wifi', { network: '5g' })
  await expect(login.phoneField).toBeVisible()
})

test('a Unicom SIM ends in the fallback with code 500, which hides the carrier’s 111002', async ({
  login,
  carrierLog,
}) => {
  await login.open('cu-5g')
  await login.agree()
  await login.expectText('未能识别本机号码')
  await login.expectReference('500')
  await login.takePicture('22-unicom')
  expect(carrierLog[0]).toContain('getMobile cu-5g 500/111002')
})

test('a data-only SIM ends in the fallback', async ({ login }) => {
  await login.open('cm-data-only')
  await login.agree()
  await login.expectText('未能识别本机号码')
})

test('a phone without a network ends in the fallback and sends nothing to the carrier', async ({
  login,
  carrierLog,
}) => {
  await login.open('cm-5g')
  login.traffic.answer('/_sim/handset', { network: 'none' })
  await login.agree()
  await login.expectText('网络未连接')
  await login.takePicture('23-offline')
  expect(carrierLog).toEqual([])
})

test('a corrupt image ends in the fallback, and a retry succeeds', async ({ login }) => {
  await login.open()
  await login.page.route('**/getMobile.htm*', (route) =>
    route.fulfill({ status: 200, contentType: 'image/gif', body: 'GIF89a and then nothing' }),
  )
  await login.agree()
  await login.expectText('未能识别本机号码')
  await login.takePicture('24-image-error')
  await login.page.unroute('**/getMobile.htm*')
  await login.getButton('重试').click()
  await expect(login.phoneField).toBeVisible()
})

test('an image that never arrives ends in the fallback after its time limit', async ({ login }) => {
  await login.page.clock.install()
  await login.open()
  login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  const signed = login.traffic.waitForAnswer('/api/local-number/sign')
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  // Signing runs in parallel with a shorter time limit: let it finish before the clock moves.
  await signed
  await login.page.clock.runFor(100)
  await login.page.clock.fastForward(5000)
  await login.expectText('网络超时')
  await login.expectReference(null)
  await login.takePicture('25-timeout')
})
