/**
 * The H5 edition: a browser as the platform. Ids have the mini-program's width, so that a pre-sign parses uniquely.
 * From an https page the plain-http image cannot load in current browsers (protocol.md §3): see {@link canTakeNumber}.
 *
 * @module
 */
import { commonPlatform, type NetworkType, type SdkPlatform } from './platform'
import { createSdk, type OwnSdk, type SdkOptions } from './sdk'
import type { Transport } from './transport'
import { createYdrz, type Ydrz } from './ydrz'

/** The members of `window` that the edition uses. */
export interface BrowserLike {
  readonly location: { readonly protocol: string; readonly origin: string; readonly pathname: string }
  readonly navigator: {
    readonly userAgent: string
    readonly language: string
    readonly onLine: boolean
    readonly connection?: { readonly type?: string }
  }
  readonly screen: { readonly width: number; readonly height: number; readonly colorDepth: number }
  readonly fetch: typeof fetch
}

/**
 * The SDK inside a browser.
 *
 * @supported h5
 */
export function createH5Sdk(browser: BrowserLike, options?: SdkOptions): OwnSdk {
  return createSdk(h5Platform(browser), options)
}

/**
 * The document's `YDRZ` object inside a browser.
 *
 * @supported h5
 */
export function createH5Ydrz(browser: BrowserLike, options?: SdkOptions): Ydrz {
  return createYdrz(h5Platform(browser), options)
}

/** Whether this page may load an image from that origin: an https page cannot load one over http. */
export function canTakeNumber({ location }: Pick<BrowserLike, 'location'>, imageOrigin: string): boolean {
  return location.protocol !== 'https:' || imageOrigin.startsWith('https:')
}

export function h5Platform(browser: BrowserLike): SdkPlatform {
  return {
    ...commonPlatform,
    edition: 'h5',
    // Looked up when it is called: pages and their tools replace fetch.
    post: fetchTransport((input, init) => browser.fetch(input, init)),
    networkType: async () => browserNetworkType(browser.navigator),
    fingerprint: (timezoneOffset) => h5Fingerprint(browser, timezoneOffset),
    wxappid: () => undefined,
  }
}

/** {@link Transport} over `fetch`. */
export function fetchTransport(send: typeof fetch): Transport {
  return async ({ url, body, headers, signal }) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal,
    })
    return { status: response.status, body: parsed(await response.text()) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `connection.type` where a browser has it. `effectiveType` measures speed and says `4g` on Wi-Fi too: never read. */
function browserNetworkType({ onLine, connection }: BrowserLike['navigator']): NetworkType {
  if (!onLine || connection?.type === 'none') return 'none'
  return connection?.type === 'wifi' ? 'wifi' : 'unknown'
}

/** Page, browser, screen and zone [H]. The page's query stays out: it may hold what is nobody's business. */
function h5Fingerprint({ location, navigator, screen }: BrowserLike, timezoneOffset: number): string {
  return [
    location.origin + location.pathname,
    navigator.userAgent,
    navigator.language,
    `${screen.width}x${screen.height}x${screen.colorDepth}`,
    String(timezoneOffset),
  ].join('@@')
}
