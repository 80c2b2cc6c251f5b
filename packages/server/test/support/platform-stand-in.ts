// A stand-in for the platform: its verify call as a real HTTP server on loopback, with the answer that a test chooses.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VerifyMobileRequest } from '@local-number/protocol'

export type Answer = (message: VerifyMobileRequest, response: ServerResponse) => void | Promise<void>

export interface PlatformStandIn {
  readonly origin: string
  readonly requests: { readonly url: string; readonly contentType: string; readonly message: VerifyMobileRequest }[]
  /** How many connections were made. */
  readonly connections: number
  /** Sets the answer to all later requests. */
  answerWith(answer: Answer): void
  close(): Promise<void>
}

/** Answers with a return code; `changes` alter the echoed header. */
export function answerCode(resultCode: unknown, changes: Record<string, unknown> = {}): Answer {
  return ({ header }, response) => {
    const body = { header: { ...header, resultCode, ...changes }, body: { resultDesc: '', message: '' } }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  }
}

export async function startPlatform(): Promise<PlatformStandIn> {
  const requests: PlatformStandIn['requests'] = []
  let answer: Answer = answerCode('000')
  let connections = 0
  const server = createServer(async (request, response) => {
    const message = JSON.parse(await readText(request))
    requests.push({ url: request.url ?? '', contentType: request.headers['content-type'] ?? '', message })
    await answer(message, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get connections() {
      return connections
    },
    answerWith(next) {
      answer = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
