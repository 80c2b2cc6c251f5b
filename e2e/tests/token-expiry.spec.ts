import { expect, test } from '../support/test'

const NUMBER = '13800138000'

test('a token that expired while the user typed is renewed on submit', async ({ login, clock, carrierLog }) => {
  await login.page.clock.install()
  await login.open()
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await clock.advance(180_000)
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)

  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.getButton('登录').click()
  await login.expectText('正在重新核验…')
  await login.takePicture('13-renewing')
  release()
  await login.expectText('验证成功')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(2)
  expect(carrierLog.filter((line) => line.includes(' verify '))).toHaveLength(1)
})

test('a token that the platform rejects as expired (120020) is renewed once without the user noticing', async ({
  login,
  clock,
  carrierLog,
}) => {
  await login.open()
  await login.agree()
  await expect(login.phoneField).toBeVisible()
  clock.advanceServers(61_000)
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(carrierLog.filter((line) => line.includes(' verify ')).map((line) => line.split(' ')[4])).toEqual([
    '120020',
    '000',
  ])
})
