// Whether the host of a URL is an address in one of some networks.
import { BlockList, isIP } from 'node:net'

/** `BlockList` matches IPv4-mapped IPv6 addresses against IPv4 networks by itself. */
export function parseNetworks(all: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of all) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

export function isIn(list: BlockList, host: string): boolean {
  return isIP(host) !== 0 && list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6')
}

/** A URL's hostname without the brackets of an IPv6 address. */
export function toAddress(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}
