// Stands between the business server and its platform: records verify calls, and forwards them or answers itself.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type HttpAnswer, isObject, parseJsonObject, send } from '../http'
import { type ListenAddress, listenFor } from './listen-for'

/** A verify call of the business server. */
export interface VerifyCall {
  readonly path: string
  readonly contentType: string
  /** The whole request: address, headers and message. */
  readonly text: string
  /** The fields of `header` and of `body`; none if the message is malformed. */
  readonly header: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** What happens to a verify call instead of being forwarded. */
export type RelayFault =
  /** Answers with this text. @default HTTP 200, JSON */
  | { readonly answer: (call: VerifyCall) => string; readonly status?: number; readonly type?: string }
  /** Redirects, with this HTTP status, to an address that answers 000. */
  | { readonly redirect: number }
  /** Closes the connection without an answer, keeps it open without one, or keeps it open after part of one. */
  | { readonly connection: 'closed' | 'silent' | 'stalled' }

export interface Relay {
  /** Where the business server must send its verify calls, without a trailing slash. */
  readonly origin: string
  /** All calls since the last {@link Relay.reset}. */
  readonly calls: readonly VerifyCall[]
  /** The number of requests that followed a redirect. */
  readonly redirected: number
  /** Applies to all calls from now on. */
  setFault(fault: RelayFault): void
  /** Removes the fault and forgets all calls. */
  reset(): void
  /** Never throws. */
  close(): Promise<void>
}

export interface RelayOptions {
  readonly at: ListenAddress
  /** The address of the platform, without a trailing slash. */
  readonly platform: string
}

/** Where redirects point to. */
const REDIRECT_PATH = '/redirected'

/** Composes the platform's answer to a call: its ids and a code, as JSON. */
export function echoCode({ header }: VerifyCall, resultCode: unknown): string {
  const { msgId, timestamp, appId } = header
  const body = { resultDesc: '', message: '', expandParams: '' }
  return JSON.stringify({ header: { msgId, timestamp, appId, resultCode }, body })
}

/** @throws Unusable if the relay cannot listen */
export async function openRelay({ at, platform }: RelayOptions): Promise<Relay> {
  let calls: VerifyCall[] = []
  let redirected = 0
  let fault: RelayFault | null = null

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    if (request.url?.startsWith(REDIRECT_PATH)) {
      redirected += 1
      const [original = toVerifyCall(request, body)] = calls.slice(-1)
      return respond(response, { body: echoCode(original, '000') })
    }
    const call = toVerifyCall(request, body)
    calls.push(call)
    if (fault === null) await forward(`${platform}${call.path}`, { call, body, response })
    else applyFault(fault, { call, response, origin })
  }
  // A server that leaves in the middle of its message, or a message that cannot be forwarded, must not end the run.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  const { origin, close } = await listenFor('relay', server, at)

  return {
    origin,
    close,
    get calls() {
      return calls
    },
    get redirected() {
      return redirected
    },
    setFault(next) {
      fault = next
    },
    reset() {
      calls = []
      redirected = 0
      fault = null
    },
  }
}

function toVerifyCall({ url = '', headers }: IncomingMessage, message: string): VerifyCall {
  const { header, body } = parseJsonObject({ body: Buffer.from(message) }) ?? {}
  return {
    path: url,
    contentType: headers['content-type'] ?? '',
    text: [url, JSON.stringify(headers), message].join('\n'),
    header: isObject(header) ? header : {},
    body: isObject(body) ? body : {},
  }
}

interface ForwardedCall {
  readonly call: VerifyCall
  readonly body: string
  readonly response: ServerResponse
}

async function forward(url: string, { call, body, response }: ForwardedCall): Promise<void> {
  const headers = { 'content-type': call.contentType }
  const answer: HttpAnswer | null = await send({ url, method: 'POST', headers, body }).catch(() => null)
  if (answer === null) response.destroy()
  else response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
}

interface FaultyCall {
  readonly call: VerifyCall
  readonly response: ServerResponse
  readonly origin: string
}

function applyFault(fault: RelayFault, { call, response, origin }: FaultyCall): void {
  if ('answer' in fault) respond(response, { ...fault, body: fault.answer(call) })
  else if ('redirect' in fault) response.writeHead(fault.redirect, { location: `${origin}${REDIRECT_PATH}` }).end()
  else CONNECTIONS[fault.connection](response)
}

const CONNECTIONS = {
  closed: (response: ServerResponse) => void response.destroy(),
  silent: () => undefined,
  stalled: (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).write('{"header":{'),
} as const

interface RelayAnswer {
  readonly body: string
  readonly status?: number
  readonly type?: string
}

function respond(response: ServerResponse, { body, status = 200, type = 'application/json' }: RelayAnswer): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}
