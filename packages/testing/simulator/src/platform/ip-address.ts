// IP addresses in one form, so that they can be compared as text however they were written.
import { isIPv6, SocketAddress } from 'node:net'

/** How a dual-stack socket writes an IPv4 address. */
const MAPPED = /^::ffff:(?=\d+\.)/

/** IPv6 as short as it gets, without a zone, and IPv4 as itself. What is no address stays as it is. */
export function plainAddress(address: string): string {
  return isIPv6(address) ? new SocketAddress({ address, family: 'ipv6' }).address.replace(MAPPED, '') : address
}

export function isListed(list: readonly string[], address: string): boolean {
  const plain = plainAddress(address)
  return list.some((listed) => plainAddress(listed) === plain)
}
