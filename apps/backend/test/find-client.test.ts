// Whose limits a request counts for, with proxies in front and without.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import pino from 'pino'
import { findClient } from '../src/find-client'

const lines: string[] = []
const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line).msg) })

beforeEach(() => {
  lines.length = 0
})

async function findIp(trusted: readonly string[], forwarded?: string): Promise<string> {
  const app = new Koa().use(findClient(trusted, log)).use((ctx) => {
    ctx.body = ctx.ip
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]])
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers })
  const ip = await response.text()
  server.close()
  return ip
}

it('without a trusted proxy, X-Forwarded-For is ignored', async () => {
  expect(await findIp([], '203.0.113.7')).toBe('127.0.0.1')
  expect(await findIp(['10.0.0.0/8'], '203.0.113.7')).toBe('127.0.0.1')
})

it('behind a trusted proxy, its word counts, and not what the client wrote before it', async () => {
  expect(await findIp(['loopback'], '203.0.113.7')).toBe('203.0.113.7')
  expect(await findIp(['127.0.0.1'], '198.51.100.9, 203.0.113.7')).toBe('203.0.113.7')
  expect(await findIp(['loopback', '10.0.0.0/8'], '198.51.100.9, 203.0.113.7, 10.1.2.3')).toBe('203.0.113.7')
})

it('warns once about a proxy that is not trusted', async () => {
  const app = findClient([], log)
  const ctx = {
    req: { headers: { 'x-forwarded-for': '203.0.113.7' }, socket: {} },
    request: {},
    get: () => '203.0.113.7',
  }
  for (let request = 0; request < 3; request += 1) await app(ctx as never, async () => undefined)
  expect(lines).toEqual([expect.stringContaining('set TRUSTED_PROXIES')])
})
