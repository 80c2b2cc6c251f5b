// The relay records verify calls, forwards them, or answers itself.
import { connect } from 'node:net'
import { PATHS } from '@local-number/protocol'
import { echoCode, openRelay, type Relay } from '../../src/server/relay'
import { startStandIn } from '../support/stand-in-server'

const ANYWHERE = { host: '127.0.0.1', port: 0 }
const MESSAGE = { header: { msgId: 'm', timestamp: 't', appId: 'a', version: '1.0' }, body: { token: 'TOKEN' } }

const relays: Relay[] = []

afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.close())))

async function openTestRelay(platform = 'http://127.0.0.1:1') {
  const relay = await openRelay({ at: ANYWHERE, platform })
  relays.push(relay)
  const ask = (init: RequestInit = {}) =>
    fetch(`${relay.origin}${PATHS.verify}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=utf-8' },
      body: JSON.stringify(MESSAGE),
      ...init,
    })
  return { relay, ask }
}

test('calls are forwarded to the platform unchanged, and its answer is returned', async () => {
  const platform = await startStandIn(() => ({ status: 203, type: 'application/json', body: '{"header":{}}' }))
  const { relay, ask } = await openTestRelay(platform.origin)
  const answer = await ask()
  expect([answer.status, await answer.text()]).toEqual([203, '{"header":{}}'])
  expect(platform.requests).toMatchObject([
    { method: 'POST', path: PATHS.verify, headers: { 'content-type': 'application/json;charset=utf-8' } },
  ])
  expect(JSON.parse(platform.requests[0]?.body ?? '')).toEqual(MESSAGE)
  const [call] = relay.calls
  expect(relay.calls).toHaveLength(1)
  expect(call).toMatchObject({ path: PATHS.verify, contentType: 'application/json;charset=utf-8', ...MESSAGE })
  for (const part of [PATHS.verify, 'user-agent', JSON.stringify(MESSAGE)]) expect(call?.text).toContain(part)
})

test('malformed messages have no fields, and a platform that does not answer gives a closed connection', async () => {
  const { relay, ask } = await openTestRelay()
  await expect(ask({ body: '[' })).rejects.toThrow('fetch failed')
  expect(relay.calls).toMatchObject([{ header: {}, body: {} }])
})

test('answers can be replaced, and are JSON by default', async () => {
  const { relay, ask } = await openTestRelay()
  relay.setFault({ answer: (call) => echoCode(call, 0) })
  const answer = await ask()
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toMatchObject({ header: { msgId: 'm', timestamp: 't', appId: 'a', resultCode: 0 } })

  relay.setFault({ answer: () => '<html>', status: 502, type: 'text/html' })
  const html = await ask()
  expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([502, 'text/html', '<html>'])
})

test('redirects lead to an address that answers 000 and counts its requests', async () => {
  const { relay, ask } = await openTestRelay()
  relay.setFault({ redirect: 307 })
  const answer = await ask({ redirect: 'manual' })
  expect([answer.status, relay.redirected]).toEqual([307, 0])
  expect(await (await ask()).json()).toMatchObject({ header: { msgId: 'm', resultCode: '000' } })
  expect([relay.redirected, relay.calls.length]).toEqual([1, 2])
})

test('connections can be closed, or kept open without an answer', async () => {
  const { relay, ask } = await openTestRelay()
  relay.setFault({ connection: 'closed' })
  await expect(ask()).rejects.toThrow('fetch failed')
  relay.setFault({ connection: 'silent' })
  await expect(ask({ signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
})

test('a reset removes the fault and the recorded calls', async () => {
  const platform = await startStandIn(() => ({ body: '{}' }))
  const { relay, ask } = await openTestRelay(platform.origin)
  relay.setFault({ connection: 'closed' })
  await ask().catch(() => undefined)
  relay.reset()
  expect(relay.calls).toEqual([])
  expect((await ask()).status).toBe(200)
})

test('a port that is in use is reported with the option that sets it', async () => {
  const { relay } = await openTestRelay()
  const port = Number(new URL(relay.origin).port)
  await expect(openRelay({ at: { host: '127.0.0.1', port }, platform: '' })).rejects.toThrow(
    `the relay cannot listen: port ${port} on 127.0.0.1 is taken: stop the program that uses it, or set --relay`,
  )
})

test.each([
  ['leaves in the middle of its message', 'POST /verify HTTP/1.1\r\nhost: relay\r\ncontent-length: 9\r\n\r\n{'],
  ['asks for a target that is no URL', 'POST http://[ HTTP/1.1\r\nhost: [\r\ncontent-length: 2\r\n\r\n{}'],
  ['asks for everything', 'OPTIONS * HTTP/1.1\r\nhost: [\r\n\r\n'],
])('a server that %s does not end the run', async (_, request) => {
  const { relay, ask } = await openTestRelay()
  relay.setFault({ answer: (call) => echoCode(call, '000') })
  const { hostname, port } = new URL(relay.origin)
  await new Promise<void>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }).on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.write(request, () => setImmediate(() => socket.destroy()))
  })
  expect((await ask()).status).toBe(200)
})
