// Whose requests count together: a client's IPv4 address, or its IPv6 network, since one subscriber gets a /64, and its
// IPv6 site, since one customer of a provider gets up to a /48.
import { isIP, isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

export type ClientAddress =
  | { readonly kind: 'ipv4'; readonly text: string }
  | { readonly kind: 'ipv6'; readonly network: string; readonly site: string }

/** Who cannot be told apart counts together: no address may mean no limit. */
const UNKNOWN: ClientAddress = { kind: 'ipv4', text: 'unknown' }

const NETWORK_BITS = 64
const SITE_BITS = 48

/** Takes a port and brackets off, as some proxies write them. An IPv4 address that is written as IPv6 is one. */
export function parseClientAddress(text: string): ClientAddress {
  // As most clients have, and as it is written below.
  if (isIPv4(text)) return { kind: 'ipv4', text }
  const host = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  if (isIP(host) === 0) return UNKNOWN
  const address = ipaddr.process(host)
  if (address.kind() === 'ipv4') return { kind: 'ipv4', text: address.toString() }
  const plain = address.toString().replace(/%.*$/, '')
  const cut = (bits: number) => ipaddr.IPv6.networkAddressFromCIDR(`${plain}/${bits}`).toString()
  return { kind: 'ipv6', network: cut(NETWORK_BITS), site: cut(SITE_BITS) }
}
