// Clients that send request after request and read no answer.
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect } from 'node:net'
import { createLog } from '../src/log'
import { type Serving, serve } from '../src/serve'
import { createLogLines } from './support/environment'

const REQUEST = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
/** More than the system keeps for a reader that stands still. */
const LONG_ANSWER = Buffer.alloc(32_000_000)

let server: Serving

async function start(handler: RequestListener, requestTimeoutMs?: number) {
  const place = { host: '127.0.0.1', port: 0, requestTimeoutMs, stopNoticeMs: 0 }
  server = await serve(handler, place, createLog('info', createLogLines()))
}

afterEach(() => server.close())

/** Connects and sends a text; reads nothing. */
async function send(text: string) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => undefined).write(text)
  return socket
}

it('32 requests that wait for their answers are all answered', async () => {
  await start((_, response) => void setImmediate(() => response.end('answer')))
  const socket = await send(REQUEST.repeat(31) + REQUEST.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
  const answers = (await socket.setEncoding('utf8').toArray()).join('')
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(32)
})

it('more end the connection, and the rest of them is not handled', async () => {
  const handle = jest.fn()
  await start(handle)
  const socket = await send(REQUEST.repeat(12_000))
  await new Promise((resolve) => socket.resume().once('close', resolve))
  expect(handle).toHaveBeenCalledTimes(32)
})

it('as many in a row over one connection are answered if each waits for the answer before', async () => {
  await start((_, response) => void response.end('answer'))
  const socket = await send('')
  for (let count = 0; count < 100; count += 1) {
    socket.write(REQUEST)
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 200/)
  }
  socket.destroy()
})

it.each([
  ['', REQUEST],
  [', also before text that is not HTTP', `${REQUEST}hello\r\n\r\n`],
])('a connection whose answer nobody reads ends%s', async (_, text) => {
  let ended: Promise<unknown> = Promise.resolve()
  const handled = new Promise<void>((resolve) => {
    void start((request, response) => {
      ended = once(request.socket, 'close')
      response.end(LONG_ANSWER)
      resolve()
    }, 100).then(() => send(text))
  })
  await handled
  await ended
})
