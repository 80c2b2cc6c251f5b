// The relay passes verify calls on, counts them, and answers otherwise on request.
import { PATHS } from '@local-number/protocol'
import { echoing, openRelay, type Relay } from '../../src/server/relay'
import { fakeServer } from '../support/fake-server'

const ANYWHERE = { host: '127.0.0.1', port: 0 }
const MESSAGE = { header: { msgId: 'm', timestamp: 't', appId: 'a', version: '1.0' }, body: { token: 'TOKEN' } }

const relays: Relay[] = []

afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.close())))

async function relayTo(platform = 'http://127.0.0.1:1') {
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

test('a call goes to the platform as it came, and the answer comes back', async () => {
  const platform = await fakeServer(() => ({ status: 203, type: 'application/json', body: '{"header":{}}' }))
  const { relay, ask } = await relayTo(platform.origin)
  const answer = await ask()
  expect([answer.status, await answer.text()]).toEqual([203, '{"header":{}}'])
  expect(platform.asked).toMatchObject([
    { method: 'POST', path: PATHS.verify, headers: { 'content-type': 'application/json;charset=utf-8' } },
  ])
  expect(JSON.parse(platform.asked[0]?.body ?? '')).toEqual(MESSAGE)
  const [call] = relay.calls
  expect(relay.calls).toHaveLength(1)
  expect(call).toMatchObject({ path: PATHS.verify, contentType: 'application/json;charset=utf-8', ...MESSAGE })
  for (const part of [PATHS.verify, 'user-agent', JSON.stringify(MESSAGE)]) expect(call?.whole).toContain(part)
})

test('what is no message has no fields, and a platform that is down is a dropped connection', async () => {
  const { relay, ask } = await relayTo()
  await expect(ask({ body: '[' })).rejects.toThrow('fetch failed')
  expect(relay.calls).toMatchObject([{ header: {}, body: {} }])
})

test('another answer is made from the call, and is JSON unless told', async () => {
  const { relay, ask } = await relayTo()
  relay.fault({ say: (call) => echoing(call, 0) })
  const answer = await ask()
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toMatchObject({ header: { msgId: 'm', timestamp: 't', appId: 'a', resultCode: 0 } })

  relay.fault({ say: () => '<html>', status: 502, type: 'text/html' })
  const html = await ask()
  expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([502, 'text/html', '<html>'])
})

test('a redirect leads to a stranger who says yes, and is counted there', async () => {
  const { relay, ask } = await relayTo()
  relay.fault({ redirect: 307 })
  const answer = await ask({ redirect: 'manual' })
  expect([answer.status, relay.strayed]).toEqual([307, 0])
  expect(await (await ask()).json()).toMatchObject({ header: { msgId: 'm', resultCode: '000' } })
  expect([relay.strayed, relay.calls.length]).toEqual([1, 2])
})

test('a connection is dropped, or stays open without an answer', async () => {
  const { relay, ask } = await relayTo()
  relay.fault({ lost: 'dropped' })
  await expect(ask()).rejects.toThrow('fetch failed')
  relay.fault({ lost: 'hanging' })
  await expect(ask({ signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
})

test('after a reset there is no fault, and nothing was called', async () => {
  const platform = await fakeServer(() => ({ body: '{}' }))
  const { relay, ask } = await relayTo(platform.origin)
  relay.fault({ lost: 'dropped' })
  await ask().catch(() => undefined)
  relay.reset()
  expect(relay.calls).toEqual([])
  expect((await ask()).status).toBe(200)
})

test('a taken port is named', async () => {
  const { relay } = await relayTo()
  const port = Number(new URL(relay.origin).port)
  await expect(openRelay({ at: { host: '127.0.0.1', port }, platform: '' })).rejects.toThrow(`127.0.0.1:${port}`)
})
