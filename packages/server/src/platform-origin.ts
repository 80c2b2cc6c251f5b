// Where production must not send phone numbers, however the configuration came to say so.
import { BlockList, isIP } from 'node:net'
import { CARRIER_ORIGINS } from '@local-number/protocol'

/**
 * - `notHttps`: anyone on the way could read and change the answer
 * - `testLine`: it verifies any number for anyone (protocol.md §6)
 * - `privateHost`: this machine or its network: a simulator, not the carrier
 */
export type PlatformOriginFault = 'notHttps' | 'testLine' | 'privateHost'

/** The mini-program edition's test line, and the H5 edition's [H]. */
const TEST_LINE_HOSTS: readonly string[] = [new URL(CARRIER_ORIGINS.test.getToken).hostname, '120.197.235.101']

const PRIVATE_ADDRESSES = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE_ADDRESSES.addSubnet(network, bits, 'ipv4')
}
PRIVATE_ADDRESSES.addSubnet('::', 127, 'ipv6')
PRIVATE_ADDRESSES.addSubnet('fc00::', 7, 'ipv6')
PRIVATE_ADDRESSES.addSubnet('fe80::', 10, 'ipv6')

/** Names that the public DNS does not answer: no dot at all, or a suffix kept for machines nearby. */
const PRIVATE_NAME = /^[^.]*$|\.(?:localhost|local|internal|lan|home\.arpa|test|example|invalid)$/

/**
 * Everything that speaks against a platform's origin in production; empty when nothing does.
 *
 * @param origin an absolute URL. Its name is not resolved: what a public name leads to is not checked
 */
export function faultsOfPlatformOrigin(origin: string): PlatformOriginFault[] {
  const { protocol, hostname } = new URL(origin)
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const faults: PlatformOriginFault[] = []
  if (protocol !== 'https:') faults.push('notHttps')
  if (TEST_LINE_HOSTS.includes(host)) faults.push('testLine')
  if (isPrivate(host)) faults.push('privateHost')
  return faults
}

function isPrivate(host: string): boolean {
  const version = isIP(host)
  return version === 0 ? PRIVATE_NAME.test(host) : PRIVATE_ADDRESSES.check(host, version === 4 ? 'ipv4' : 'ipv6')
}
