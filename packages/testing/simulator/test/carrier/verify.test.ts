// verifyVmMobileApi.htm: every code by its real cause, in both dialects.
import { PATHS } from '@local-number/protocol'
import type { SimulatorState } from '@local-number/simulator-contract'
import type { Simulator } from '../../src'
import { encryptText, REGISTERED_APP } from '../support/customer'
import { createVerifyRequest, obtainToken, post, TIMESTAMP, USER_INFORMATION, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

let simulator: Simulator
let token: string

beforeEach(async () => {
  simulator = await startTestSimulator()
  token = await obtainToken(simulator.origin)
})

const block = (byte: number) => Buffer.alloc(128, byte).toString('base64')
const anotherPhoneNum = () => encryptText('x', simulator.apps[0]!.platformPublicKey)

test.each([
  ['token is empty', () => ({ body: { token: '' } }), '130010'],
  ['phoneNum is empty', () => ({ body: { phoneNum: '' } }), '130010'],
  ['the msgId has dashes', () => ({ header: { msgId: 'b50bbef6-c4cd-4fa8-a1b2-c3d4e5f60718' } }), '130030'],
  ['the timestamp is a date', () => ({ header: { timestamp: '2026-06-01' } }), '130030'],
  ['the app is unknown', () => ({ header: { appId: '300000000000' } }), '110028'],
  ['phoneNum is changed after signing', () => ({ afterSigning: { body: { phoneNum: anotherPhoneNum() } } }), '130018'],
  ['the version is changed after signing', () => ({ afterSigning: { header: { version: '1.1' } } }), '130018'],
  ['phoneNum is not a ciphertext of this key', () => ({ body: { phoneNum: block(1) } }), '130016'],
  ['phoneNum exceeds the modulus of the key', () => ({ body: { phoneNum: block(255) } }), '130016'],
  ['phoneNum is half a block', () => ({ body: { phoneNum: block(1).slice(0, 88) } }), '130016'],
  ['phoneNum is not base64', () => ({ body: { phoneNum: PHONE } }), '130016'],
  ['phoneNum contains another appKey', () => ({ appKey: 'B'.repeat(32) }), '999999'],
  ['phoneNum contains another timestamp', () => ({ innerTime: '20260601120000001' }), '999999'],
  ['phoneNum does not begin with eleven digits', () => ({ phone: '1380013800a' }), '999999'],
  ['the token is unknown', () => ({ token: 'f'.repeat(48) }), '120020'],
  ['userInformation is missing', () => ({ body: { userInformation: undefined } }), '120020'],
  ['userInformation is of another phone', () => ({ body: { userInformation: 'SFVBV0VJ' } }), '120020'],
  [
    'userInformation is encoded twice',
    () => ({ body: { userInformation: encodeURIComponent(encodeURIComponent(USER_INFORMATION)) } }),
    '120020',
  ],
])('verify answers its code when %s', async (_, createChanges, code) => {
  expect(await verify(simulator, { phone: PHONE, token, ...createChanges() })).toBe(code)
})

test.each([USER_INFORMATION, encodeURIComponent(USER_INFORMATION)])(
  'verify accepts the userInformation %s',
  async (text) => {
    expect(await verify(simulator, { phone: PHONE, token, body: { userInformation: text } })).toBe('000')
  },
)

test('verify answers 130032 to a body that is not JSON', async () => {
  expect((await post(`${simulator.origin}${PATHS.verify}`, 'hello')).header).toEqual({
    msgId: '',
    timestamp: '',
    appId: '',
    resultCode: '130032',
  })
})

test.each([
  ['an object', {}],
  ['a list', [TIMESTAMP]],
  ['a truth value', true],
])('verify answers 130030 to a field that is %s, which no platform reads as a text', async (_, timestamp) => {
  const request = createVerifyRequest(simulator, { phone: PHONE, token })
  const malformed = { ...request, header: { ...request.header, timestamp } }
  expect((await post(`${simulator.origin}${PATHS.verify}`, malformed)).header.resultCode).toBe('130030')
})

test('a verification that looks at a token spends it, even if it fails', async () => {
  expect(await verify(simulator, { phone: PHONE, token, body: { userInformation: 'other' } })).toBe('120020')
  expect(await verify(simulator, { phone: PHONE, token })).toBe('120020')
})

test('a verification that fails before it looks at the token does not spend it', async () => {
  expect(await verify(simulator, { phone: PHONE, token, appKey: 'other' })).toBe('999999')
  expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
})

test('of several concurrent verifications with one token exactly one succeeds', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => verify(simulator, { phone: PHONE, token })))
  expect(answers.sort()).toEqual(['000', '120020', '120020', '120020', '120020'])
})

test("another app can neither use nor spend an app's token", async () => {
  const other = { ...REGISTERED_APP, appId: '300011877496' }
  const shared = await startTestSimulator({ apps: [REGISTERED_APP, other] })
  const owned = await obtainToken(shared.origin)
  const foreign = encryptText(`${PHONE}${other.appKey}${TIMESTAMP}`, shared.apps[1]!.platformPublicKey)
  const asOther = { header: { appId: other.appId }, body: { phoneNum: foreign } }
  expect(await verify(shared, { phone: PHONE, token: owned, ...asOther })).toBe('120020')
  expect(await verify(shared, { phone: PHONE, token: owned })).toBe('000')
})

test('verify answers 110004 to callers that are not on the white list', async () => {
  simulator.updateApp(REGISTERED_APP.appId, { ipWhiteList: ['203.0.113.7'] })
  expect(await verify(simulator, { phone: PHONE, token })).toBe('110004')
  simulator.updateApp(REGISTERED_APP.appId, { ipWhiteList: ['127.0.0.1'] })
  expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
})

test('the white list is stored with normalized addresses', async () => {
  const written = ['::ffff:127.0.0.1', '2001:DB8::1', '0:0:0:0:0:0:0:1']
  simulator.updateApp(REGISTERED_APP.appId, { ipWhiteList: written })
  const { apps } = (await (await fetch(`${simulator.adminOrigin}/_sim/state`)).json()) as SimulatorState
  expect(apps[0]?.ipWhiteList).toEqual(['127.0.0.1', '2001:db8::1', '::1'])
  expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
})

test('browsers may not read the answer of verify', async () => {
  const response = await fetch(`${simulator.origin}${PATHS.verify}`, {
    method: 'POST',
    headers: { origin: 'http://a.test' },
  })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

describe('an app with the family dialect', () => {
  let simulator: Simulator
  let token: string

  beforeEach(async () => {
    simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, codes: 'family', dailyLimit: 1 }] })
    token = await obtainToken(simulator.origin)
  })

  test.each([
    ['302', { afterSigning: { header: { version: '1.1' } } }],
    ['606', { token: 'unknown' }],
    ['004', { body: { phoneNum: 'AAAA' } }],
    ['004', { appKey: 'other' }],
    ['102', { body: { token: '' } }],
    ['000', {}],
    ['001', { phone: '13900139000' }],
  ])('gets %s from verify', async (code, changes) => {
    expect(await verify(simulator, { phone: PHONE, token, ...changes })).toBe(code)
  })

  test('gets 124 for its address and 102315 for the daily limit', async () => {
    simulator.updateApp(REGISTERED_APP.appId, { ipWhiteList: [] })
    expect(await verify(simulator, { phone: PHONE, token })).toBe('124')
    simulator.updateApp(REGISTERED_APP.appId, { ipWhiteList: null })
    expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
    expect(await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })).toBe('102315')
  })
})
