/**
 * The H5 edition: a browser as the platform. Ids have the mini-program's width, so that a pre-sign has one reading.
 * Current browsers do not load the plain-http image on an https page (protocol.md §3): see {@link canRetrieveNumber}.
 *
 * @example
 * ```ts
 * import { createH5Sdk } from '@local-number/jssdk/h5'
 *
 * const attempt = createH5Sdk(window).createAttempt({ appId: '300011877495' })
 * ```
 *
 * @module
 */
import { commonPlatform, type NetworkType, type SdkPlatform } from './platform'
import { createSdk, type OwnSdk, type SdkOptions } from './sdk'
import { readBody, type Transport } from './transport'
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
  return createSdk(createH5Platform(browser), options)
}

/**
 * The document's `YDRZ` object inside a browser.
 *
 * @supported h5
 */
export function createH5Ydrz(browser: BrowserLike, options?: SdkOptions): Ydrz {
  return createYdrz(createH5Platform(browser), options)
}

/** Whether this page can load the image from that origin: an https page cannot load one over http. */
export function canRetrieveNumber({ location }: Pick<BrowserLike, 'location'>, imageOrigin: string): boolean {
  return location.protocol !== 'https:' || imageOrigin.startsWith('https:')
}

export function createH5Platform(browser: BrowserLike): SdkPlatform {
  return {
    ...commonPlatform,
    edition: 'h5',
    // Looked up at each call, since pages and tools replace fetch.
    post: createFetchTransport((input, init) => browser.fetch(input, init)),
    networkType: async () => readNetworkType(browser.navigator),
    fingerprint: (timezoneOffset) => composeFingerprint(browser, timezoneOffset),
    wxappid: () => undefined,
  }
}

/** Creates a {@link Transport} over `fetch`. */
export function createFetchTransport(send: typeof fetch): Transport {
  return async ({ url, body, headers, signal }) => {
    const response = await send(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      credentials: 'omit',
      signal,
    })
    return { status: response.status, body: readBody(await response.text()) }
  }
}

/** `connection.type` in browsers that have it. Not `effectiveType`, which measures speed and is `4g` on Wi-Fi, too. */
export function readNetworkType({
  onLine,
  connection,
}: Pick<BrowserLike['navigator'], 'onLine' | 'connection'>): NetworkType {
  if (!onLine || connection?.type === 'none') return 'none'
  return connection?.type === 'wifi' ? 'wifi' : 'unknown'
}

/** Page, browser, screen and time zone [H]. Without the page's query, which may hold private data. */
function composeFingerprint({ location, navigator, screen }: BrowserLike, timezoneOffset: number): string {
  return [
    location.origin + location.pathname,
    navigator.userAgent,
    navigator.language,
    `${screen.width}x${screen.height}x${screen.colorDepth}`,
    String(timezoneOffset),
  ].join('@@')
}
