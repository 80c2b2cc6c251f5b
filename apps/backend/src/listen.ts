// Opens the port and closes it again without dropping requests.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { answerBrokenRequests } from './broken-requests'
import { StartError, type StartErrorCode } from './start-error'

/** A request of 16 kB takes no longer; who sends slower holds a connection for nothing. */
const REQUEST_TIMEOUT_MS = 10_000
/** Longer than a platform call may take. */
const GRACE_MS = 10_000

export interface Listening {
  readonly url: string
  /** Takes no new requests, waits for the running ones, at most ten seconds. */
  close(): Promise<void>
}

export interface Place {
  readonly host: string
  readonly port: number
  /** For a whole request to arrive; looked after twice as often. */
  readonly requestTimeoutMs?: number
}

/** @throws StartError `addressTaken`, `addressUnusable` */
export async function listen(handler: RequestListener, place: Place, log: Logger): Promise<Listening> {
  const { host, port, requestTimeoutMs: requestTimeout = REQUEST_TIMEOUT_MS } = place
  const server = createServer({ requestTimeout, connectionsCheckingInterval: requestTimeout / 2 }, handler)
  answerBrokenRequests(server, log)
  server.listen(port, host)
  await once(server, 'listening').catch((error) => {
    throw explained(error, `${host}:${port}`)
  })
  return { url: urlOf(server.address() as AddressInfo), close: () => close(server) }
}

const EXPLANATIONS: Readonly<Record<string, readonly [code: StartErrorCode, explanation: string]>> = {
  EADDRINUSE: ['addressTaken', 'is taken: stop what listens there, or set PORT to another port'],
  EACCES: ['addressUnusable', 'is not allowed for this user: set PORT to 1024 or more'],
  EADDRNOTAVAIL: ['addressUnusable', 'is no address of this machine: check HOST'],
  ENOTFOUND: ['addressUnusable', 'is no address of this machine: check HOST'],
}

function explained(error: NodeJS.ErrnoException, address: string): unknown {
  const known = EXPLANATIONS[error.code ?? '']
  return known ? new StartError(known[0], `${address} ${known[1]}`) : error
}

/** A URL that works from this machine, also when the service listens on all addresses. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Connections that fall idle from now on are not kept: `close` ends only those that are idle already.
  server.keepAliveTimeout = 1
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(impatience)
}
