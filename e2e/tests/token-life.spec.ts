import { expect, test } from '../support/test'

const NUMBER = '13800138000'

test('a token that expired while the user typed is renewed at submit', async ({ login, clock, carrierLog }) => {
  await login.page.clock.install()
  await login.open()
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await clock.pass(180_000)
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(1)

  const release = login.traffic.hold('/NumberAbility/h5/getMobile.htm')
  await login.button('登录').first().click()
  await login.sees('正在重新确认 SIM 卡')
  await login.picture('13-renewing')
  release()
  await login.sees('验证成功')
  expect(carrierLog.filter((line) => line.includes('getToken'))).toHaveLength(2)
  expect(carrierLog.filter((line) => line.includes(' verify '))).toHaveLength(1)
})

test('a token that only the platform finds expired (120020) is renewed once, and the user does not notice', async ({
  login,
  clock,
  carrierLog,
}) => {
  await login.open()
  await login.agree()
  await expect(login.phoneField).toBeVisible()
  clock.passAtServers(61_000)
  await login.submit(NUMBER)
  await login.sees('验证成功')
  expect(carrierLog.filter((line) => line.includes(' verify ')).map((line) => line.split(' ')[4])).toEqual([
    '120020',
    '000',
  ])
})
