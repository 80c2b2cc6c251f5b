// An HTTP server that records its requests and answers as a test decides.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface ReceivedRequest {
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

export interface StandInServer {
  readonly origin: string
  readonly requests: readonly ReceivedRequest[]
  stop(): Promise<void>
}

const running: Server[] = []

afterEach(() => Promise.all(running.splice(0).map(stopServer)))

/** Starts a server. It stops by itself after the test. */
export async function startStandIn(
  reply: (request: ReceivedRequest) => Reply | Promise<Reply>,
): Promise<StandInServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, headers, body: await text(incoming) }
    requests.push(request)
    const { status = 200, type = 'application/json', body = '', headers: more = {} } = await reply(request)
    response.writeHead(status, { 'content-type': type, ...more }).end(body)
  })
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  running.push(server)
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, requests, stop: () => stopServer(server) }
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
