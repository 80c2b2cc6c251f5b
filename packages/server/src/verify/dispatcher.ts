// How connections to the platform are made: TLS, proxy, time to connect, and one connection per call.
import { isIP } from 'node:net'
import { Agent, type Dispatcher, ProxyAgent } from 'undici'
import type { ProxyOptions, TlsOptions } from '../options'
import { isIn, parseNetworks, toAddress } from './networks'

export interface DispatcherOptions {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string
  /** For a whole call, in ms. */
  readonly timeoutMs: number
  /** Before and after decompression. */
  readonly maxAnswerBytes: number
  readonly tls?: TlsOptions
  readonly proxy?: ProxyOptions
}

export function createDispatcher({ origin, timeoutMs, maxAnswerBytes, tls, proxy }: DispatcherOptions): Dispatcher {
  const { hostname } = new URL(origin)
  // Half, so that a second try fits.
  const connect = { ...tls, timeout: Math.ceil(timeoutMs / 2) }
  const options = {
    connect,
    maxResponseSize: maxAnswerBytes,
    // 0 closes each connection after its call. A request on an idle one that the platform has closed meanwhile counts
    // as sent: it could not be repeated, and the token would be lost. `bench/verify-connection.ts` shows the price.
    pipelining: 0,
  }
  if (!proxy?.url || !usesProxy(origin, proxy)) return new Agent(options)
  return new ProxyAgent({
    ...options,
    uri: toProxyAddress(proxy.url),
    // The name is given, because undici takes none from the address once `requestTls` is set.
    requestTls: { ...connect, ...(isIP(toAddress(hostname)) === 0 && { servername: hostname }) },
    proxyTls: { timeout: connect.timeout },
  })
}

/**
 * Whether calls to this origin use the proxy: https alone, not this machine, which no proxy can reach, and no host that
 * the proxy is bypassed for.
 */
export function usesProxy(origin: string, { url, bypass = '' }: ProxyOptions): boolean {
  const { protocol, hostname } = new URL(origin)
  return url !== undefined && protocol === 'https:' && !isLoopback(hostname) && !isBypassed(origin, bypass)
}

/** As curl reads NO_PROXY: `*` alone means all hosts; any other entry is a host with its subdomains, or a network. */
function isBypassed(origin: string, bypass: string): boolean {
  if (bypass.trim() === '*') return true
  const { hostname, port } = new URL(origin)
  const host = toAddress(hostname).replace(/\.$/, '')
  return bypass
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, name = entry, itsPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? []
      const isThisPort = itsPort === undefined || itsPort === (port || HTTPS_PORT)
      return isThisPort && isWithin(host, toAddress(name))
    })
}

const HTTPS_PORT = '443'

function isWithin(host: string, entry: string): boolean {
  const [address = '', bits] = entry.split('/')
  if (bits !== undefined) return isNetwork(address, bits) && isIn(parseNetworks([entry]), host)
  const name = entry.replace(/^\*?\./, '').replace(/\.$/, '')
  return name !== '' && (host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)))
}

function isNetwork(address: string, bits: string): boolean {
  const size = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return /^\d{1,3}$/.test(bits) && Number(bits) <= size
}

/** Whether the user name and the password in an address are percent-encoded, as its grammar demands. */
export function hasReadableCredentials(url: string): boolean {
  const { username, password } = new URL(url)
  try {
    decodeURIComponent(username)
    decodeURIComponent(password)
    return true
  } catch {
    return false
  }
}

/** Without a path, which undici refuses and other programs ignore. */
function toProxyAddress(url: string): string {
  return Object.assign(new URL(url), { pathname: '', search: '', hash: '' }).href
}

const LOOPBACK = parseNetworks(['127.0.0.0/8', '::1/128'])

function isLoopback(hostname: string): boolean {
  const host = toAddress(hostname)
  return isIn(LOOPBACK, host) || /^(?:.+\.)?localhost\.?$/i.test(host)
}
