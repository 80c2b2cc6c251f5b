// The sender of Tencent Cloud, over HTTP against a stand-in that checks the signature.
import { createTencentSender } from '../../../src/sms'
import { findClosedOrigin, type HttpStandIn } from '../support/http-stand-in'
import { ACCESS, startTencent } from '../support/tencent-stand-in'

const MESSAGE = { phone: '13800138000', code: '012345', locale: 'zh-CN', traceId: 'a'.repeat(32) }
const TEMPLATE = { appId: '1400006666', signName: '腾讯云测试', templateId: '449739' }

const createAnswer = (Code: string) => ({ body: { Response: { SendStatusSet: [{ Code, Fee: 1 }], RequestId: 'r' } } })

let api: HttpStandIn

beforeEach(async () => {
  api = await startTencent(() => createAnswer('Ok'))
})
afterEach(() => api.close())

const createSender = (changes = {}) =>
  createTencentSender({ ...ACCESS, ...TEMPLATE, origin: api.origin, timeoutMs: 60_000, ...changes })
const send = (changes = {}, signal = AbortSignal.timeout(60_000)) => createSender(changes).send(MESSAGE, signal)

it('sends one signed request with number, code, further variables and trace id', async () => {
  await send({ templateParams: ['5'] })
  expect(api.seen).toHaveLength(1)
  const [{ body = '', headers = {} } = {}] = api.seen
  expect(JSON.parse(body)).toEqual({
    SmsSdkAppId: TEMPLATE.appId,
    SignName: TEMPLATE.signName,
    TemplateId: TEMPLATE.templateId,
    TemplateParamSet: ['012345', '5'],
    PhoneNumberSet: ['+8613800138000'],
    SessionContext: MESSAGE.traceId,
  })
  expect(headers).toMatchObject({
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-guangzhou',
  })
})

it.each([
  ['another secret', { secretKey: 'another' }],
  ['another id', { secretId: 'another' }],
])('with %s the API refuses, and nothing is sent', async (_, changes) => {
  const reason = 'AuthFailure.SignatureFailure'
  await expect(send(changes)).rejects.toMatchObject({ name: 'MessageRefusedError', reason })
})

it('a status that is not Ok has sent nothing', async () => {
  api.close()
  api = await startTencent(() => createAnswer('FailedOperation.InsufficientBalanceInSmsPackage'))
  const reason = 'FailedOperation.InsufficientBalanceInSmsPackage'
  await expect(send()).rejects.toMatchObject({ name: 'MessageRefusedError', reason })
})

it('an address that nobody listens on has sent nothing', async () => {
  const origin = await findClosedOrigin()
  await expect(send({ origin })).rejects.toMatchObject({ name: 'MessageRefusedError', reason: 'notConnected' })
})

it.each([
  ['a 500', () => ({ status: 500 })],
  ['a fault of the API', () => ({ body: { Response: { Error: { Code: 'InternalError.Timeout', Message: 'no' } } } })],
  ['a connection that ends', () => 'cut' as const],
  ['no answer', () => null],
])('after %s nobody knows, and the SDK does not try again', async (_, answer) => {
  api.close()
  api = await startTencent(answer)
  const isSilent = answer() === null
  await expect(send(isSilent ? { timeoutMs: 200 } : {})).rejects.not.toMatchObject({ name: 'MessageRefusedError' })
  expect(api.seen).toHaveLength(1)
})

it('ends with its signal', async () => {
  api.close()
  api = await startTencent(() => null)
  await expect(send({}, AbortSignal.timeout(100))).rejects.toThrow()
})

it('is ready once its package is loaded', async () => {
  await createSender().ready?.()
})
