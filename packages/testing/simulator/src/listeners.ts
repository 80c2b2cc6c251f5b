// Opens and closes the simulator's ports.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SimulatorError } from './common/errors'

export interface Place {
  /** 0 is any free port. */
  readonly port: number
  /** The option that chose the port, for the error. */
  readonly option: string
}

const LAST_PORT = 65_535

/** The open ports of one simulator, all on one host. */
export class Listeners {
  readonly #servers: Server[] = []

  constructor(private readonly host: string) {}

  /**
   * Opens a port.
   *
   * @returns the port that was really taken
   * @throws SimulatorError `portTaken`, `portUnusable`
   */
  async open(handler: RequestListener, place: Place): Promise<number> {
    if (!Number.isInteger(place.port) || place.port < 0 || place.port > LAST_PORT) {
      throw new SimulatorError(
        'portUnusable',
        `${place.option} comes to port ${place.port}: ports go up to ${LAST_PORT}`,
        { option: place.option },
      )
    }
    const server = createServer(handler)
    await listening(server, { ...place, host: this.host })
    this.#servers.push(server)
    return (server.address() as AddressInfo).port
  }

  /** Ends open connections too. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#servers.splice(0).map(closed))
  }

  /** The origin of a port as a client on this machine writes it: a wildcard address is no destination. */
  originOf(port: number): string {
    const wildcard = this.host === '0.0.0.0' || this.host === '::'
    const host = this.host.includes(':') ? `[${this.host}]` : this.host
    return `http://${wildcard ? '127.0.0.1' : host}:${port}`
  }
}

function listening(server: Server, { host, port, option }: Place & { readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message = `port ${port} on ${host} is taken: free it, or give the option ${option} another one`
      reject(error.code === 'EADDRINUSE' ? new SimulatorError('portTaken', message, { option }) : error)
    })
    server.listen({ host, port }, resolve)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
