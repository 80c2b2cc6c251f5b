// This machine's addresses on a local network, under which a phone on the same Wi-Fi reaches it.
import { networkInterfaces } from 'node:os'
import { StackError } from '../errors'

type Interfaces = ReturnType<typeof networkInterfaces>

/** The address blocks for private networks (RFC 1918). */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/** Lists private IPv4 addresses, in the order of the interfaces. */
export function listPrivateAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  return Object.values(interfaces)
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, address }) => !internal && PRIVATE.test(address))
    .map(({ address }) => address)
}

/**
 * Finds the address to build the demo for.
 *
 * @param wanted an IPv4 address of this machine; the first private one by default
 * @throws StackError `noLanAddress`
 */
export function findLanAddress(wanted: string | undefined, interfaces: Interfaces = networkInterfaces()): string {
  const own = Object.values(interfaces).flatMap((addresses = []) => addresses.map(({ address }) => address))
  const address = wanted ?? listPrivateAddresses(interfaces)[0]
  if (address !== undefined && own.includes(address) && /^[\d.]+$/.test(address)) return address
  const problem = wanted
    ? `${wanted} is not an IPv4 address of this machine`
    : 'this machine has no private IPv4 address'
  const found = listPrivateAddresses(interfaces).join(', ') || 'none'
  throw new StackError(
    'noLanAddress',
    `${problem} (private ones: ${found}): join the phone's Wi-Fi, or set --host to one of them`,
  )
}
