// Origins to which production must not send phone numbers.
import { isIP } from 'node:net'
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { isIn, parseNetworks, toAddress } from './networks'

/**
 * - `notHttps`: anyone on the way could read and change the answer
 * - `testLine`: it verifies any number for anyone (protocol.md §6)
 * - `privateHost`: this machine or its network: a simulator, not the carrier
 */
export type PlatformOriginFault = 'notHttps' | 'testLine' | 'privateHost'

/** The mini-program edition's test line, and the H5 edition's [H]. */
const TEST_LINE = parseNetworks([`${new URL(CARRIER_ORIGINS.test.getToken).hostname}/32`, '120.197.235.101/32'])

/**
 * Loopback, private, shared, link-local, special, multicast and reserved addresses (IANA's registries), and the IPv6
 * addresses that stand for an IPv4 one: the carrier uses none of them.
 */
const PRIVATE_ADDRESSES = parseNetworks(
  [
    ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ['224.0.0.0/3', '::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001:db8::/32'],
    ['2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ].flat(),
)

/** Names that the public DNS does not resolve: without a dot, or with a suffix reserved for local machines. */
const PRIVATE_NAME = /^[^.]*$|\.(?:localhost|local|internal|lan|home|home\.arpa|corp|intranet|test|example|invalid)$/

/**
 * Finds every reason against a platform's origin in production; empty if there is none.
 *
 * @param origin an absolute URL. Its name is not resolved: a public name that leads to a private address passes
 * @throws TypeError if it is not a URL
 */
export function findPlatformOriginFaults(origin: string): PlatformOriginFault[] {
  const { protocol, hostname } = new URL(origin)
  const host = toAddress(hostname).replace(/\.+$/, '')
  const faults: PlatformOriginFault[] = []
  if (protocol !== 'https:') faults.push('notHttps')
  if (isIn(TEST_LINE, host)) faults.push('testLine')
  if (isIn(PRIVATE_ADDRESSES, host) || (isIP(host) === 0 && PRIVATE_NAME.test(host))) faults.push('privateHost')
  return faults
}
