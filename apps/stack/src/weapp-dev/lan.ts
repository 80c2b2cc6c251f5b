// This machine's addresses on a local network: where a phone on the same Wi-Fi finds it.
import { networkInterfaces } from 'node:os'
import { StackError } from '../errors'

type Interfaces = ReturnType<typeof networkInterfaces>

/** The blocks that no router of the internet passes on: RFC 1918. */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/** Private IPv4 addresses, in the order of the interfaces. */
export function privateAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  return Object.values(interfaces)
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, address }) => !internal && PRIVATE.test(address))
    .map(({ address }) => address)
}

/**
 * The address to build the demo for.
 *
 * @param wanted an IPv4 address of this machine; otherwise the first private one
 * @throws StackError `noLanAddress`
 */
export function lanAddress(wanted: string | undefined, interfaces: Interfaces = networkInterfaces()): string {
  const own = Object.values(interfaces).flatMap((addresses = []) => addresses.map(({ address }) => address))
  const address = wanted ?? privateAddresses(interfaces)[0]
  if (address !== undefined && own.includes(address) && /^[\d.]+$/.test(address)) return address
  const problem = wanted ? `${wanted} is no IPv4 address of this machine` : 'this machine has no private IPv4 address'
  const found = privateAddresses(interfaces).join(', ') || 'none'
  throw new StackError(
    'noLanAddress',
    `${problem} (private ones: ${found}): join the phone's Wi-Fi, or give --host one`,
  )
}
