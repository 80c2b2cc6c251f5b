// IP addresses in one form, so that they can be compared as text.
import { isIPv6, SocketAddress } from 'node:net'

/** How a dual-stack socket writes an IPv4 address. */
const MAPPED = /^::ffff:(?=\d+\.)/

/** The shortest form of an IPv6 address, without its zone; any other text stays as it is. */
export function normalizeIpAddress(address: string): string {
  return isIPv6(address) ? new SocketAddress({ address, family: 'ipv6' }).address.replace(MAPPED, '') : address
}

export function isListed(list: readonly string[], address: string): boolean {
  const normalized = normalizeIpAddress(address)
  return list.some((listed) => normalizeIpAddress(listed) === normalized)
}
