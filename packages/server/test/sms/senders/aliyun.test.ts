// The sender of Alibaba Cloud, over HTTP against a stand-in that checks the signature.
import { createAliyunSender } from '../../../src/sms'
import { ACCESS, startAliyun } from '../support/aliyun-stand-in'
import { findClosedOrigin, type HttpStandIn } from '../support/http-stand-in'

const MESSAGE = { phone: '13800138000', code: '012345', locale: 'zh-CN', traceId: 'a'.repeat(32) }
const TEMPLATE = { signName: '阿里云测试', templateCode: 'SMS_154950909' }

let api: HttpStandIn

beforeEach(async () => {
  api = await startAliyun(() => ({ body: { Code: 'OK', Message: 'OK', BizId: '1^0', RequestId: 'r' } }))
})
afterEach(() => api.close())

const createSender = (changes = {}) =>
  createAliyunSender({ ...ACCESS, ...TEMPLATE, origin: api.origin, timeoutMs: 60_000, ...changes })
const send = (changes = {}) => createSender(changes).send(MESSAGE, AbortSignal.timeout(60_000))

it('sends one signed request with number, code and trace id', async () => {
  await send()
  expect(api.seen).toHaveLength(1)
  const [{ target = '', headers = {} } = {}] = api.seen
  expect(Object.fromEntries(new URL(target, api.origin).searchParams)).toEqual({
    PhoneNumbers: MESSAGE.phone,
    SignName: TEMPLATE.signName,
    TemplateCode: TEMPLATE.templateCode,
    TemplateParam: '{"code":"012345"}',
    OutId: MESSAGE.traceId,
  })
  expect(headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' })
})

it.each([
  ['another secret', { accessKeySecret: 'another' }, 'SignatureDoesNotMatch'],
  ['another id', { accessKeyId: 'another' }, 'SignatureDoesNotMatch'],
])('with %s the API refuses, and nothing is sent', async (_, changes, reason) => {
  await expect(send(changes)).rejects.toMatchObject({ name: 'MessageRefusedError', reason })
})

it('an answer of 200 that is not OK has sent nothing', async () => {
  api.close()
  api = await startAliyun(() => ({ body: { Code: 'isv.AMOUNT_NOT_ENOUGH', Message: 'no balance', RequestId: 'r' } }))
  await expect(send()).rejects.toMatchObject({ name: 'MessageRefusedError', reason: 'isv.AMOUNT_NOT_ENOUGH' })
})

it('an address that nobody listens on has sent nothing', async () => {
  await expect(send({ origin: await findClosedOrigin() })).rejects.toMatchObject({ name: 'MessageRefusedError' })
})

it.each([
  ['a 500', () => ({ status: 500, body: { Code: 'InternalError', Message: 'no', RequestId: 'r' } })],
  ['a connection that ends', () => 'cut' as const],
  ['no answer', () => null],
])('after %s nobody knows, and the SDK does not try again', async (_, answer) => {
  api.close()
  api = await startAliyun(answer)
  const isSilent = answer() === null
  await expect(send(isSilent ? { timeoutMs: 200 } : {})).rejects.not.toMatchObject({ name: 'MessageRefusedError' })
  expect(api.seen).toHaveLength(1)
})

it('is ready once its package is loaded', async () => {
  await createSender().ready?.()
})
