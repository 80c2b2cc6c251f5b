// An https page, and browsers on iOS 18: what each edition does there.
import { expect, test } from '../../support/test'

const IOS_18 =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const NUMBER = '13800138000'

const listCalls = (carrierLog: readonly string[]) => carrierLog.map((line) => line.split(' ').slice(2, 5).join(' '))

test.describe('on an https page', () => {
  test.use({ ignoreHTTPSErrors: true, stackOptions: { secure: true } })

  test('where the http image cannot load, the fallback says so and nothing is sent', async ({ login, carrierLog }) => {
    await login.open()
    await login.agree()
    await login.expectText('当前页面不支持本机号码登录')
    await login.takePicture('50-https-page')
    await expect(login.getButton('重试')).toHaveCount(0)
    expect(carrierLog).toEqual([])
  })

  test('a login that may use both editions takes the HTTPS edition', async ({ login, carrierLog }) => {
    await login.open('cm-5g', 'standard', { edition: 'both' })
    await login.agree()
    await login.submit(NUMBER)
    await login.expectText('验证成功')
    expect(listCalls(carrierLog)).toEqual(['httpsGetMobile cm-5g 103000', 'verify - 000'])
  })
})

test.describe('in a browser on iOS 18, with a carrier behind a host name', () => {
  test.use({ userAgent: IOS_18, carrierHost: 'localhost' })

  test('the image edition is tried, fails, and the user has a reference without a word of the program', async ({
    login,
  }) => {
    await login.open('ios18-5g', 'standard', { edition: 'image' })
    // WebKit loads the image over https instead, where nobody answers.
    await login.page.route('**/getMobile.htm*', (route) => route.abort('connectionrefused'))
    await login.agree()
    await login.expectReference(null)
  })

  test('a login that may use both editions takes the HTTPS edition', async ({ login, carrierLog }) => {
    await login.open('ios18-5g', 'standard', { edition: 'both' })
    await login.agree()
    await login.submit('13600136000')
    await login.expectText('验证成功')
    expect(listCalls(carrierLog)).toEqual(['httpsGetMobile ios18-5g 103000', 'verify - 000'])
  })
})
