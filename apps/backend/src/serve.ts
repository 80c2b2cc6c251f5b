// Serves the application over HTTP and stops without dropping requests.
import { createServer, type RequestListener } from 'node:http'
import { listen } from '@local-number/service-kit'
import type { Logger } from 'pino'
import { observeArrivals } from './arrivals'
import { answerMalformedRequests, requireHost } from './malformed-requests'
import { countMostConnections } from './most-connections'
import { limitUnanswered, observeAnswers } from './unanswered'

/** A request of 16 kB arrives faster; a slower one holds a connection for nothing. */
const REQUEST_TIMEOUT_MS = 10_000
/** For reading and writing besides. */
const MARGIN_MS = 1_000

export interface Serving {
  /** Base URL, without a trailing slash. */
  readonly url: string
  /** Takes no new requests and waits for the running ones, for as long as the slowest may take. */
  close(): Promise<void>
}

export interface ServePlace {
  readonly host: string
  readonly port: number
  /** The variable that chose the port, for errors. @default 'PORT' */
  readonly portSetting?: string
  /** How long a whole request may take to arrive, in ms; checked twice as often. @default 10_000 */
  readonly requestTimeoutMs?: number | undefined
  /** How long a stopping service still listens, in ms: for what is on its way. @default 500 */
  readonly stopNoticeMs?: number | undefined
  /** How long an answer may take once its request has arrived, in ms. @default 0 */
  readonly answerMs?: number
}

/** @throws ListenError `portTaken`, `portUnusable`, `hostUnusable` */
export async function serve(handler: RequestListener, place: ServePlace, log: Logger): Promise<Serving> {
  const {
    host,
    port,
    portSetting = 'PORT',
    requestTimeoutMs: requestTimeout = REQUEST_TIMEOUT_MS,
    stopNoticeMs,
    answerMs = 0,
  } = place
  const options = { requestTimeout, connectionsCheckingInterval: requestTimeout / 2, requireHostHeader: false }
  const server = createServer(options)
  const longest = requestTimeout + answerMs + MARGIN_MS
  // Of a connection over which nothing comes or goes: a client that reads no answer would keep it, and the answer.
  server.timeout = longest
  server.maxConnections = countMostConnections()
  const findUnanswered = observeAnswers(server)
  server.on('request', limitUnanswered(findUnanswered, requireHost(handler, log)))
  // An unknown expectation may be ignored (RFC 9110 §10.1.1): Node would refuse it without a body.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  answerMalformedRequests(server, findUnanswered, log)
  const waitForArrivals = observeArrivals(server, stopNoticeMs)
  const { origin, close } = await listen(server, { host, port, portSetting })
  return {
    url: origin,
    async close() {
      await waitForArrivals()
      await close({ graceMs: longest })
    },
  }
}
