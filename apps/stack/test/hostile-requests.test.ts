// No stranger's request stops a listener of `npm start`: hostile hosts, paths, methods and ranges, on every port.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Stack, startStack } from '../src'
import { FREE_PORTS } from './support/free-ports'
import { type RawRequest, sendRaw } from './support/send-raw'

const demoFolder = mkdtempSync(join(tmpdir(), 'local-number-demo-'))
writeFileSync(join(demoFolder, 'index.html'), '<title>the demo</title>')
mkdirSync(join(demoFolder, 'folder'))

const LISTENERS: Readonly<Record<string, (stack: Stack) => string>> = {
  gateway: ({ simulator }) => simulator.origin,
  'handset port': ({ simulator }) => simulator.handsetOrigin('cm-4g'),
  'test line': ({ simulator }) => simulator.testLineOrigin,
  console: ({ simulator }) => simulator.adminOrigin,
  backend: ({ backend }) => backend.url,
  demo: ({ demo }) => demo?.url ?? '',
}

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ demoFolder, env: { ...FREE_PORTS, LOG_LEVEL: 'silent' } })
})
afterAll(() => stack.stop())

const toDemo = (request: RawRequest) => sendRaw(stack.demo?.url ?? '', request)

describe.each([
  ['a lone bracket', '['],
  ['an unfinished IPv6 address', '[::1'],
  ['an IPv6 address that is none', '[::1::]'],
  ['a port out of range', '127.0.0.1:99999'],
  ['a port that is no number', 'localhost:port'],
  ['a percent sign', '%'],
  ['an encoded bracket', '%5B'],
  ['a space', 'a b'],
  ['a path', 'localhost/evil'],
  ['a user name', 'localhost@evil.example'],
  ['a query', 'localhost?evil'],
  ['a backslash', 'localhost\\evil'],
  ['a character outside ASCII', '\xc3\x80'],
  ['an empty text', ''],
  ['an IPv4 number that is none', '999.999.999.999'],
])('a host that is %s', (_, host) => {
  test('is refused by the demo’s settings', async () => {
    expect(await toDemo({ target: '/demo-settings.json', host })).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('does not keep the demo from serving its page', async () => {
    expect(await toDemo({ target: '/', host })).toMatch(/^HTTP\/1\.1 (?:200|400) /)
  })
})

test.each([
  ['localhost', 'localhost'],
  ['LOCALHOST:80', 'localhost'],
  ['192.168.1.20:5173', '192.168.1.20'],
  ['[::1]:5173', '[::1]'],
  ['my-mac.local:5173', 'my-mac.local'],
])('the demo’s settings for the host %s name it', async (host, hostname) => {
  const answer = await toDemo({ target: '/demo-settings.json', host })
  expect(answer).toContain(`"backendUrl":"http://${hostname}:`)
})

test.each(['bytes=5-3', 'bytes=0-99999999999999999999', 'bytes=1-1e400', 'bytes=--1', 'bytes=0-1,3-4', 'x'])(
  'the demo answers the range %s',
  async (range) => {
    expect(await toDemo({ target: '/', headers: [`range: ${range}`] })).toMatch(/^HTTP\/1\.1 200 .*the demo/s)
  },
)

describe('a file that the demo finds and cannot read', () => {
  const name = 'not-a-file.js'
  const server = createServer()
  beforeAll(() => once(server.listen(join(demoFolder, name)), 'listening'))
  afterAll(() => server.close())

  test('gets an error as its answer, and the demo goes on', async () => {
    // A socket has a size and a date as a file has, but opening it fails.
    expect(await toDemo({ target: `/${name}` })).toMatch(/^HTTP\/1\.1 500 /)
    expect(await toDemo({ target: '/' })).toMatch(/^HTTP\/1\.1 200 /)
  })
})

test.each(['/folder', '/folder/', '/missing.js', '/../package.json', '/%2e%2e/x', '/.hidden', '/%00', '/a%'])(
  'the demo has no file at %s',
  async (target) => {
    expect(await toDemo({ target })).toMatch(/^HTTP\/1\.1 (?:400|403|404) /)
  },
)

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'the demo refuses the method %s',
  async (method) => {
    expect(await toDemo({ method, target: '/' })).toMatch(/^HTTP\/1\.1 405 .*allow: GET, HEAD/is)
  },
)

const piece = fc.oneof(
  fc.constantFrom('/', '//', '/..', '/%2e%2e', '%', '%00', '%c3', '\\', '?', '#', '*', '[', ']', ':', ';', '@', '\xff'),
  fc.constantFrom('/demo-settings.json', '/index.html', '/_sim/events', '/_sim/handsets/', '/api/local-number/sign'),
  fc.constantFrom('http://', 'http://[', 'http://127.0.0.1:99999/', 'NumberAbility/h5/getMobile.htm', 'healthz'),
  fc.string({ maxLength: 5 }).map((text) => text.replace(/[\r\n]/g, '')),
)
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'M-SEARCH', 'X')
const target = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const host = fc.oneof(
  fc.constantFrom(null, '', '[', '[::1', 'localhost', '127.0.0.1:99999', 'a b', '%', '\xc3\x80', 'x.localhost', '..'),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, '')),
)
const headers = fc.subarray([
  'range: bytes=9-1',
  'accept-encoding: \xff',
  'if-none-match: "',
  'origin: http://[',
  'x-forwarded-for: [',
  'upgrade: websocket',
  'expect: 100-continue',
  'access-control-request-method: POST',
])

/** A failed number retrieval: the simulated platform's own answer, which has a trace [S appendix 500]. */
const FAILED_IMAGE = /^HTTP\/1\.1 500 .*"innerCode"/s

test.each(Object.entries(LISTENERS))('the %s survives hostile hosts, paths and methods', async (_, toOrigin) => {
  const origin = toOrigin(stack)
  await fc.assert(
    fc.asyncProperty(fc.record({ method, target, host, headers }), async (request) => {
      const answer = await sendRaw(origin, request)
      if (!FAILED_IMAGE.test(answer)) expect(answer).not.toMatch(/^HTTP\/1\.1 5/)
    }),
    { numRuns: 150 },
  )
  expect(await sendRaw(origin, { target: '/' })).toMatch(/^HTTP\/1\.1 [24]/)
})
