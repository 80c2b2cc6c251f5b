// Serves the application over HTTP and stops without dropping requests.
import { createServer, type RequestListener } from 'node:http'
import { listen } from '@local-number/service-kit'
import type { Logger } from 'pino'
import { answerMalformedRequests } from './malformed-requests'

/** A request of 16 kB arrives faster; a slower one holds a connection for nothing. */
const REQUEST_TIMEOUT_MS = 10_000
/** Longer than a platform call may take. */
const GRACE_MS = 10_000

export interface Serving {
  /** Base URL, without a trailing slash. */
  readonly url: string
  /** Takes no new requests and waits for the running ones, at most ten seconds. */
  close(): Promise<void>
}

export interface ServePlace {
  readonly host: string
  readonly port: number
  /** The variable that chose the port, for errors. @default 'PORT' */
  readonly portSetting?: string
  /** How long a whole request may take to arrive, in ms; checked twice as often. @default 10_000 */
  readonly requestTimeoutMs?: number
}

/** @throws ListenError `portTaken`, `portUnusable`, `hostUnusable` */
export async function serve(handler: RequestListener, place: ServePlace, log: Logger): Promise<Serving> {
  const { host, port, portSetting = 'PORT', requestTimeoutMs: requestTimeout = REQUEST_TIMEOUT_MS } = place
  const server = createServer({ requestTimeout, connectionsCheckingInterval: requestTimeout / 2 }, handler)
  answerMalformedRequests(server, log)
  const { origin, close } = await listen(server, { host, port, portSetting })
  return { url: origin, close: () => close({ graceMs: GRACE_MS }) }
}
