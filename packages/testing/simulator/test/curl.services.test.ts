// A complete login with curl and openssl only (e2e/curl/login.sh), and one flipped bit in each of its fields.
import { CurlLogins } from './support/curl-logins'

let logins: CurlLogins
beforeAll(async () => {
  logins = await CurlLogins.start()
})
afterAll(() => logins.stop())

const logIn = (...flip: string[]) => logins.run('login.sh', [logins.simulator.origin], flip)

test('the login ends with 000', async () => {
  expect(await logIn()).toEqual({ status: 0, lines: ['getMobile image', 'getToken 000000', 'verify 000', '000'] })
})

const FLIPPED = [
  ['getMobile.version', '130030'],
  ['getMobile.appId', '110028'],
  // 0 is the other valid value: three networks, China Mobile among them.
  ['getMobile.openType', '000'],
  ['getMobile.expandParams', '130030'],
  // The number is retrieved, but under other ids than those of getToken.
  ['getMobile.msgId', '130030'],
  ['getMobile.timestamp', '130030'],
  ['getMobile.uuid', '130030'],
  // The fingerprint is compared at the end.
  ['getMobile.userInformation', '120020'],
  ['getMobile.wxappid', '110029'],
  ['preSign', '130018'],
  ['getToken.version', '130030'],
  ['getToken.msgId', '130018'],
  ['getToken.timestamp', '130018'],
  ['getToken.appId', '110028'],
  ['getToken.expandParams', '130030'],
  ['getToken.sign', '130018'],
  ['getToken.uuid', '130018'],
  ['getToken.wxappid', '110029'],
  ['phone', '001'],
  ['appKey', '999999'],
  ['phoneTime', '999999'],
  ['phoneNum', '130016'],
  ['token', '120020'],
  ['verify.version', '130018'],
  ['verify.msgId', '130018'],
  ['verify.appId', '110028'],
  ['verify.timestamp', '130018'],
  ['verify.phoneNum', '130018'],
  ['verify.token', '130018'],
  ['verify.sign', '130018'],
  ['verify.userInformation', '120020'],
] as const

test.each(FLIPPED)('a flipped bit in %s ends the login with %s', async (field, code) => {
  const { status, lines } = await logIn(field)
  expect(lines.at(-1)).toBe(code)
  expect(status).toBe(code === '000' ? 0 : 1)
})

test('an unknown field is refused', async () => {
  expect((await logIn('getMobile.phone')).status).toBe(2)
})

test('a login on an offline handset ends with 0', async () => {
  logins.simulator.setActiveHandset('offline')
  expect((await logIn()).lines).toEqual(['0'])
})
