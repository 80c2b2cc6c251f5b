// Who may use the admin API and the phone routes: over HTTP, with headers as browsers send them.
import { request } from 'node:http'
import type { Simulator } from '../../src'
import { isSafeHost } from '../../src/common/hosts'
import { startTestSimulator } from '../support/start'

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly message?: string
  readonly allowedOrigin: string | undefined
}

/** `fetch` does not let a test set its Host. */
function send(url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      const { code, message } = text.startsWith('{') ? JSON.parse(text) : {}
      const allowedOrigin = response.headers['access-control-allow-origin']
      resolve({ status: response.statusCode ?? 0, code, message, allowedOrigin })
    })
    sent.on('error', reject).end()
  })
}

test.each([
  ['127.0.0.1', true],
  ['192.168.1.20', true],
  ['[::1]', true],
  ['localhost', true],
  ['cu-5g.localhost', true],
  ['LOCALHOST', true],
  ['simulator', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['', true],
])('whether the host "%s" is safe from rebinding: %s', (host, safe) => {
  expect(isSafeHost(host)).toBe(safe)
})

describe('the admin API', () => {
  let simulator: Simulator
  const fetchState = (headers: Record<string, string>) => send(`${simulator.adminOrigin}/_sim/state`, headers)
  const getOwnHost = () => new URL(simulator.adminOrigin).host

  beforeEach(async () => {
    simulator = await startTestSimulator()
  })

  test('accepts programs of this machine and its own console', async () => {
    expect((await fetchState({})).status).toBe(200)
    expect((await fetchState({ origin: simulator.adminOrigin })).status).toBe(200)
    expect((await fetchState({ host: `localhost:${new URL(simulator.adminOrigin).port}` })).status).toBe(200)
  })

  test('refuses a rebound host name', async () => {
    const host = `evil.example:${new URL(simulator.adminOrigin).port}`
    expect(await fetchState({ host, origin: `http://${host}` })).toMatchObject({ status: 403, code: 'hostNotAllowed' })
  })

  test.each(['https://evil.example', 'http://localhost:10086', 'null', 'http://127.0.0.1'])(
    'refuses a page of %s without letting it read the answer',
    async (origin) => {
      expect(await fetchState({ origin, host: getOwnHost() })).toEqual({
        status: 403,
        code: 'originNotAllowed',
        message: 'only the page of the console itself is allowed',
        allowedOrigin: undefined,
      })
    },
  )

  test('refuses a page that sends a DELETE', async () => {
    const url = `${simulator.adminOrigin}/_sim/traces`
    expect((await send(url, { origin: 'https://evil.example' }, 'DELETE')).status).toBe(403)
  })

  test('refuses rebound host names for the console page and the health check', async () => {
    for (const path of ['/', '/_sim/health']) {
      expect((await send(`${simulator.adminOrigin}${path}`, { host: 'evil.example' })).status).toBe(403)
    }
  })
})

describe('the admin API with a token', () => {
  const TOKEN = 'the-admin-token-of-this-test'
  let simulator: Simulator
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  beforeEach(async () => {
    simulator = await startTestSimulator({ adminToken: TOKEN })
  })

  test.each([
    ['no', {}, 401],
    ['another', bearer('the-admin-token-of-this-tesT'), 401],
    ['an empty', { authorization: 'Bearer ' }, 401],
    ['the right', bearer(TOKEN), 200],
  ])('answers a request with %s token with its status', async (_, headers, status) => {
    expect((await send(`${simulator.adminOrigin}/_sim/state`, headers)).status).toBe(status)
  })

  test('accepts the token in the query for events and messages only, whose senders cannot set the header', async () => {
    const { adminOrigin } = simulator
    expect((await send(`${adminOrigin}/_sim/state?token=${TOKEN}`, {})).status).toBe(401)
    const controller = new AbortController()
    const events = await fetch(`${adminOrigin}/_sim/events?token=${TOKEN}`, { signal: controller.signal })
    expect([events.status, events.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    controller.abort()
    const post = (query: string) =>
      fetch(`${adminOrigin}/_sim/messages${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: '13800138000', code: '246810' }),
      })
    expect([(await post('')).status, (await post(`?token=${TOKEN}`)).status]).toEqual([401, 202])
  })

  test('answers the health check without a token', async () => {
    expect((await send(`${simulator.adminOrigin}/_sim/health`, {})).status).toBe(200)
  })

  test('refuses a page of another origin even with the token', async () => {
    const headers = { ...bearer(TOKEN), origin: 'https://evil.example' }
    expect(await send(`${simulator.adminOrigin}/_sim/state`, headers)).toMatchObject({ code: 'originNotAllowed' })
  })

  test('accepts any host name with the token', async () => {
    const headers = { ...bearer(TOKEN), host: 'simulator.example:7002' }
    expect((await send(`${simulator.adminOrigin}/_sim/state`, headers)).status).toBe(200)
  })
})

test.each(['0.0.0.0', '::', '192.0.2.1'])('an admin API on %s is refused without a token', async (adminHost) => {
  await expect(startTestSimulator({ adminHost })).rejects.toMatchObject({ code: 'tokenRequired' })
})

describe('the phone routes', () => {
  const fetchHandset = (simulator: Simulator, headers: Record<string, string>) =>
    send(`${simulator.origin}/_sim/handset`, headers)

  test('accept pages of this machine on any port', async () => {
    const simulator = await startTestSimulator()
    for (const origin of ['http://localhost:10086', 'http://127.0.0.1:8080', 'https://demo.localhost']) {
      expect(await fetchHandset(simulator, { origin })).toMatchObject({ status: 200, allowedOrigin: origin })
    }
  })

  test('accept a page from the address that it calls, as on a LAN', async () => {
    const simulator = await startTestSimulator()
    const headers = { host: '192.168.1.20:7000', origin: 'http://192.168.1.20:8080' }
    expect(await fetchHandset(simulator, headers)).toMatchObject({ status: 200, allowedOrigin: headers.origin })
  })

  test('accept a page of another machine only if its origin is listed', async () => {
    const origin = 'https://demo.example'
    expect(await fetchHandset(await startTestSimulator(), { origin })).toMatchObject({
      status: 403,
      message: 'pages of this origin are not allowed: list it in SIMULATOR_PAGE_ORIGINS, or in the option pageOrigins',
      allowedOrigin: undefined,
    })
    const simulator = await startTestSimulator({ pageOrigins: [origin] })
    expect(await fetchHandset(simulator, { origin })).toMatchObject({ status: 200, allowedOrigin: origin })
  })

  test('refuse a rebound host name, which the carrier’s own paths accept', async () => {
    const simulator = await startTestSimulator()
    expect((await fetchHandset(simulator, { host: 'evil.example' })).code).toBe('hostNotAllowed')
    const image = await send(`${simulator.origin}/NumberAbility/h5/getMobile.htm`, { host: 'www.cmpassport.com' })
    expect(image.status).toBe(500)
  })
})
