// A browser as the platform of the HTTPS edition.
import { encodeBase64 } from '../base64'
import { createFetchTransport, readNetworkType } from '../h5'
import { hashLowBytes } from '../md5'
import { commonPlatform } from '../platform'
import type { HttpsPlatform } from './platform'

/** The members of `window` that the edition uses. */
export interface HttpsBrowserLike {
  readonly navigator: {
    readonly platform: string
    readonly userAgent: string
    readonly appVersion: string
    readonly cookieEnabled: boolean
    /** Old Internet Explorer has it. */
    readonly cpuClass?: string
    readonly hardwareConcurrency: number
    readonly language: string
    /** Printed as a text. */
    readonly plugins: unknown
    readonly onLine: boolean
    readonly connection?: { readonly type?: string }
  }
  readonly screen: { readonly availWidth: number; readonly colorDepth: number }
  readonly fetch: typeof fetch
}

export function createHttpsH5Platform(browser: HttpsBrowserLike): HttpsPlatform {
  return {
    ...commonPlatform,
    edition: 'httpsH5',
    imageEdition: 'h5',
    headers: {},
    callType: null,
    // Looked up at each call, since pages and tools replace fetch.
    post: createFetchTransport((input, init) => browser.fetch(input, init)),
    networkType: async () => readNetworkType(browser.navigator),
    userInformation: () => encodeURIComponent(encodeBase64(toUtf8(composeFingerprint(browser)))),
    wxappid: () => undefined,
    forcesCellular: () => false,
  }
}

/**
 * That script reads `navigator.availHeight` and `Date.getTimezoneOffset`, too, which do not exist and print as
 * `undefined` (protocol.md §9 [V]).
 */
function composeFingerprint({ navigator, screen }: HttpsBrowserLike): string {
  const { platform, userAgent, appVersion, cookieEnabled, cpuClass, hardwareConcurrency, language, plugins } = navigator
  const browserFields = [
    platform,
    userAgent,
    appVersion,
    cookieEnabled,
    cpuClass,
    hardwareConcurrency,
    language,
    plugins,
  ]
  const screenFields = [screen.availWidth, undefined, screen.colorDepth, undefined]
  const hashed = [...browserFields, ...screenFields].map(String).join('@@')
  return [platform, userAgent, hashLowBytes(hashed)].map(String).join('@@')
}

/** One character for each byte. */
function toUtf8(text: string): string {
  return encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
