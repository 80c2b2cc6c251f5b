// Tencent Cloud's captcha, over HTTP against a stand-in that checks the signature.
import { createTencentCaptcha } from '../../../src/sms'
import type { HttpStandIn } from '../support/http-stand-in'
import { MINUTE, startSms } from '../support/sms'
import { ACCESS, startTencent } from '../support/tencent-stand-in'

const CAPTCHA = { appId: 199_999_164, appSecretKey: 'the captcha’s own secret' }
const PROOF = JSON.stringify({ ticket: 't03solved', randstr: '@aBc' })

const { signal } = new AbortController()

let api: HttpStandIn

beforeEach(async () => {
  api = await startTencent((body) => {
    const { Ticket, Randstr, AppSecretKey } = body as Record<string, string>
    const isRight = Ticket === 't03solved' && Randstr === '@aBc' && AppSecretKey === CAPTCHA.appSecretKey
    return { body: { Response: { CaptchaCode: isRight ? 1 : 8, CaptchaMsg: '', RequestId: 'r' } } }
  })
})
afterEach(() => api.close())

const create = (changes = {}) => createTencentCaptcha({ ...ACCESS, ...CAPTCHA, origin: api.origin, ...changes })

it('a solved captcha is accepted, by one signed request with the user’s address', async () => {
  expect(await create()(PROOF, { address: '203.0.113.7', signal })).toBe(true)
  const [{ body = '', headers = {} } = {}] = api.seen
  expect(JSON.parse(body)).toEqual({
    CaptchaType: 9,
    Ticket: 't03solved',
    Randstr: '@aBc',
    UserIp: '203.0.113.7',
    CaptchaAppId: CAPTCHA.appId,
    AppSecretKey: CAPTCHA.appSecretKey,
  })
  expect(headers).toMatchObject({ 'x-tc-action': 'DescribeCaptchaResult', 'x-tc-version': '2019-07-22' })
})

it.each([
  ['another ticket', JSON.stringify({ ticket: 't03other', randstr: '@aBc' })],
  ['another randstr', JSON.stringify({ ticket: 't03solved', randstr: '@' })],
])('%s is refused by the provider', async (_, proof) => {
  expect(await create()(proof, { address: undefined, signal })).toBe(false)
  expect(api.seen).toHaveLength(1)
})

it.each([
  ['no JSON', 't03solved'],
  ['without a ticket', '{"randstr":"@aBc"}'],
  [
    'the ticket of a page that could not reach the captcha',
    JSON.stringify({ ticket: 'trerror_1001_199', randstr: '@' }),
  ],
  ['such a ticket of an older script', JSON.stringify({ ticket: 'terror_1001_199', randstr: '@' })],
  ['spelled with its fields in another order', '{"randstr":"@aBc","ticket":"t03solved"}'],
  ['spelled with another field', '{"ticket":"t03solved","randstr":"@aBc","more":1}'],
  ['spelled with escapes', String.raw`{"ticket":"t03solved","randstr":"@\u0061Bc"}`],
])('a proof that is %s is refused without asking', async (_, proof) => {
  expect(await create()(proof, { address: undefined, signal })).toBe(false)
  expect(api.seen).toEqual([])
})

it('a wrong key is the operator’s mistake, and no refusal of the user', async () => {
  await expect(create({ secretKey: 'another' })(PROOF, { address: undefined, signal })).rejects.toMatchObject({
    code: 'AuthFailure.SignatureFailure',
  })
})

it('an API that hangs is left when nobody waits any more', async () => {
  api.answer = () => null
  const stop = new AbortController()
  const asking = create()(PROOF, { address: undefined, signal: stop.signal })
  while (api.seen.length === 0) await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await expect(asking).rejects.toBeDefined()
})

it('opens the way to another message', async () => {
  const sms = await startSms({ sms: { verifyCaptcha: create(), limits: { sendsPerSession: 1 } } })
  await sms.send()
  sms.clock.ms += MINUTE
  await expect(sms.send({ captcha: 'none' })).rejects.toMatchObject({ code: 'captchaRefused' })
  await sms.send({ captcha: PROOF })
  expect(sms.messages).toHaveLength(2)
  await sms.stop()
})
