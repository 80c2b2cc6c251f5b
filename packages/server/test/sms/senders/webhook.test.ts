// The webhook: what a receiver gets, and what its answers mean.
import { createWebhookSender, isWebhookCall } from '../../../src/sms'
import { findClosedOrigin, type HttpStandIn, type SeenRequest, startStandIn } from '../support/http-stand-in'

const MESSAGE = { phone: '13800138000', code: '012345', locale: 'zh-CN', traceId: 'a'.repeat(32) }
const SECRET = 'a secret of the tests alone, long enough'

let receiver: HttpStandIn

beforeEach(async () => {
  receiver = await startStandIn(() => ({ status: 204 }))
})
afterEach(() => receiver.close())

const send = (url = receiver.origin, signal = AbortSignal.timeout(60_000)) =>
  createWebhookSender({ url, secret: SECRET }).send(MESSAGE, signal)

const toCall = ({ headers, body }: SeenRequest) => ({
  time: String(headers['x-local-number-time']),
  signature: String(headers['x-local-number-signature']),
  body,
})

it('posts the message as JSON, signed', async () => {
  await send(`${receiver.origin}/codes?tenant=1`)
  const [request] = receiver.seen
  expect(request).toMatchObject({ method: 'POST', target: '/codes?tenant=1' })
  expect(request?.headers['content-type']).toBe('application/json')
  expect(JSON.parse(request?.body ?? '')).toEqual(MESSAGE)
  expect(isWebhookCall(toCall(request!), SECRET)).toBe(true)
})

it('a receiver tells a call of another secret, body or time', async () => {
  await send()
  const call = toCall(receiver.seen[0]!)
  expect(isWebhookCall(call, `${SECRET}!`)).toBe(false)
  expect(isWebhookCall({ ...call, body: call.body.replace('012345', '999999') }, SECRET)).toBe(false)
  expect(isWebhookCall({ ...call, time: String(Number(call.time) + 1) }, SECRET)).toBe(false)
  expect(isWebhookCall({ ...call, signature: 'v1=' }, SECRET)).toBe(false)
  expect(isWebhookCall(call, SECRET, Number(call.time) + 300_000)).toBe(true)
  expect(isWebhookCall(call, SECRET, Number(call.time) + 300_001)).toBe(false)
})

it.each([400, 404, 429, 503])('%i says that nothing was sent', async (status) => {
  receiver.answer = () => ({ status })
  await expect(send()).rejects.toMatchObject({ name: 'MessageRefusedError', reason: `http.${status}` })
})

it('an address that nobody listens on has sent nothing', async () => {
  const refusal = { name: 'MessageRefusedError', reason: 'notConnected' }
  await expect(send(await findClosedOrigin())).rejects.toMatchObject(refusal)
})

it.each<[string, HttpStandIn['answer']]>([
  ['a 500', () => ({ status: 500 })],
  ['a redirect', () => ({ status: 302 })],
  ['a connection that ends', () => 'cut'],
])('after %s nobody knows, and it is not tried again', async (_, answer) => {
  receiver.answer = answer
  await expect(send()).rejects.not.toMatchObject({ name: 'MessageRefusedError' })
  expect(receiver.seen).toHaveLength(1)
})

it('ends with its signal', async () => {
  receiver.answer = () => null
  await expect(send(receiver.origin, AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'TimeoutError' })
})

it.each([
  ['http', { url: 'http://messages.example.com', secret: SECRET }],
  ['no address', { url: 'messages', secret: SECRET }],
  ['a short secret', { url: 'https://messages.example.com', secret: 'x'.repeat(31) }],
])('%s is refused at the start', (_, options) => {
  expect(() => createWebhookSender(options)).toThrow(expect.objectContaining({ code: 'optionUnusable' }))
})
