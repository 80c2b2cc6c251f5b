// Stands between the business server and its platform: passes verify calls on, counts them, and answers otherwise on request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type HttpAnswer, isObject, objectIn, send } from '../http'
import { Unusable } from '../unusable'

/** A verify call as it came from the business server. */
export interface VerifyCall {
  readonly path: string
  readonly contentType: string
  /** All of it as it came: address, headers and message. */
  readonly whole: string
  /** The fields of `header` and `body`; empty where the message had none. */
  readonly header: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** What becomes of a verify call instead of the platform's answer. */
export type RelayFault =
  /** Another answer, made from the call. Default: HTTP 200, JSON. */
  | { readonly say: (call: VerifyCall) => string; readonly status?: number; readonly type?: string }
  /** To where a friendly stranger says yes to everything, with this HTTP status. */
  | { readonly redirect: number }
  /** The connection ends without an answer, stays open without one, or stays open after its headers. */
  | { readonly lost: 'dropped' | 'hanging' | 'stalling' }

export interface Relay {
  /** Where the business server must send its verify calls, without a trailing slash. */
  readonly origin: string
  /** All calls since the last {@link Relay.reset}. */
  readonly calls: readonly VerifyCall[]
  /** How many requests came to where a redirect pointed. */
  readonly strayed: number
  /** From now on every call meets this fault. */
  fault(fault: RelayFault): void
  /** No fault, and no calls yet. */
  reset(): void
  /** Never throws. */
  close(): Promise<void>
}

export interface RelayOptions {
  /** Where to listen; port 0 is any free one. */
  readonly at: { readonly host: string; readonly port: number }
  /** Where the platform is, without a trailing slash. */
  readonly platform: string
}

const ELSEWHERE = '/elsewhere'

/** The platform's answer to a call, as JSON: its ids echoed, and a code. */
export function echoing({ header }: VerifyCall, resultCode: unknown): string {
  const { msgId, timestamp, appId } = header
  const body = { resultDesc: '', message: '', expandParams: '' }
  return JSON.stringify({ header: { msgId, timestamp, appId, resultCode }, body })
}

/** @throws Unusable when the address cannot be listened on */
export async function openRelay({ at, platform }: RelayOptions): Promise<Relay> {
  let calls: VerifyCall[] = []
  let strayed = 0
  let fault: RelayFault | null = null

  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (request.url?.startsWith(ELSEWHERE)) {
      strayed += 1
      const [asked = callOf(request, body)] = calls.slice(-1)
      return respond(response, { body: echoing(asked, '000') })
    }
    const call = callOf(request, body)
    calls.push(call)
    if (fault === null) await passOn(`${platform}${call.path}`, { call, body, response })
    else meet(fault, { call, response, origin })
  })
  server.listen(at.port, at.host)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', () =>
      reject(new Unusable(`the relay cannot listen on ${at.host}:${at.port}: choose another port`)),
    )
  })
  const origin = `http://${at.host}:${(server.address() as AddressInfo).port}`

  return {
    origin,
    get calls() {
      return calls
    },
    get strayed() {
      return strayed
    },
    fault(next) {
      fault = next
    },
    reset() {
      calls = []
      strayed = 0
      fault = null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function callOf({ url = '', headers }: IncomingMessage, text: string): VerifyCall {
  const message = objectIn({ body: Buffer.from(text) })
  const part = (name: string) => {
    const found = message?.[name]
    return isObject(found) ? found : {}
  }
  const whole = [url, JSON.stringify(headers), text].join('\n')
  return { path: url, contentType: headers['content-type'] ?? '', whole, header: part('header'), body: part('body') }
}

interface Passing {
  readonly call: VerifyCall
  readonly body: string
  readonly response: ServerResponse
}

async function passOn(url: string, { call, body, response }: Passing): Promise<void> {
  const headers = { 'content-type': call.contentType }
  const answer: HttpAnswer | null = await send({ url, method: 'POST', headers, body }).catch(() => null)
  if (answer === null) response.destroy()
  else response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
}

interface Meeting {
  readonly call: VerifyCall
  readonly response: ServerResponse
  readonly origin: string
}

function meet(fault: RelayFault, { call, response, origin }: Meeting): void {
  if ('say' in fault) respond(response, { ...fault, body: fault.say(call) })
  else if ('redirect' in fault) response.writeHead(fault.redirect, { location: `${origin}${ELSEWHERE}` }).end()
  else LOSSES[fault.lost](response)
}

const LOSSES = {
  dropped: (response: ServerResponse) => void response.destroy(),
  hanging: () => undefined,
  stalling: (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).write('{"header":{'),
} as const

interface Said {
  readonly body: string
  readonly status?: number
  readonly type?: string
}

function respond(response: ServerResponse, { body, status = 200, type = 'application/json' }: Said): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}
