// The SMS way of the service, as its variables set it up: a message over a webhook, and the ticket of its code.
import { SMS_PATHS } from '@local-number/protocol'
import { type HttpStandIn, startStandIn } from '../../../packages/server/test/sms/support/http-stand-in'
import { createSession, PHONE } from '../../../packages/server/test/support/business'
import { loadConfig } from '../src'
import { type Running, startWithPlatform } from './support/backend'
import { environment } from './support/environment'

const SECRET = 'a secret of the tests alone, long enough'
const user = { phone: PHONE, consent: { version: '1' }, session: createSession() }

let receiver: HttpStandIn
let running: Running

beforeEach(async () => {
  receiver = await startStandIn(() => ({ status: 204 }))
  running = await startWithPlatform({
    LOCAL_NUMBER_SMS_SENDERS: 'webhook',
    LOCAL_NUMBER_SMS_WEBHOOK_URL: receiver.origin,
    LOCAL_NUMBER_SMS_WEBHOOK_SECRET: SECRET,
  })
})

afterEach(async () => {
  await running.close()
  await receiver.close()
})

const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(running.backend.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: Object(await response.json()) }
}

it('a message is posted to the webhook, and its code gets a ticket', async () => {
  expect(await post(SMS_PATHS.send, user)).toMatchObject({ status: 200, body: { resendAfterMs: 60_000 } })
  const { code, phone } = JSON.parse(receiver.seen[0]?.body ?? '')
  expect(phone).toBe(PHONE)
  const { body } = await post(SMS_PATHS.check, { ...user, code })
  expect(body).toMatchObject({ outcome: 'verified', ticket: expect.any(String) })
})

it('a second message waits, and the browser may read for how long', async () => {
  await post(SMS_PATHS.send, user)
  const { status, headers } = await post(SMS_PATHS.send, user)
  expect(status).toBe(429)
  expect(headers.get('retry-after')).toBe('60')
})

it('a service that stops waits for a message on its way', async () => {
  let answer: (() => void) | undefined
  const isSent = new Promise<void>((resolve) => {
    receiver.answer = () => {
      answer = resolve
      return { status: 204 }
    }
  })
  const sending = post(SMS_PATHS.send, user)
  while (answer === undefined) await new Promise((resolve) => setImmediate(resolve))
  const closing = running.backend.close()
  answer()
  await isSent
  expect((await sending).status).toBe(200)
  await closing
})

it('without its variables the service has no such routes', async () => {
  await running.close()
  running = await startWithPlatform()
  expect(await post(SMS_PATHS.send, user)).toMatchObject({ status: 404, body: { code: 'notFound' } })
})

it('a production service starts with a webhook, and not with the console', () => {
  const production = {
    ...environment,
    NODE_ENV: 'production',
    LOCAL_NUMBER_SINGLE_PROCESS: 'yes',
    LOCAL_NUMBER_RECEIPTS: 'log',
    TRUSTED_PROXIES: 'none',
    LOCAL_NUMBER_SMS_SENDERS: 'webhook',
    LOCAL_NUMBER_SMS_WEBHOOK_URL: 'https://messages.example.com',
    LOCAL_NUMBER_SMS_WEBHOOK_SECRET: SECRET,
  }
  expect(loadConfig(production).server.sms?.senders.map(({ name }) => name)).toEqual(['webhook'])
  expect(() => loadConfig({ ...production, LOCAL_NUMBER_SMS_SENDERS: 'console' })).toThrow('names console')
})
