// Phones on which the editions differ: Android and iPhones beside Wi-Fi, iOS 18, and no SIM.
import { expect, test } from '../../support/test'

const ANDROID = { platform: 'android', system: 'Android 14', SDKVersion: '3.7.0' }
const IPHONE = { platform: 'ios', system: 'iOS 18.5', SDKVersion: '3.7.0' }

const listCalls = (carrierLog: readonly string[]) => carrierLog.map((line) => line.split(' ').slice(2, 5).join(' '))

test.describe('on Android beside Wi-Fi', () => {
  test.use({ phone: { networkType: 'wifi', system: ANDROID } })

  test('the HTTPS edition logs in over mobile data, and Wi-Fi stays on', async ({ login, carrierLog }) => {
    await login.open('android-wifi-data', 'standard', { edition: 'https' })
    await login.agree()
    await login.submit('13400134000')
    await login.expectText('验证成功')
    expect(listCalls(carrierLog)).toEqual(['httpsGetMobile android-wifi-data 103000', 'verify - 000'])
  })

  test('the image edition asks to turn Wi-Fi off', async ({ login, carrierLog }) => {
    await login.open('android-wifi-data', 'standard', { edition: 'image' })
    await login.agree()
    await login.expectText('请关闭 Wi\u2011Fi')
    expect(carrierLog).toEqual([])
  })
})

test.describe('on Android beside Wi-Fi, without a SIM', () => {
  test.use({ phone: { networkType: 'wifi', mobileData: false, system: ANDROID } })

  test('the HTTPS edition fails at once and asks to turn Wi-Fi off', async ({ login, carrierLog }) => {
    await login.open('no-sim-wifi', 'standard', { edition: 'https' })
    await login.agree()
    await login.expectText('请关闭 Wi\u2011Fi')
    await login.takePicture('75-no-sim')
    expect(carrierLog).toEqual([])
  })
})

test.describe('on an iPhone beside Wi-Fi', () => {
  test.use({ phone: { networkType: 'wifi', system: IPHONE } })

  test('the HTTPS edition asks to turn Wi-Fi off, and goes on when that is done', async ({ login, stack }) => {
    await login.open('ios18-wifi', 'standard', { edition: 'https' })
    await login.agree()
    await login.expectText('请关闭 Wi\u2011Fi')
    await login.takePicture('76-iphone-wifi')
    stack.simulator.updateHandset('ios18-wifi', { network: '5g' })
    await login.submit('13500135000')
    await login.expectText('验证成功')
  })
})

test.describe('on iOS 18, with a carrier behind a host name', () => {
  test.use({ phone: { system: IPHONE }, carrierHost: 'localhost' })

  test('the image edition is tried, fails, and the user has a reference without a word of the program', async ({
    login,
    carrierLog,
  }) => {
    await login.open('ios18-5g', 'standard', { edition: 'image' })
    await login.agree()
    await login.expectText('未能识别本机号码')
    await login.expectReference(null)
    await login.takePicture('77-ios-18-image')
    expect(carrierLog).toEqual([])
  })

  for (const edition of ['https', 'both'] as const) {
    test(`a login that may use ${edition} takes the HTTPS edition`, async ({ login, carrierLog }) => {
      await login.open('ios18-5g', 'standard', { edition })
      await login.agree()
      await login.submit('13600136000')
      await login.expectText('验证成功')
      expect(listCalls(carrierLog)).toEqual(['httpsGetMobile ios18-5g 103000', 'verify - 000'])
    })
  }
})

test('on iOS 18, with a carrier behind an IP address, a login that may use both takes the image edition', async ({
  login,
  carrierLog,
}) => {
  await login.open('ios18-5g', 'standard', { edition: 'both' })
  await login.agree()
  await login.submit('13600136000')
  await login.expectText('验证成功')
  expect(listCalls(carrierLog)).toEqual(['getMobile ios18-5g 000000', 'getToken ios18-5g 000000', 'verify - 000'])
})
