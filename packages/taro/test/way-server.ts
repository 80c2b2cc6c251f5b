// The server of the ways as an HTTP stand-in: it follows the business API on a port of its own, with real state, and
// fails as a test tells it to.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMS_PATHS, WECHAT_PHONE_PATH } from '@local-number/protocol'

/** What happens to the next request of a path, instead of an answer. */
export interface Fault {
  readonly status?: number
  readonly body?: object | string
  /** The server does what it is asked to, and its answer does not arrive. */
  readonly isLost?: boolean
  /** The answer waits for this. */
  readonly until?: Promise<unknown>
}

interface Received {
  readonly path: string
  readonly traceId: string | undefined
  readonly body: Record<string, unknown>
}

interface Sent {
  readonly code: string
  readonly session: unknown
  guesses: number
}

const RESEND_MS = 60_000
const GUESSES = 5

export async function startWayServer() {
  const received: Received[] = []
  const faults = new Map<string, Fault[]>()
  const sent = new Map<string, Sent>()
  const resendAt = new Map<string, number>()
  let messages = 0

  const send = ({ phone, session }: Record<string, unknown>): Answer => {
    const number = String(phone)
    const left = (resendAt.get(number) ?? 0) - Date.now()
    if (left > 0) return refuse(429, 'rateLimited', { retryAfterMs: left, reason: 'resendMs' })
    messages += 1
    sent.set(number, { code: String(100_000 + messages), session, guesses: 0 })
    resendAt.set(number, Date.now() + RESEND_MS)
    return { status: 200, body: { expiresInMs: 300_000, resendAfterMs: RESEND_MS, traceId: 't' } }
  }

  const check = ({ phone, code, session }: Record<string, unknown>): Answer => {
    const number = String(phone)
    const entry = sent.get(number)
    if (entry?.session !== session || entry === undefined) return outcome('expiredCode', 0)
    if (entry.code === code) return outcome('verified', GUESSES, { ticket: `TICKET of ${number}` })
    entry.guesses += 1
    if (entry.guesses === GUESSES) sent.delete(number)
    return outcome('wrongCode', GUESSES - entry.guesses)
  }

  const act: Readonly<Record<string, (body: Record<string, unknown>) => Answer>> = {
    [SMS_PATHS.send]: send,
    [SMS_PATHS.check]: check,
    [WECHAT_PHONE_PATH]: () => outcome('verified', 0, { phone: '13900139000', ticket: 'TICKET of WeChat' }),
  }

  const server = createServer(async (incoming, response) => {
    const path = incoming.url ?? ''
    const body = JSON.parse(await readText(incoming))
    received.push({ path, traceId: String(incoming.headers['x-trace-id']), body })
    const { status, body: instead, isLost, until } = faults.get(path)?.shift() ?? {}
    const answer = status === undefined ? act[path]?.(body) : { status, body: instead ?? {} }
    await until
    if (isLost || !answer) incoming.socket.destroy()
    else write(response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    fail: (path: string, ...next: Fault[]) => void faults.set(path, [...(faults.get(path) ?? []), ...next]),
    /** The bodies of a path's requests. */
    listBodies: (path: string) => received.filter((each) => each.path === path).map(({ body }) => body),
    listTraceIds: () => received.map(({ traceId }) => traceId),
    /** What the phone with this number shows. */
    readCode: (phone: string) => sent.get(phone)?.code ?? '',
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

export type WayServer = Awaited<ReturnType<typeof startWayServer>>

interface Answer {
  readonly status: number
  readonly body: object | string
}

const outcome = (name: string, attemptsLeft: number, others: object = {}): Answer => ({
  status: 200,
  body: { outcome: name, attemptsLeft, traceId: 't', ...others },
})

export const refuse = (status: number, code: string, others: object = {}): Answer => ({
  status,
  body: { code, message: code, traceId: 't', ...others },
})

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function readText(stream: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk
  return text
}

/** The part of `fetch` that the transport uses: jsdom has none. */
export const fetchByNode = (url: string, { method, headers, body, signal }: RequestInit) =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { method: method ?? 'GET', headers: headers as Record<string, string> })
    signal?.addEventListener('abort', () => outgoing.destroy(new Error('aborted')))
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      readText(incoming).then((text) => resolve({ status: incoming.statusCode, text: async () => text }), reject)
    })
    outgoing.end(body)
  })
