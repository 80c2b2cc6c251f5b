// The platform's verify call as a real HTTP server on loopback: what it was sent, and whatever it should answer.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VerifyMobileRequest } from '@local-number/protocol'

export type Answering = (message: VerifyMobileRequest, response: ServerResponse) => void | Promise<void>

export interface PlatformDouble {
  readonly origin: string
  readonly requests: { readonly url: string; readonly contentType: string; readonly message: VerifyMobileRequest }[]
  /** Every later request is answered this way. */
  answers(answering: Answering): void
  close(): Promise<void>
}

export function code(resultCode: unknown, changes: Record<string, unknown> = {}): Answering {
  return ({ header }, response) => {
    const answer = { header: { ...header, resultCode, ...changes }, body: { resultDesc: '', message: '' } }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }
}

export async function startPlatformDouble(): Promise<PlatformDouble> {
  const requests: PlatformDouble['requests'] = []
  let answering: Answering = code('000')
  const server = createServer(async (request, response) => {
    const message = JSON.parse(await textOf(request))
    requests.push({ url: request.url ?? '', contentType: request.headers['content-type'] ?? '', message })
    await answering(message, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers(next) {
      answering = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
