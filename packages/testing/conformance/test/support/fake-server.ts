// An HTTP server that remembers what it was asked and answers as a test says.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Reply {
  readonly status?: number
  readonly type?: string
  readonly body?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export interface FakeServer {
  readonly origin: string
  readonly asked: readonly Asked[]
  stop(): Promise<void>
}

const running: Server[] = []

afterEach(() => Promise.all(running.splice(0).map(stopped)))

/** Stops by itself after the test. */
export async function fakeServer(reply: (asked: Asked) => Reply | Promise<Reply>): Promise<FakeServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body: await text(request) }
    asked.push(one)
    const { status = 200, type = 'application/json', body = '', headers: more = {} } = await reply(one)
    response.writeHead(status, { 'content-type': type, ...more }).end(body)
  })
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  running.push(server)
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, asked, stop: () => stopped(server) }
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
