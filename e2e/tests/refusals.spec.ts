import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from '../support/test'

const NUMBER = '13800138000'

test.describe('with another customer key registered at the carrier', () => {
  const foreign = generateKeyPairSync('rsa', { modulusLength: 1024 })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64')
  test.use({ stackOptions: { env: { SIMULATOR_CUSTOMER_PUBLIC_KEY: foreign } } })

  test('a signature by an unregistered key ends in the fallback with 130018', async ({ login }) => {
    await login.open()
    await login.agree()
    await login.expectText('暂时无法验证')
    await login.expectReference('130018')
    await login.takePicture('30-token-refused')
  })
})

test.describe('with one verification per number and day', () => {
  test.use({ stackOptions: { env: { SIMULATOR_DAILY_LIMIT: '1' } } })

  test('the second verification of a day ends with the daily limit (121011) and offers no retry', async ({
    login,
    carrierLog,
  }) => {
    await login.open()
    await login.agree()
    await login.submit('13900139000')
    await login.expectText('与本机号码不一致')
    await login.submit(NUMBER)
    await login.expectText('今日验证次数已达上限')
    await login.expectReference('121011')
    await login.takePicture('31-daily-limit')
    await expect(login.offers).toHaveText(['重新登录'])
    expect(carrierLog.at(-1)).toContain(' verify - 121011 ')
  })
})

test.describe('with one signature per address and minute', () => {
  const MINUTE = 60_000
  test.use({ stackOptions: { env: { LOCAL_NUMBER_SIGNS_PER_IPV4: '1' } } })

  test('the second login of a minute says how long to wait, and can go on after it', async ({
    login,
    neighbor,
    clock,
  }) => {
    await login.page.clock.install()
    // Both logins are in one minute of the server's clock.
    clock.advanceServers(MINUTE - (clock.now() % MINUTE))
    await neighbor.open()
    await neighbor.agree()
    await expect(neighbor.phoneField).toBeVisible()
    await login.open(undefined, undefined, { ways: 1 })
    await login.agree()
    await login.expectText('操作过于频繁')
    await login.expectText(/^\d\d 秒后可重试。$/)
    await login.expectReference(null)
    await login.takePicture('35-rate-limited')
    await expect(login.offers).toHaveText(['短信验证码登录', '重试'])
    const retry = login.getButton('重试')
    await expect(retry).toHaveAttribute('aria-disabled', 'true')
    await login.page.clock.fastForward(MINUTE)
    await login.expectText('现在可以重试了。')
    await expect(retry).not.toHaveAttribute('aria-disabled')
  })
})

test('a platform that goes down before verification ends in the fallback', async ({ login, stack }) => {
  await login.open()
  await login.agree()
  await expect(login.phoneField).toBeVisible()
  await stack.simulator.stop()
  await login.submit(NUMBER)
  await login.expectText('暂时无法验证')
  await login.takePicture('32-platform-down')
})

test('a platform that is down from the start fails number retrieval', async ({ login, stack }) => {
  await login.open()
  login.traffic.answer('/_sim/handset', { network: '5g' })
  await stack.simulator.stop()
  await login.agree()
  await login.expectText('未能识别本机号码')
})

test('the fallback says when the business server cannot be reached', async ({ login, stack }) => {
  await login.open()
  await stack.backend.close()
  await login.agree()
  await login.expectText('服务暂不可用')
  await login.takePicture('33-server-down')
})

test('five wrong numbers end in the fallback', async ({ login }) => {
  await login.open()
  await login.agree()
  for (const left of [4, 3, 2, 1]) {
    await login.submit(`1390013900${left}`)
    await login.expectText(left === 1 ? '仅剩 1 次' : `剩余 ${left} 次`)
  }
  await login.submit('13900139000')
  await login.expectText('尝试次数过多')
  await login.takePicture('34-attempts-exhausted')
})
