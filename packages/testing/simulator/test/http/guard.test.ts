// Who may use the admin API and the phones' routes: over real HTTP, with headers as browsers send them.
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

/** fetch would not let a test lie about its Host. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      const { code, message } = text.startsWith('{') ? JSON.parse(text) : {}
      const allowedOrigin = response.headers['access-control-allow-origin']
      resolve({ status: response.statusCode ?? 0, code, message, allowedOrigin })
    })
    asked.on('error', reject).end()
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
])('the host "%s" cannot be rebound: %s', (host, safe) => {
  expect(isSafeHost(host)).toBe(safe)
})

describe('the admin API', () => {
  let simulator: Simulator
  const state = (headers: Record<string, string>) => ask(`${simulator.adminOrigin}/_sim/state`, headers)
  const own = () => new URL(simulator.adminOrigin).host

  beforeEach(async () => {
    simulator = await startTestSimulator()
  })

  test('answers programs of this machine, and its own console', async () => {
    expect((await state({})).status).toBe(200)
    expect((await state({ origin: simulator.adminOrigin })).status).toBe(200)
    expect((await state({ host: `localhost:${new URL(simulator.adminOrigin).port}` })).status).toBe(200)
  })

  test('refuses a name that was rebound to this machine', async () => {
    const host = `evil.example:${new URL(simulator.adminOrigin).port}`
    expect(await state({ host, origin: `http://${host}` })).toMatchObject({ status: 403, code: 'hostNotAllowed' })
  })

  test.each(['https://evil.example', 'http://localhost:10086', 'null', 'http://127.0.0.1'])(
    'refuses a page of %s, and lets it read nothing',
    async (origin) => {
      expect(await state({ origin, host: own() })).toEqual({
        status: 403,
        code: 'originNotAllowed',
        message: 'only the page of the console itself is allowed',
        allowedOrigin: undefined,
      })
    },
  )

  test('refuses a page that only wants to write', async () => {
    const url = `${simulator.adminOrigin}/_sim/traces`
    expect((await ask(url, { origin: 'https://evil.example' }, 'DELETE')).status).toBe(403)
  })

  test('guards the console page and the health check against rebinding too', async () => {
    for (const path of ['/', '/_sim/health']) {
      expect((await ask(`${simulator.adminOrigin}${path}`, { host: 'evil.example' })).status).toBe(403)
    }
  })
})

describe('with a token', () => {
  const TOKEN = 'the-admin-token-of-this-test'
  let simulator: Simulator
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  beforeEach(async () => {
    simulator = await startTestSimulator({ adminToken: TOKEN })
  })

  test.each([
    ['none', {}, 401],
    ['another', bearer('the-admin-token-of-this-tesT'), 401],
    ['an empty', { authorization: 'Bearer ' }, 401],
    ['the right', bearer(TOKEN), 200],
  ])('%s token', async (_, headers, status) => {
    expect((await ask(`${simulator.adminOrigin}/_sim/state`, headers)).status).toBe(status)
  })

  test('stands in the query for events alone, because an EventSource sends no headers', async () => {
    const { adminOrigin } = simulator
    expect((await ask(`${adminOrigin}/_sim/state?token=${TOKEN}`, {})).status).toBe(401)
    const controller = new AbortController()
    const events = await fetch(`${adminOrigin}/_sim/events?token=${TOKEN}`, { signal: controller.signal })
    expect([events.status, events.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    controller.abort()
  })

  test('the health check needs none', async () => {
    expect((await ask(`${simulator.adminOrigin}/_sim/health`, {})).status).toBe(200)
  })

  test('a page of another origin is refused even with it', async () => {
    const headers = { ...bearer(TOKEN), origin: 'https://evil.example' }
    expect(await ask(`${simulator.adminOrigin}/_sim/state`, headers)).toMatchObject({ code: 'originNotAllowed' })
  })

  test('a container may call it by its name', async () => {
    const headers = { ...bearer(TOKEN), host: 'simulator.example:7002' }
    expect((await ask(`${simulator.adminOrigin}/_sim/state`, headers)).status).toBe(200)
  })
})

test.each(['0.0.0.0', '::', '192.0.2.1'])('on %s it starts with a token only', async (adminHost) => {
  await expect(startTestSimulator({ adminHost })).rejects.toMatchObject({ code: 'tokenRequired' })
})

describe('the phones on the desk', () => {
  const handset = (simulator: Simulator, headers: Record<string, string>) =>
    ask(`${simulator.origin}/_sim/handset`, headers)

  test('answer pages of this machine, whatever their port', async () => {
    const simulator = await startTestSimulator()
    for (const origin of ['http://localhost:10086', 'http://127.0.0.1:8080', 'https://demo.localhost']) {
      expect(await handset(simulator, { origin })).toMatchObject({ status: 200, allowedOrigin: origin })
    }
  })

  test('answer a page from the address that they were asked at, as on a LAN', async () => {
    const simulator = await startTestSimulator()
    const headers = { host: '192.168.1.20:7000', origin: 'http://192.168.1.20:8080' }
    expect(await handset(simulator, headers)).toMatchObject({ status: 200, allowedOrigin: headers.origin })
  })

  test('answer a page elsewhere only if it is named', async () => {
    const origin = 'https://demo.example'
    expect(await handset(await startTestSimulator(), { origin })).toMatchObject({
      status: 403,
      message: 'pages of this origin are not allowed: list it in SIMULATOR_PAGE_ORIGINS, or in the option pageOrigins',
      allowedOrigin: undefined,
    })
    const simulator = await startTestSimulator({ pageOrigins: [origin] })
    expect(await handset(simulator, { origin })).toMatchObject({ status: 200, allowedOrigin: origin })
  })

  test('refuse a rebound name, which the carrier’s own paths do not', async () => {
    const simulator = await startTestSimulator()
    expect((await handset(simulator, { host: 'evil.example' })).code).toBe('hostNotAllowed')
    const image = await ask(`${simulator.origin}/NumberAbility/h5/getMobile.htm`, { host: 'www.cmpassport.com' })
    expect(image.status).toBe(500)
  })
})
