// The HTTPS edition: one POST instead of an image and a token request. In the browser on an https page, where the image
// edition cannot work.
import { expect, test } from '../support/test'

const NUMBER = '13800138000'
const CALL = '/h5/getMobile'
const TOKEN_LIFETIME_MS = 120_000

/** Call, handset and code of each message that the carrier received. */
const listCalls = (carrierLog: readonly string[]) => carrierLog.map((line) => line.split(' ').slice(2, 5).join(' '))

test.use({ ignoreHTTPSErrors: true, stackOptions: { secure: true } })

test('a login needs one call for its token, and no image', async ({ login, carrierLog }) => {
  await login.open('cm-5g', 'standard', { edition: 'https' })
  const release = login.traffic.hold(CALL)
  await login.agree()
  await login.expectText('正在核验本机号码…')
  await expect(login.carrierImage).toHaveCount(0)
  release()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  await login.takePicture('70-https-edition')
  expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cm-5g 103000', 'verify - 000'])
})

test('a user who typed a wrong number can log in with the right one', async ({ login, carrierLog }) => {
  await login.open('cm-5g', 'standard', { edition: 'https' })
  await login.agree()
  await login.submit('13900139000')
  await login.expectText('与本机号码不一致，请核对（剩余 4 次）')
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(listCalls(carrierLog).filter((call) => call.startsWith('verify'))).toEqual(['verify - 001', 'verify - 000'])
})

test('a Unicom SIM is named at once, and no retry is offered', async ({ login, carrierLog }) => {
  await login.open('cu-5g', 'standard', { edition: 'https' })
  await login.agree()
  await login.expectText('仅支持中国移动号码')
  await login.expectReference('103111')
  await login.takePicture('71-other-carrier')
  await expect(login.getButton('重试')).toHaveCount(0)
  expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cu-5g 103111'])
})

test.describe('with another appKey on the business server', () => {
  test.use({ stackOptions: { secure: true, env: { LOCAL_NUMBER_APP_KEY: 'QHX4ZK7M2W9TB3RJ6VD8PC5N' } } })

  test('the signature is refused (103101), and the fallback says so', async ({ login, carrierLog }) => {
    await login.open('cm-5g', 'standard', { edition: 'https' })
    await login.agree()
    await login.expectText('暂时无法验证')
    await login.expectReference('103101')
    await login.takePicture('72-signature-refused')
    expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cm-5g 103101'])
  })
})

test('a token is still used after 90 s', async ({ login, clock, carrierLog }) => {
  await login.page.clock.install()
  await login.open('cm-5g', 'standard', { edition: 'https' })
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await clock.advance(90_000)
  await login.getButton('登录').click()
  await login.expectText('验证成功')
  expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cm-5g 103000', 'verify - 000'])
})

test('a token that expired while the user typed is renewed on submit', async ({ login, clock, carrierLog }) => {
  await login.page.clock.install()
  await login.open('cm-5g', 'standard', { edition: 'https' })
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await clock.advance(TOKEN_LIFETIME_MS)
  await login.getButton('登录').click()
  await login.expectText('验证成功')
  expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cm-5g 103000', 'httpsGetMobile cm-5g 103000', 'verify - 000'])
})

test('a carrier that is down ends in the fallback, and a retry succeeds when it is back', async ({ login, stack }) => {
  await login.open('cm-5g', 'standard', { edition: 'https' })
  stack.simulator.once('httpsGetMobile', { status: 503 })
  await login.agree()
  await login.expectText('运营商服务无响应')
  await login.takePicture('73-carrier-down')
  await login.getButton('重试').click()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
})

test('a login that goes to the background during the call goes on when it returns', async ({ login, carrierLog }) => {
  await login.page.clock.install()
  await login.open('cm-5g', 'standard', { edition: 'https' })
  const release = login.traffic.hold(CALL)
  await login.agree()
  await login.expectText('正在核验本机号码…')
  await login.goToBackground(20_000)
  release()
  await login.returnToForeground()
  await login.submit(NUMBER)
  await login.expectText('验证成功')
  expect(listCalls(carrierLog).at(-1)).toBe('verify - 000')
})
