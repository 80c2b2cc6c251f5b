// Whose requests count together: a client's IPv4 address, or its IPv6 network, since one subscriber gets a /64.
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type ClientAddress =
  | { readonly kind: 'ipv4'; readonly text: string }
  | { readonly kind: 'ipv6Network'; readonly text: string }

const SUBSCRIBER_BITS = 64

/** `null` for a text that is no address. An IPv4 address that is written as IPv6 counts as what it is. */
export function parseClientAddress(text: string): ClientAddress | null {
  if (isIP(text) === 0) return null
  const address = ipaddr.process(text)
  if (address.kind() === 'ipv4') return { kind: 'ipv4', text: address.toString() }
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(address.toString())}/${SUBSCRIBER_BITS}`)
  return { kind: 'ipv6Network', text: network.toString() }
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '')
}
