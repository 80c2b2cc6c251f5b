// Clients that hang up, send what is refused, or call while the service stops.
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createPreSign, createSession } from '../../../packages/server/test/support/business'
import { type Running, startWithPlatform } from './support/backend'

const SIGN = '/api/local-number/sign'

/** Long enough for what is on its way when a test closes the backend. */
const NOTICE_MS = 500

let running: Running

beforeEach(async () => {
  running = await startWithPlatform({}, NOTICE_MS)
})

afterEach(() => running.close())

const signBody = () =>
  JSON.stringify({ preSign: createPreSign(Date.now()), consent: { version: '1' }, session: createSession() })

const readLog = () => running.log.lines.map((line) => JSON.parse(line))

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(running.backend.url).port), '127.0.0.1')
  await once(socket, 'connect')
  return socket.on('error', () => undefined).setEncoding('utf8')
}

/** The platform answers once `answer` is called; `asked` resolves when it has been asked. */
function holdPlatform() {
  let answer: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    running.platform.answerWith((_, response) => {
      answer = () => void response.end('{}')
      resolve()
    })
  })
  return { asked, answer: () => answer() }
}

function toPost(path: string, body: string): string {
  const head = ['POST', path, 'HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length:', body.length]
  return `${head.join(' ')}\r\n\r\n${body}`
}

/** Signs, and returns the text of the request that verifies. */
async function createVerify(): Promise<string> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: signBody() }
  const { attemptId } = Object(await (await fetch(`${running.backend.url}${SIGN}`, init)).json())
  const body = { attemptId, phone: '13800138000', token: 'token', userInformation: '' }
  return toPost('/api/local-number/verify', JSON.stringify(body))
}

/** Waits for a line of the log, which appears once the service has noticed. */
async function findLine(msg: string) {
  for (;;) {
    const line = readLog().find((each) => each.msg === msg)
    if (line) return line
    await new Promise(setImmediate)
  }
}

describe('a refused body does not block its connection', () => {
  const spaces = Buffer.from(' '.repeat(100_000))

  it.each<[string, Record<string, string>, Buffer, number]>([
    ['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(200_000_000)), 413],
    ['gzip that is none', { 'content-encoding': 'gzip' }, spaces.subarray(0, 10_000), 400],
    ['gzip that is none and too much', { 'content-encoding': 'gzip' }, spaces, 413],
    ['a small gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(10_000_000)), 413],
    ['an encoding that does not exist', { 'content-encoding': 'UTF-8' }, spaces, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, spaces, 415],
    ['too much', {}, spaces, 413],
  ])('%s', async (_, headers, body, status) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const send = (sent: Buffer | string, own: Record<string, string> = {}) =>
      new Promise<number>((resolve, reject) => {
        const call = request(`${running.backend.url}${SIGN}`, {
          method: 'POST',
          agent,
          headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...own },
        })
        call.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
        call.on('error', reject).end(sent)
      })
    expect(await send(body, headers)).toBe(status)
    expect(await send(signBody())).toBe(200)
    agent.destroy()
  })
})

describe('a client that hangs up is logged as info', () => {
  const head = (extra = '') =>
    `POST ${SIGN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n${extra}\r\n`

  it.each([
    ['within its body', `${head()}{"preSign":`],
    ['within a compressed body', Buffer.concat([Buffer.from(head('Content-Encoding: gzip\r\n')), gzipSync('{}')])],
    ['before its body', head()],
  ])('%s', async (_, text) => {
    const socket = await open()
    socket.write(text)
    await new Promise(setImmediate)
    socket.resetAndDestroy()
    expect(await findLine('the client hung up')).toMatchObject({ level: 30 })
  })

  it('before its answer', async () => {
    const { asked, answer } = holdPlatform()
    const socket = await open()
    socket.write(await createVerify())
    await asked
    socket.resetAndDestroy()
    await once(socket, 'close')
    answer()
    await findLine('the platform gave no verdict')
    await running.backend.close()
    expect(readLog().filter(({ level }) => level > 40)).toEqual([])
  })
})

describe('stopping', () => {
  const get = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'

  it('answers requests over connections that were idle, and ends them', async () => {
    const sockets = await Promise.all(Array.from({ length: 20 }, open))
    const answers = sockets.map(async (socket) => {
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      await once(socket, 'close')
      return text
    })
    const closing = running.backend.close()
    for (const socket of sockets) socket.write(get)
    for (const text of await Promise.all(answers)) {
      expect(text).toMatch(/^HTTP\/1\.1 503 /)
      expect(text.toLowerCase()).toContain('connection: close')
    }
    await closing
  })

  /** The text has left this process, on a connection of its own, when the promise resolves. */
  async function send(text: string) {
    const socket = connect(Number(new URL(running.backend.url).port), '127.0.0.1').setEncoding('utf8')
    const answer = socket.toArray().then((chunks) => chunks.join(''))
    await new Promise((resolve) => socket.write(text, resolve))
    return { socket, answer }
  }

  it('resets no request that was sent before', async () => {
    const sent = await Promise.all(Array.from({ length: 100 }, () => send(toPost(SIGN, signBody()))))
    const closing = running.backend.close()
    for (const answer of await Promise.all(sent.map(({ answer }) => answer))) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    }
    await closing
  })

  it('answers all requests that were sent before over one connection', async () => {
    const { asked, answer } = holdPlatform()
    const { answer: answers } = await send(`${await createVerify()}${get}`)
    await asked
    const closing = running.backend.close()
    answer()
    expect((await answers).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200'])
    await closing
  })

  it('reads the rest of a request that it refuses', async () => {
    const form = `POST ${SIGN} HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\nContent-Length: 200000\r\n\r\n`
    const { socket, answer } = await send(`${form}${' '.repeat(100_000)}`)
    const closing = running.backend.close()
    await once(socket, 'readable')
    await new Promise((resolve) => socket.write(' '.repeat(50_000), resolve))
    await new Promise(setImmediate)
    socket.write(' '.repeat(50_000))
    expect(await answer).toMatch(/^HTTP\/1\.1 415 /)
    await closing
  })

  it('ends a connection without a request although another one waits for its answer', async () => {
    const { asked, answer } = holdPlatform()
    const silent = await open()
    const { answer: verified } = await send(await createVerify())
    await asked
    const closing = running.backend.close()
    await once(silent.resume(), 'close')
    answer()
    expect(await verified).toMatch(/^HTTP\/1\.1 200 /)
    await closing
  })
})
