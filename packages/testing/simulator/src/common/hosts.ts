// Which host names are safe to listen on or to be called by.
import { isIP } from 'node:net'

/** The default address to listen on: no other machine reaches it. */
export const LOOPBACK = '127.0.0.1'

/**
 * Whether DNS rebinding cannot point the host here: an IP address, a single word (as containers call each other), or a
 * name that never leaves the machine.
 */
export function isSafeHost(hostname: string): boolean {
  const name = normalize(hostname)
  return isIP(name) !== 0 || !name.includes('.') || name.endsWith('.localhost')
}

export function isLoopbackHost(hostname: string): boolean {
  const name = normalize(hostname)
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** URLs write IPv6 addresses in brackets. */
function normalize(hostname: string): string {
  return hostname.toLowerCase().replace(/^\[|\]$/g, '')
}
