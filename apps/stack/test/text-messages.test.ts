// The business server's text messages: from its webhook to the inbox of a simulated handset.
import { SMS_PATHS, type SmsSendAnswer } from '@local-number/protocol'
import { type Stack, startStack } from '../src'
import { createSmsEnvironment } from '../src/text-messages'
import { FREE_PORTS } from './support/free-ports'

let stack: Stack | null = null
afterEach(async () => {
  await stack?.stop()
  stack = null
})

function requestMessage({ backend }: Stack, phone: string, session = 'the-session-of-this-test') {
  return fetch(backend.url + SMS_PATHS.send, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone, session, consent: { version: '1' } }),
  })
}

test('a message arrives on the handset', async () => {
  stack = await startStack({ env: FREE_PORTS })
  const answer = (await (await requestMessage(stack, '18600186000')).json()) as SmsSendAnswer
  expect(answer).toMatchObject({ expiresInMs: 300_000, resendAfterMs: 60_000 })
  expect(stack.simulator.inbox('cu-5g')).toMatchObject([{ code: expect.stringMatching(/^\d{6}$/) }])
})

test('a message arrives at a simulator whose admin API requires a token', async () => {
  stack = await startStack({ env: { ...FREE_PORTS, SIMULATOR_ADMIN_TOKEN: 'the-admin-token-of-this-test' } })
  expect((await requestMessage(stack, '18600186000')).status).toBe(200)
  expect(stack.simulator.inbox('cu-5g')).toHaveLength(1)
})

test('one machine may log in more often than a user’s address, and one session gets three messages', async () => {
  stack = await startStack({ env: FREE_PORTS })
  const ask = async (index: number, session: string) =>
    (await requestMessage(stack as Stack, `1390000${1000 + index}`, session)).status
  const statuses: number[] = []
  for (let index = 0; index < 12; index += 1) statuses.push(await ask(index, `the-session-number-${index}`))
  expect(new Set(statuses)).toEqual(new Set([200]))
  const session = 'the-session-of-one-user'
  expect([await ask(20, session), await ask(21, session), await ask(22, session), await ask(23, session)]).toEqual([
    200, 200, 200, 429,
  ])
})

test('clearing the day’s count gives a session its messages back', async () => {
  stack = await startStack({ env: FREE_PORTS })
  const ask = async (index: number) => (await requestMessage(stack as Stack, `1390000${1000 + index}`)).status
  expect([await ask(0), await ask(1), await ask(2), await ask(3)]).toEqual([200, 200, 200, 429])
  await fetch(`${stack.simulator.origin}/_sim/checks`, { method: 'DELETE' })
  expect(await ask(4)).toBe(200)
})

test('without an admin API on loopback there is no SMS: a webhook to elsewhere needs https', () => {
  expect(createSmsEnvironment({ adminOrigin: 'http://192.168.1.5:7002' }, 'token')).toEqual({})
})
