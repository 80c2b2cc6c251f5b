// Http images inside WeChat's https page: iOS 18 and later loads them over https, without falling back to http
// (WebKit changes #9577 and #23919, protocol.md §3).

/** The first iOS that upgrades. */
const UPGRADING = 18

/** @param system as `wx.getSystemInfoSync()` names it, e.g. `iOS 18.1` */
export function upgradesHttpImages(system: unknown): boolean {
  const [, version] = /^(?:iOS|iPadOS) (\d+)/i.exec(String(system ?? '')) ?? []
  return version !== undefined && Number(version) >= UPGRADING
}

/** Returns the address that is loaded. Hosts that are IP addresses are exempt; a port stays, except for 80. */
export function upgradeAddress(address: string): string {
  if (!/^http:/i.test(address)) return address
  try {
    const url = new URL(address)
    if (isIpAddress(url.hostname)) return address
    // Port 80 is http's own, which a URL does not hold, so it becomes https's.
    url.protocol = 'https:'
    return url.href
  } catch {
    return address
  }
}

/** A URL writes every IPv4 address as four decimals, and an IPv6 address in brackets. */
function isIpAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith('[')
}
