// How connections to the platform are made: TLS, proxy, time to connect, and one connection per call.
import { isIP } from 'node:net'
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
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
  if (!proxy?.url || !mayUseProxy(origin)) return new Agent(options)
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: toProxyAddress(proxy.url),
    // An empty text, so that the variable of this name is not read.
    httpProxy: '',
    noProxy: proxy.bypass ?? '',
    // The name is given, because undici takes none from the address once `requestTls` is set.
    requestTls: { ...connect, ...(isIP(toAddress(hostname)) === 0 && { servername: hostname }) },
    proxyTls: { timeout: connect.timeout },
  })
}

/** Whether a proxy of https requests applies: not to http, and not to this machine, which no proxy can reach. */
export function mayUseProxy(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' && !isLoopback(hostname)
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
