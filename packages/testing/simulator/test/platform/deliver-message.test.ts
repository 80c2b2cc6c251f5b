// Text messages: from the business server's sender into the inbox of the handset with the number.
import type { AdminError, Simulator, SimulatorState, TextMessage } from '../../src'
import { startTestSimulator } from '../support/start'

const PHONE = '18600186000'
const CODE = '246810'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

const post = (body: unknown) =>
  fetch(`${simulator.adminOrigin}/_sim/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function send(phone: string, code = CODE): Promise<number> {
  return (await post({ phone, code })).status
}

const listCodes = (handset: string) => simulator.inbox(handset).map(({ code }) => code)

test('a message arrives in the inbox of the handset with the number, with the code that a keyboard offers', async () => {
  expect(await send(PHONE)).toBe(202)
  const now = simulator.clock.now()
  expect(simulator.inbox('cu-5g')).toEqual([
    {
      id: expect.any(String),
      handset: 'cu-5g',
      text: '【模拟器】您的验证码是 246810，请勿告诉他人。',
      code: CODE,
      sentAt: expect.any(Number),
      arrivesAt: expect.any(Number),
    },
  ])
  expect(now - simulator.inbox('cu-5g')[0]!.arrivesAt).toBeLessThan(60_000)
  expect(simulator.inbox('cm-5g')).toEqual([])
})

test.each([
  ['en', '[Simulator] Your code is 246810. Do not share it.'],
  ['en-GB', '[Simulator] Your code is 246810. Do not share it.'],
  ['zh-HK', '【模拟器】您的验证码是 246810，请勿告诉他人。'],
  [null, '【模拟器】您的验证码是 246810，请勿告诉他人。'],
])('a message in the language %s reads “%s”', async (locale, text) => {
  await post({ phone: PHONE, code: CODE, locale, traceId: '0'.repeat(32) })
  expect(simulator.inbox('cu-5g')[0]?.text).toBe(text)
})

test('the newest message is the first', async () => {
  for (const code of ['1111', '2222', '3333']) await send(PHONE, code)
  expect(listCodes('cu-5g')).toEqual(['3333', '2222', '1111'])
})

test('a handset on Wi-Fi or without a data connection receives messages as well', async () => {
  for (const phone of ['15800158000', '13700137000']) await send(phone)
  expect([listCodes('cm-wifi'), listCodes('offline')]).toEqual([[CODE], [CODE]])
})

test('a message to a number that no handset has is accepted, and kept for nobody', async () => {
  expect(await send('13911112222')).toBe(202)
  await simulator.addHandset({ id: 'new', label: '', msisdn: '13911112222', carrier: 'CM', network: '5g' })
  expect(simulator.inbox('new')).toEqual([])
  expect(await readMessages()).toEqual([])
})

async function readMessages(): Promise<readonly TextMessage[]> {
  const response = await fetch(`${simulator.adminOrigin}/_sim/state`)
  return ((await response.json()) as SimulatorState).messages
}

test('a late message arrives when the clock is there, and the console knows of it before', async () => {
  simulator.once('textMessage', { delayMs: 30_000 })
  await send(PHONE, '6060')
  await send(PHONE, '1111')
  expect(listCodes('cu-5g')).toEqual(['1111'])
  expect((await readMessages()).map(({ code }) => code)).toEqual(['1111', '6060'])
  simulator.clock.advance(30_000)
  expect(listCodes('cu-5g')).toEqual(['6060', '1111'])
})

test('a lost message was accepted', async () => {
  simulator.once('textMessage', { lost: true })
  expect(await send(PHONE, '0000')).toBe(202)
  expect(await send(PHONE, '1111')).toBe(202)
  expect(listCodes('cu-5g')).toEqual(['1111'])
})

test('a duplicated message arrives twice', async () => {
  simulator.once('textMessage', { duplicated: true })
  await send(PHONE)
  expect(listCodes('cu-5g')).toEqual([CODE, CODE])
  expect(new Set(simulator.inbox('cu-5g').map(({ id }) => id)).size).toBe(2)
})

test('a refused number is answered with 422, and the answer does not repeat it', async () => {
  simulator.once('textMessage', { refused: true })
  const response = await post({ phone: PHONE, code: CODE })
  expect(response.status).toBe(422)
  const text = await response.text()
  expect(JSON.parse(text) as AdminError).toMatchObject({ code: 'numberRefused', fields: [{ path: 'phone' }] })
  expect(text).not.toContain(PHONE)
  expect(simulator.inbox('cu-5g')).toEqual([])
})

test('a fault of one handset does not concern the messages of others', async () => {
  simulator.fault({ call: 'textMessage', effect: { lost: true }, handset: 'cm-wifi', times: null })
  for (const phone of [PHONE, '15800158000']) await send(phone)
  expect([listCodes('cu-5g'), listCodes('cm-wifi')]).toEqual([[CODE], []])
})

describe('magic numbers', () => {
  test('16005000000 loses the message, and 16005000422 is refused', async () => {
    expect([await send('16005000000'), await send('16005000422')]).toEqual([202, 422])
    expect(listCodes('16005000000')).toEqual([])
  })

  test('16005000002 receives the message twice, in an inbox that needs no setup', async () => {
    await send('16005000002')
    expect(listCodes('16005000002')).toEqual([CODE, CODE])
  })

  test('16005000060 receives the message after a minute', async () => {
    await send('16005000060')
    simulator.clock.advance(59_000)
    expect(listCodes('16005000060')).toEqual([])
    simulator.clock.advance(1000)
    expect(listCodes('16005000060')).toEqual([CODE])
  })

  test('a handset that has the number gets its messages', async () => {
    simulator.updateHandset('cm-wifi', { msisdn: '16005000002' })
    await send('16005000002')
    expect([listCodes('cm-wifi'), listCodes('16005000002')]).toEqual([[CODE, CODE], []])
  })

  test('a magic number of a call has no inbox', () => {
    expect(() => simulator.inbox('16003120020')).toThrow('this handset does not exist')
  })
})

test.each([
  ['no number', { code: CODE }, 'phone'],
  ['a foreign number', { phone: '+85251234567', code: CODE }, 'phone'],
  ['no code', { phone: PHONE }, 'code'],
  ['a code of letters', { phone: PHONE, code: 'abcdef' }, 'code'],
  ['another field', { phone: PHONE, code: CODE, sender: 'x' }, 'sender'],
])('a message with %s is refused', async (_, body, path) => {
  const response = await post(body)
  expect(response.status).toBe(400)
  expect((await response.json()) as AdminError).toMatchObject({ code: 'fieldsMalformed', fields: [{ path }] })
})

test('a page of this machine can read the inbox of a handset, on the gateway too', async () => {
  await send(PHONE)
  for (const origin of [simulator.origin, simulator.adminOrigin]) {
    const response = await fetch(`${origin}/_sim/handsets/cu-5g/messages`)
    expect(await response.json()).toEqual(simulator.inbox('cu-5g'))
    expect((await fetch(`${origin}/_sim/handsets/nobody/messages`)).status).toBe(404)
  }
})

test('only the admin API takes messages', async () => {
  const response = await fetch(`${simulator.origin}/_sim/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: PHONE, code: CODE }),
  })
  expect(response.status).toBe(404)
})

test('removing a handset deletes its messages', async () => {
  await send(PHONE)
  await fetch(`${simulator.adminOrigin}/_sim/handsets/cu-5g`, { method: 'DELETE' })
  expect(await readMessages()).toEqual([])
})

test('what was received stays received when the clock is set back', async () => {
  await send(PHONE)
  simulator.clock.advance(-3_600_000)
  expect(listCodes('cu-5g')).toEqual([CODE])
})

test('the newest 200 messages are kept', async () => {
  for (let index = 1; index <= 201; index += 1) await send(PHONE, String(1000 + index))
  expect(listCodes('cu-5g')).toHaveLength(200)
  expect(listCodes('cu-5g').at(-1)).toBe('1002')
})
