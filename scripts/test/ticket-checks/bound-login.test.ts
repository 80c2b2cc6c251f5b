// The backend guide's login with a bound ticket, run as printed: a Koa service with a cookie, and two visitors.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { type Issuer, startIssuer } from '../../ticket-checks/issuer'
import { GUIDES, writeBlocks } from '../../ticket-checks/programs'

interface Visitor {
  /** What the page sends with its sign. */
  fetchBinding(): Promise<string>
  logIn(ticket: string): Promise<{ readonly status: number; readonly body: string }>
}

describe.each(GUIDES)('the login in %s', (guide) => {
  let issuer: Issuer
  let service: Server
  let removeBlocks: () => void
  beforeEach(async () => {
    issuer = await startIssuer()
    const blocks = writeBlocks({ guide, origin: issuer.origin })
    removeBlocks = blocks.remove
    const { router } = require(`${blocks.folder}/login.ts`)
    const app = new Koa({ proxy: true })
    app.silent = true
    app.use(router.routes())
    service = createServer(app.callback())
    await once(service.listen(0, '127.0.0.1'), 'listening')
  })
  afterEach(async () => {
    service.closeAllConnections()
    await new Promise((resolve) => service.close(resolve))
    await issuer.stop()
    removeBlocks()
  })

  /** A browser that keeps its cookie, behind a proxy for TLS. */
  function createVisitor(): Visitor {
    const { port } = service.address() as AddressInfo
    let cookie = ''
    async function call(path: string, body?: object): Promise<Response> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { 'x-forwarded-proto': 'https', cookie },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      const [given = ''] = response.headers.getSetCookie()
      if (given !== '') cookie = given.slice(0, given.indexOf(';'))
      return response
    }
    return {
      async fetchBinding() {
        const { binding } = (await (await call('/login/binding')).json()) as { binding: string }
        return binding
      },
      async logIn(ticket) {
        const response = await call('/login', { ticket })
        return { status: response.status, body: await response.text() }
      },
    }
  }

  const issueFor = async (visitor: Visitor) => (await issuer.issue({ binding: await visitor.fetchBinding() })).ticket

  test('accepts the ticket of the visitor who asked for it', async () => {
    const visitor = createVisitor()
    expect(await visitor.logIn(await issueFor(visitor))).toEqual({
      status: 200,
      body: '{"phoneNumber":"+8613800138000"}',
    })
  })

  test('refuses a stranger’s ticket that was brought into a visitor’s page', async () => {
    const [stranger, victim] = [createVisitor(), createVisitor()]
    const planted = await issueFor(stranger)
    expect(await victim.logIn(planted)).toMatchObject({ status: 401 })
    await victim.fetchBinding()
    expect(await victim.logIn(planted)).toMatchObject({ status: 401 })
    expect(await stranger.logIn(planted)).toMatchObject({ status: 200 })
  })

  test('gives a visitor the same binding until the login, and then another one', async () => {
    const visitor = createVisitor()
    const binding = await visitor.fetchBinding()
    expect(await visitor.fetchBinding()).toBe(binding)
    await visitor.logIn(await issueFor(visitor))
    expect(await visitor.fetchBinding()).not.toBe(binding)
  })
})
