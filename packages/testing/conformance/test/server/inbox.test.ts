// The inbox receives what a server's webhook posts.
import { connect } from 'node:net'
import { type Inbox, openInbox } from '../../src/server/inbox'

const PHONE = '13800138000'
const OTHER = '13912345678'

let inbox: Inbox
beforeEach(async () => {
  inbox = await openInbox({ host: '127.0.0.1', port: 0 })
})
afterEach(() => inbox.close())

async function post(body: unknown, path = '/') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (await fetch(`${inbox.origin}${path}`, { method: 'POST', body: text })).status
}

test('messages are kept by number, whatever path and further fields they have', async () => {
  expect(await post({ phone: PHONE, code: '000001' })).toBe(204)
  expect(await post({ phone: OTHER, code: '000002', locale: null, traceId: 'x' }, '/codes?token=1')).toBe(204)
  expect(await post({ phone: PHONE, code: '000003' })).toBe(204)
  expect([inbox.listCodes(PHONE), inbox.listCodes(OTHER), inbox.countMessages()]).toEqual([
    ['000001', '000003'],
    ['000002'],
    3,
  ])
})

test.each([
  ['no JSON', '{'],
  ['no object', 'null'],
  ['a number of another type', { phone: 13800138000, code: '000001' }],
  ['no code', { phone: PHONE }],
])('%s is refused and not kept', async (_what, body) => {
  expect(await post(body)).toBe(400)
  expect([inbox.listCodes(PHONE), inbox.countMessages()]).toEqual([[], 0])
})

test('a message that comes after the answer is waited for, past those to other numbers', async () => {
  const waiting = inbox.waitForCode(PHONE, 2)
  await post({ phone: PHONE, code: '000001' })
  await post({ phone: OTHER, code: '000002' })
  await post({ phone: PHONE, code: '000003' })
  expect(await waiting).toBe('000003')
  expect(await inbox.waitForCode(PHONE, 1)).toBe('000001')
})

describe('a message that does not come', () => {
  beforeEach(() => {
    // Waiting ends at once.
    jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort())
  })
  afterEach(() => jest.restoreAllMocks())

  test('is reported with what the server must do, and the inbox is silent', async () => {
    expect(inbox.isSilent).toBe(false)
    await expect(inbox.waitForCode(PHONE, 1)).rejects.toThrow('must post { phone, code } as JSON to --inbox')
    expect(inbox.isSilent).toBe(true)
    await post({ phone: PHONE, code: '000001' })
    expect(inbox.isSilent).toBe(false)
  })

  test('does not make an inbox silent that has received others', async () => {
    await post({ phone: OTHER, code: '000001' })
    await expect(inbox.waitForCode(PHONE, 1)).rejects.toThrow('a message must come')
    expect(inbox.isSilent).toBe(false)
  })
})

test('a server that leaves in the middle of a message ends nothing', async () => {
  const socket = connect(Number(new URL(inbox.origin).port), '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nhost: inbox\r\ncontent-length: 100\r\n\r\n{"phone"')
  await new Promise<void>((resolve) => socket.end(() => resolve()))
  expect(await post({ phone: PHONE, code: '000001' })).toBe(204)
})
