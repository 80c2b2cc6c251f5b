import { expect, test } from '../support/test'

test('on Wi-Fi the fallback says so, and the login goes on by itself when Wi-Fi is turned off', async ({
  login,
  carrierLog,
}) => {
  await login.open('cm-wifi')
  await login.agree()
  await login.sees('正在使用 WLAN')
  await login.picture('20-wifi')
  expect(carrierLog).toEqual([])

  await login.button('关闭 WLAN 后重试').click()
  await login.sees('正在等待移动网络')
  await login.picture('21-awaiting-cellular')
  await login.page.locator('.demo-action', { hasText: '关闭 WLAN' }).click()
  await expect(login.phoneField).toBeVisible()
  await login.submit('15800158000')
  await login.sees('验证成功')
})

test('a Unicom SIM is not recognised, and the carrier’s code stays in its answer', async ({ login, carrierLog }) => {
  await login.open('cu-5g')
  await login.agree()
  await login.sees('没能确认 SIM 卡')
  await login.sees('编号 · 500 ·')
  await login.picture('22-unicom')
  expect(carrierLog[0]).toContain('getMobile cu-5g 500/111002')
})

test('a data-only SIM is not recognised either', async ({ login }) => {
  await login.open('cm-data-only')
  await login.agree()
  await login.sees('没能确认 SIM 卡')
})

test('a phone without any network is told so', async ({ login, carrierLog }) => {
  await login.open('cm-5g')
  login.traffic.answer('/_sim/handset', { network: 'none' })
  await login.agree()
  await login.sees('没有网络')
  await login.picture('23-offline')
  expect(carrierLog).toEqual([])
})

test('an image that arrives broken is a number not taken, and trying again works', async ({ login }) => {
  await login.open()
  await login.page.route('**/getMobile.htm*', (route) =>
    route.fulfill({ status: 200, contentType: 'image/gif', body: 'GIF89a and then nothing' }),
  )
  await login.agree()
  await login.sees('没能确认 SIM 卡')
  await login.picture('24-image-error')
  await login.page.unroute('**/getMobile.htm*')
  await login.button('重试').click()
  await expect(login.phoneField).toBeVisible()
})

test('an image that never arrives runs into its time limit', async ({ login }) => {
  await login.page.clock.install()
  await login.open()
  login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  const signed = login.traffic.answered('/api/local-number/sign')
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  // Signing runs beside the image with a shorter limit of its own: it is over before time passes.
  await signed
  await login.page.clock.runFor(100)
  await login.page.clock.fastForward(5000)
  await login.sees('网络太慢')
  await login.sees('编号 · image ·')
  await login.picture('25-timeout')
})
