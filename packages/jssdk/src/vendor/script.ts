// The carrier's own script: its methods as every edition has them, and what they may give where the document says text.
import type { OpenType } from '@local-number/protocol'
import { SdkError } from '../errors'

/** What image and token request are told [S 2.4, 2.5.1]. */
export interface VendorData {
  /** Asked for by the older H5 editions. */
  readonly version: string
  readonly appId: string
  readonly openType: OpenType
  /** `k=v|k=v`, or the empty text. */
  readonly expandParams: string
  /** `'0'` is the test line, `'1'` production. */
  readonly isTest: '0' | '1'
}

interface Callbacks {
  success(result: unknown): void
  error(result: unknown): void
}

/**
 * The carrier's `YDRZ` object, of whatever edition: `jssdk.min.js` of the mini-program document, an older H5 script
 * without `getImgSrc`, or `createYdrz` of this package. What its methods give is checked when they are called.
 */
export interface VendorYdrz {
  getConnection?(options: { readonly appId: string } & Callbacks): unknown
  getImgSrc?(data: VendorData): unknown
  getSign(appId: string, version: string): unknown
  getTokenInfo(options: { readonly data: VendorData & { readonly sign: string } } & Callbacks): unknown
}

/** @throws SdkError `scriptUnusable` for what is no such object: a module that exports nothing, for example */
export function checkScript(ydrz: VendorYdrz): void {
  const { getSign, getTokenInfo } = fieldsOf(ydrz)
  if (typeof getSign !== 'function' || typeof getTokenInfo !== 'function') {
    throw new SdkError('scriptUnusable', 'this is no YDRZ object: pass what the script exports or puts on window')
  }
}

/** A method's text, or `''` when it throws or gives anything else. */
export function textOf(ask: () => unknown): string {
  try {
    const given = ask()
    return typeof given === 'string' ? given : ''
  } catch {
    return ''
  }
}

/** Of anything at all: what a script gives is typed by nobody. */
export function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  return Object(given)
}
