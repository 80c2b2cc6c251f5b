// The console's files over HTTP, from a build that the test creates.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Koa from 'koa'
import { serveConsole } from '../../src/admin/serve-console'
import { Wire } from '../fuzz/support/wire'

let above: string
let folder: string
let server: Server
let origin: string

beforeEach(async () => {
  above = mkdtempSync(join(tmpdir(), 'console-'))
  folder = join(above, 'build')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<p>console</p>')
  writeFileSync(join(folder, 'assets/index-1.js'), 'start()')
  writeFileSync(join(above, 'outside.txt'), 'outside')
  server = createServer(new Koa().use(serveConsole(folder)).callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  rmSync(above, { recursive: true })
})

/** Sends a request that `fetch` would not send. @returns the status */
async function sendRaw(request: string) {
  const wire = new Wire(origin)
  const answer = await wire.send(Buffer.from(request))
  wire.close()
  return answer?.status
}

test.each([
  ['/', 'text/html; charset=utf-8', '<p>console</p>'],
  ['/index.html', 'text/html; charset=utf-8', '<p>console</p>'],
  ['/assets/index-1.js', 'text/javascript; charset=utf-8', 'start()'],
])('%s is served as %s', async (path, type, text) => {
  const response = await fetch(origin + path)
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text])
})

test.each([
  '/assets',
  '/assets/',
  '/assets/none.js',
  '/../outside.txt',
  '/%2e%2e/outside.txt',
  '/assets/..%2findex.html',
])('%s answers 404', async (path) => {
  expect(await sendRaw(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`)).toBe(404)
})

test('a file with a known etag is not sent again', async () => {
  const etag = (await fetch(origin)).headers.get('etag')
  expect(await sendRaw(`GET / HTTP/1.1\r\nhost: a\r\nif-none-match: ${etag}\r\n\r\n`)).toBe(304)
})

test('a malformed range, another method and a deleted build do no harm', async () => {
  rmSync(join(folder, 'assets'), { recursive: true })
  expect((await fetch(origin, { headers: { range: 'bytes=10-5' } })).status).toBe(200)
  expect((await fetch(origin, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${origin}/assets/index-1.js`)).status).toBe(200)
})
