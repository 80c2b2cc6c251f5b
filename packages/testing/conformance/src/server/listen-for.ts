// The suite's own listeners, each at the address that an option names.
import type { Server } from 'node:http'
import { isListenError, listen } from '@local-number/service-kit'
import { Unusable } from '../unusable'

/** Port 0 lets the system choose. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

export function parseListenAddress(address: string): ListenAddress {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port || 80) }
}

/**
 * @param name of the listener, and without dashes of its option
 * @throws Unusable if it cannot listen
 */
export function listenFor(name: 'relay' | 'inbox', server: Server, at: ListenAddress) {
  const place = { ...at, portSetting: `--${name}`, hostSetting: `--${name}` }
  return listen(server, place).catch((error: unknown) => {
    throw isListenError(error) ? new Unusable(`the ${name} cannot listen: ${error.message}`) : error
  })
}
