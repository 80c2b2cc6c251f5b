// A listener on loopback that hands each request to a test, and answers as the test says.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface SeenRequest {
  readonly method: string
  /** With its query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface StandInAnswer {
  readonly status?: number
  readonly body?: unknown
}

export interface HttpStandIn {
  readonly origin: string
  readonly seen: SeenRequest[]
  /** `null`: the request gets no answer. `'cut'`: its connection ends instead. */
  answer: (request: SeenRequest) => StandInAnswer | null | 'cut'
  close(): Promise<void>
}

export async function startStandIn(answer: HttpStandIn['answer']): Promise<HttpStandIn> {
  const server = createServer(async (request, response) => {
    const { method = '', url: target = '', headers } = request
    const seen = { method, target, headers, body: await text(request) }
    standIn.seen.push(seen)
    const answered = standIn.answer(seen)
    if (answered === 'cut') request.socket.destroy()
    else if (answered !== null) {
      response.writeHead(answered.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answered.body ?? {}))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: HttpStandIn = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}

/** An address on which nothing listens. */
export async function findClosedOrigin(): Promise<string> {
  const { origin, close } = await startStandIn(() => null)
  await close()
  return origin
}
