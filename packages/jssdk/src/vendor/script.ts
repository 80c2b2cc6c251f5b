// The carrier's own script: the methods of all its editions, and how their untyped answers are read.
import type { OpenType } from '@local-number/protocol'
import { SdkError } from '../errors'

/** Parameters of image and token request [S 2.4, 2.5.1]. */
export interface VendorData {
  /** Required by the older H5 editions. `1.0` in the HTTPS edition, else `1.2`. */
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
 * The carrier's `YDRZ` object of any edition: `jssdk.min.js` of the mini-program document, an older H5 script without
 * `getImgSrc`, a script of the HTTPS edition, or an object of this package. What its methods return is validated at
 * each call.
 */
export interface VendorYdrz {
  getConnection?(options: { readonly appId: string } & Callbacks): unknown
  getImgSrc?(data: VendorData): unknown
  getSign(appId: string, version: string): unknown
  getTokenInfo(options: { readonly data: VendorData & { readonly sign: string } } & Callbacks): unknown
}

/** @throws SdkError `scriptUnusable` for anything else, e.g. a module that exports nothing */
export function checkScript(ydrz: VendorYdrz): void {
  const { getSign, getTokenInfo } = toRecord(ydrz)
  if (typeof getSign !== 'function' || typeof getTokenInfo !== 'function') {
    throw new SdkError(
      'scriptUnusable',
      'this is not a YDRZ object: pass the object that the script exports or puts on window',
    )
  }
}

/** A method's text, or `''` when it throws or returns anything else. */
export function readText(ask: () => unknown): string {
  try {
    const given = ask()
    // A promise is no text, and nobody else waits for its rejection.
    if (given instanceof Promise) given.catch(() => undefined)
    return typeof given === 'string' ? given : ''
  } catch {
    return ''
  }
}

/** The fields of any value: a script's answers have no types. */
export function toRecord(given: unknown): Readonly<Record<string, unknown>> {
  return Object(given)
}
