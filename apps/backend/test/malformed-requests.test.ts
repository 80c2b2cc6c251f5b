// Requests that Node refuses before Koa sees them: the answer has the API's error shape.
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { type Backend, loadConfig, startBackend } from '../src'
import { createLog } from '../src/log'
import { serve } from '../src/serve'
import { createLogLines, environment } from './support/environment'

const log = createLogLines()
let backend: Backend

const start = () => startBackend(loadConfig(environment), { logTo: log, stopNoticeMs: 0 })

beforeAll(async () => {
  backend = await start()
})

beforeEach(() => {
  log.lines.length = 0
})

afterAll(() => backend.close())

/** Sends the text unchanged, the rest once an answer begins, and reads until the server closes the connection. */
function send(url: string, text: string, rest = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) }, () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.once('data', () => socket.write(rest))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

function parseAnswer(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), traceId: /x-trace-id: (.*)/.exec(head)?.[1], body: JSON.parse(body) }
}

const post = 'POST /api/local-number/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

it.each([
  ['text that is not HTTP', 'hello\r\n\r\n', 400, 'httpMalformed'],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400, 'httpMalformed'],
  [
    'a length and chunks',
    `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'httpMalformed',
  ],
  ['a malformed chunk', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400, 'httpMalformed'],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'httpMalformed'],
  ['no host of sign', post.replace('Host: x\r\n', 'Content-Length: 2\r\n').concat('\r\n{}'), 400, 'httpMalformed'],
  ['headers of 20 kB', `${post}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headersTooLarge'],
])('%s is answered with an error of the API', async (_, text, status, code) => {
  const answer = parseAnswer(await send(backend.url, text))
  expect(answer).toEqual({
    status,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    body: { code, message: expect.any(String), traceId: answer.traceId },
  })
  expect(log.lines.join('')).toContain(answer.traceId)
})

describe.each(['http://[', 'http://[::1', '//a@[#', 'http://127.0.0.1:99999/', 'http://a b'])(
  'the target %s',
  (target) => {
    const ask = (method: string, headers = '') =>
      send(backend.url, `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`)

    it.each(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])('is no server error for %s', async (method) => {
      const answer = parseAnswer(await ask(method, 'Origin: https://shop.example.com\r\n'))
      expect(answer.status).toBeLessThan(500)
      expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String), traceId: answer.traceId })
    })
  },
)

describe('a target that is no URL', () => {
  const traceId = 'ab'.repeat(16)
  const ask = (method: string, target = 'http://[', url = backend.url) =>
    send(
      url,
      `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: https://shop.example.com\r\n` +
        `X-Trace-Id: ${traceId}\r\nAccess-Control-Request-Method: POST\r\n\r\n`,
    )

  it.each(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])('is malformed HTTP for %s', async (method) => {
    expect(parseAnswer(await ask(method))).toEqual({
      status: 400,
      traceId,
      body: { code: 'httpMalformed', message: expect.any(String), traceId },
    })
  })

  it('is malformed HTTP if it is an address without a host', async () => {
    expect(parseAnswer(await ask('GET', 'http://')).body).toMatchObject({ code: 'httpMalformed', traceId })
  })

  it('is refused without a body for HEAD, with the security headers', async () => {
    const answer = await ask('HEAD')
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*nosniff.*\r\n\r\n$/s)
  })

  it.each(['/healthz', '/api/local-number/sign', '/api/local-number/verify', '/api/local-number/jwks.json'])(
    'is refused also with the path %s',
    async (path) => {
      expect(parseAnswer(await ask('GET', `http://[${path}`))).toMatchObject({
        status: 400,
        body: { code: 'httpMalformed' },
      })
    },
  )

  it('is logged as one refusal, without the target', async () => {
    const { url, close } = await start()
    await ask('GET', 'http://[13800138000', url)
    await close()
    const lines = log.lines.map((line) => JSON.parse(line)).filter((line) => line.traceId === traceId)
    expect(lines).toMatchObject([{ level: 30, code: 'httpMalformed', status: 400, msg: 'request refused' }])
    expect(log.lines.join('')).not.toMatch(/13800138000|answer failed/)
  })
})

it('malformed requests are not logged as warnings or errors', async () => {
  const { url, close } = await start()
  await send(url, `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`)
  await close()
  expect(log.lines.map((line) => JSON.parse(line).level).filter((level) => level > 30)).toEqual([])
})

it('a request that never ends times out with 408', async () => {
  const place = { host: '127.0.0.1', port: 0, requestTimeoutMs: 100 }
  const server = await serve(() => undefined, place, createLog('info', log))
  const answer = parseAnswer(await send(server.url, `${post}Content-Length: 100\r\n\r\n{`))
  expect(answer).toMatchObject({ status: 408, body: { code: 'requestTimeout', traceId: answer.traceId } })
  await server.close()
})

it('an answer that has begun is cut off, not followed by another one', async () => {
  const begun = await serve(
    (_, response) => void response.write('half'),
    { host: '127.0.0.1', port: 0 },
    createLog('info', log),
  )
  const answer = await send(begun.url, `${post}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`, 'zz\r\n')
  expect(answer).toContain('half')
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  await begun.close()
})

it('HTTP/1.0 needs no host, and an expectation that no one knows is ignored', async () => {
  expect(await send(backend.url, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  const expecting = 'GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: x\r\nConnection: close\r\n\r\n'
  expect(await send(backend.url, expecting)).toMatch(/^HTTP\/1\.1 200 /)
})

describe('what is wrong behind a whole request does not overtake its answer', () => {
  const whole = `${post}Content-Length: 2\r\n\r\n{}`
  const malformed = [
    ['a stray byte', '\0'],
    ['text that is not HTTP', 'hello\r\n\r\n'],
    ['headers of 20 kB', `${post}X-A: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a malformed body', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['a line without an end', 'GET /'],
  ] as const

  /** Answers each request after a while, and the first one before the second. */
  async function serveSlowly(begin: (response: ServerResponse) => void = () => undefined) {
    const place = { host: '127.0.0.1', port: 0, requestTimeoutMs: 400 }
    return serve(
      (request, response) => {
        request.resume().on('error', () => undefined)
        begin(response)
        setTimeout(() => response.end('{"outcome":"verified"}'), 1_000)
      },
      place,
      createLog('info', log),
    )
  }

  it.each(malformed)('%s in the same packet', async (_, text) => {
    const server = await serveSlowly()
    const answer = await send(server.url, whole + text)
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer.toLowerCase()).toContain('connection: close')
    expect(answer).toMatch(/\{"outcome":"verified"\}(\r\n0\r\n\r\n)?$/)
    await server.close()
  })

  it.each(malformed)('%s after the head of the answer', async (_, text) => {
    const server = await serveSlowly((response) => void response.write(' '))
    const answer = await send(server.url, whole, text)
    expect(answer.split('HTTP/1.1')[1]).toContain('{"outcome":"verified"}')
    expect(answer).not.toMatch(/HTTP\/1\.1 [45]/)
    await server.close()
  })

  it('and both of two requests before it are answered', async () => {
    const server = await serveSlowly()
    const answer = await send(server.url, `${whole}${whole}\0`)
    expect(answer.match(/"verified"/g)).toHaveLength(2)
    expect(answer.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
    await server.close()
  })
})
