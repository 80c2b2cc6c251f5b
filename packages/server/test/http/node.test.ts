// What an app in Node may have done to a request before the API sees it, and what only sockets can send.
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import express from 'express'
import { localNumber } from '../../src/express'
import { type Business, createPreSign, createSession, startBusiness } from '../support/business'
import { createExpress4 } from '../support/hosts/express'
import { type ListeningHost, listen } from '../support/hosts/host'

const SIGN = '/api/local-number/sign'

const lines: { readonly message: string }[] = []
const write = (fields: object, message: string) => void lines.push({ ...fields, message })

let business: Business
let host: ListeningHost

beforeEach(async () => {
  business = await startBusiness({ log: { info: write, warn: write, error: write } })
  lines.length = 0
})

afterEach(async () => {
  await host.close()
  await business.stop()
})

const sign = (path = SIGN) =>
  host.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      preSign: createPreSign(business.clock.ms),
      consent: { version: '2026-01' },
      session: createSession(),
    }),
  })

test('a body that the app has read and dropped is the app’s mistake, and the log says so', async () => {
  const app = express()
  app.use((request, _, next) => void text(request).then(() => next()))
  app.use(localNumber(business.server))
  host = await listen(app)
  const response = await sign()
  expect([response.status, await response.json()]).toMatchObject([500, { code: 'internal' }])
  expect(lines).toMatchObject([
    { code: 'internal', err: { message: 'the body was read before: mount the API in front of what reads it' } },
  ])
})

test('a parser of forms alone, which leaves an empty object for JSON, does no harm', async () => {
  const app = createExpress4()
  app.use(createExpress4.urlencoded({ extended: false }))
  app.use(localNumber(business.server))
  host = await listen(app)
  expect((await sign()).status).toBe(200)
})

test('a mount path of Express comes before the API’s own', async () => {
  const app = express()
  app.use('/auth', localNumber(business.server))
  host = await listen(app)
  expect((await sign(`/auth${SIGN}`)).status).toBe(200)
  expect((await sign()).status).toBe(404)
})

test('a failure to answer goes to the app’s error handler', async () => {
  const app = express()
  app.use((_, response, next) => {
    jest.spyOn(response, 'setHeader').mockImplementationOnce(() => {
      throw new Error('too late')
    })
    next()
  })
  app.use(localNumber(business.server))
  const handleError: express.ErrorRequestHandler = (error, _, response, _next) =>
    void response.status(500).end(error.message)
  app.use(handleError)
  host = await listen(app)
  expect(await (await sign()).text()).toBe('too late')
})

describe('without a framework', () => {
  beforeEach(async () => {
    const api = localNumber(business.server)
    host = await listen((request, response) => api(request, response, () => response.writeHead(404).end('its own')))
  })

  async function ask(target: string): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port: host.port })
    socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    return (await socket.setEncoding('utf8').toArray()).join('')
  }

  test.each(['http://[', `http://[${SIGN}`, `//x${SIGN}`, '*', `/x/..${SIGN}`])(
    'the target %s is the app’s own',
    async (target) => {
      expect(await ask(target)).toMatch(/^HTTP\/1\.1 404 .*its own/s)
    },
  )

  test.each([`http://shop.example.com${SIGN}`, `http://shop.example.com${SIGN}?a=/`])(
    'the whole address %s is the API’s',
    async (target) => {
      expect(await ask(target)).toMatch(/^HTTP\/1\.1 405 .*allow: POST/is)
    },
  )

  test.each([`${SIGN}#`, `${SIGN}/../sign`, `${SIGN};a=1`, `/api/local-number//sign`, `/api/local-number/./sign`])(
    'the target %s is no other spelling of a route',
    async (target) => {
      expect(await ask(target)).toMatch(/^HTTP\/1\.1 404 .*"notFound"/s)
    },
  )

  test('a client that hangs up within its body is logged as info', async () => {
    const hungUp = new Promise<void>((resolve) => {
      jest.spyOn(lines, 'push').mockImplementation((line) => {
        if (line?.message === 'the client hung up') resolve()
        return 0
      })
    })
    const socket = connect({ host: '127.0.0.1', port: host.port })
    const head = `POST ${SIGN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n`
    socket.write(`${head}{`, () => setImmediate(() => socket.resetAndDestroy()))
    await hungUp
  })
})
