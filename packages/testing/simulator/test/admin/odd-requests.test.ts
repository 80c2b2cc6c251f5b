// Requests that no console would send are answered, and cause no errors.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { EventStream } from '../../src/admin/event-stream'
import { Wire } from '../fuzz/support/wire'
import { startTestSimulator } from '../support/start'

test('HEAD /_sim/events is answered without events', async () => {
  const simulator = await startTestSimulator()
  const request = { method: 'HEAD', signal: AbortSignal.timeout(20_000) }
  const response = await fetch(`${simulator.adminOrigin}/_sim/events`, request)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
})

test('client hosts that are not valid in a URL are refused', async () => {
  const simulator = await startTestSimulator()
  const wire = new Wire(simulator.adminOrigin)
  const request = Buffer.from('GET /_sim/events HTTP/1.1\r\nhost: \xc3\x80\r\n\r\n', 'latin1')
  expect((await wire.send(request))?.status).toBe(403)
  wire.close()
})

test('a client that leaves before its events begin leaves no timer behind', async () => {
  const [set, cleared] = [jest.spyOn(globalThis, 'setInterval'), jest.spyOn(globalThis, 'clearInterval')]
  const events = new EventStream()
  const subscribed = new Promise<void>((resolve) => {
    const app = new Koa().use(async (ctx, next) => {
      await once(ctx.res, 'close')
      await events.subscribe(ctx, next)
      resolve()
    })
    const server = createServer(app.callback()).listen(0, '127.0.0.1', async () => {
      const wire = new Wire(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      await wire.send(Buffer.from('GET / HTTP/1.1\r\nhost: a\r\n\r\n'), { afterwards: 'leave' })
      await subscribed
      server.close()
    })
  })
  await subscribed
  const timers = set.mock.results.map(({ value }) => value)
  expect(timers.filter((timer) => !cleared.mock.calls.some(([given]) => given === timer))).toEqual([])
  jest.restoreAllMocks()
})

describe.each([undefined, 'secret'])('the admin API with the token %s refuses', (adminToken) => {
  test.each([
    ['a request without a host', '/_sim/events', ''],
    ['a malformed host', '/_sim/events', '127.0.0.1:99999'],
    ['half an IPv6 address', '/_sim/events', '['],
    ['a malformed target', 'http://127.0.0.1:99999/_sim/events', '127.0.0.1'],
  ])(
    '%s',
    async (_, target, host) => {
      const failures: unknown[] = []
      const simulator = await startTestSimulator({ adminToken, onError: (error) => failures.push(error) })
      const wire = new Wire(simulator.adminOrigin)
      const head = `GET ${target} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${adminToken}\r\n\r\n`
      const answer = await wire.send(Buffer.from(head))
      wire.close()
      expect(answer?.status).toBe(403)
      expect(JSON.parse(String(answer?.body)).code).toBe('hostNotAllowed')
      expect(failures).toEqual([])
    },
    60_000,
  )
})
