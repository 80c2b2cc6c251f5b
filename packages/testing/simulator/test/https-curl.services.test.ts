// The same login in the HTTPS edition (e2e/curl/https-login.sh), and one flipped bit in each field of its call. Those
// of the verification are in curl.services.test.ts.
import { CurlLogins } from './support/curl-logins'

let logins: CurlLogins
beforeAll(async () => {
  logins = await CurlLogins.start()
})
afterAll(() => logins.stop())

function logIn(...flip: string[]) {
  const { httpsEditionOrigin, origin } = logins.simulator
  return logins.run('https-login.sh', [httpsEditionOrigin, origin], flip)
}

test('the login ends with 000', async () => {
  expect(await logIn()).toEqual({ status: 0, lines: ['httpsGetMobile 103000', 'verify 000', '000'] })
})

const FLIPPED = [
  ['signedText', '103101'],
  ['signKey', '103101'],
  ['httpsGetMobile.version', '103101'],
  ['httpsGetMobile.timestamp', '103101'],
  ['httpsGetMobile.appId', '110023'],
  ['httpsGetMobile.businessType', '110024'],
  ['httpsGetMobile.traceId', '103101'],
  ['httpsGetMobile.sign', '103101'],
  ['httpsGetMobile.msgId', '103101'],
  // The fingerprint is compared at the end.
  ['httpsGetMobile.userInformation', '120020'],
  // What the platform does with another callType is not known.
  ['httpsGetMobile.expandParams', '000'],
  ['httpsGetMobile.wxappid', '110029'],
  ['phone', '001'],
  ['token', '120020'],
] as const

test.each(FLIPPED)('a flipped bit in %s ends the login with %s', async (field, code) => {
  const { status, lines } = await logIn(field)
  expect([status, lines.at(-1)]).toEqual([code === '000' ? 0 : 1, code])
})

test('a login on an offline handset ends with 0', async () => {
  logins.simulator.setActiveHandset('offline')
  expect((await logIn()).lines).toEqual(['0'])
})
