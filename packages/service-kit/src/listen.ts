// Opens a port, and closes it again without dropping requests.
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import { Server as TlsServer } from 'node:tls'
import { isPort, ListenError, type ListenPlace, toListenError } from './listen-error'

export interface CloseOptions {
  /** How long running requests may take to finish, in ms, before their connections end. @default 0 */
  readonly graceMs?: number
}

export interface Listening {
  /** The port that was opened: never 0. */
  readonly port: number
  /** Scheme, host and port that work from this machine, also when the server listens on all addresses. */
  readonly origin: string
  /** Takes no new requests and resolves when all connections have ended. */
  close(options?: CloseOptions): Promise<void>
}

/**
 * Opens the server's port.
 *
 * @example
 * const { origin, close } = await listen(createServer(handler), { host: '127.0.0.1', port: 0, portSetting: 'PORT' })
 * @param server an http or https server that does not listen yet
 * @throws ListenError `portTaken`, `portUnusable`, `hostUnusable`
 */
export async function listen(server: Server, place: ListenPlace): Promise<Listening> {
  const { host, port } = place
  if (!isPort(port)) throw new ListenError('portUnusable', place)
  server.listen(port, host)
  await once(server, 'listening').catch((error) => {
    throw toListenError(error, place)
  })
  const bound = server.address() as AddressInfo
  const scheme = server instanceof TlsServer ? 'https' : 'http'
  return { port: bound.port, origin: toOrigin({ ...bound, scheme }), close: (options) => close(server, options) }
}

async function close(server: Server, { graceMs = 0 }: CloseOptions = {}): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if (graceMs === 0) server.closeAllConnections()
  // `close` ends only connections that are idle already: this ends those that become idle from now on.
  server.keepAliveTimeout = 1
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}

const WILDCARDS: readonly string[] = ['0.0.0.0', '::']

/** The origin of a server as a client on this machine writes it: a wildcard address is not a destination. */
export function toOrigin({
  scheme = 'http',
  address,
  port,
}: {
  scheme?: string
  address: string
  port: number
}): string {
  const host = WILDCARDS.includes(address) ? '127.0.0.1' : address
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`
}
