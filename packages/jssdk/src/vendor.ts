/**
 * The carrier's own script behind our interface: promises, time limits, cancellation and typed codes around `YDRZ`.
 *
 * @example
 * ```ts
 * import { createVendorDriver } from '@local-number/jssdk/vendor'
 *
 * const sdk = createVendorDriver(YDRZ) // createLogin takes it as the `sdk` of an edition
 * ```
 *
 * @module
 */
import { IMAGE_EDITIONS, type OwnImageEdition } from '@local-number/protocol'
import type { PreSignAttempt } from './attempt'
import { askNetworkType } from './network-type'
import type { AttemptOptions } from './parameters'
import { type NetworkType, toNetworkType } from './platform'
import type { CarrierSdk } from './sdk'
import { buildVendorAttempt } from './vendor/attempt'
import { toRecord, type VendorYdrz } from './vendor/script'

export { isHttpsScript } from './vendor/edition'
export type { VendorData, VendorYdrz } from './vendor/script'

/** The carrier's own script as an SDK: its pre-sign is always signed by the business server. */
export interface VendorSdk extends CarrierSdk {
  createAttempt(options: AttemptOptions, signal: AbortSignal): PreSignAttempt
}

export interface VendorDriverOptions {
  /**
   * Where the script runs, which decides the image's referrer policy.
   *
   * @default 'miniProgram'
   */
  readonly edition?: OwnImageEdition
  /**
   * Passed to `getConnection` [S 2.2].
   *
   * @default ''
   */
  readonly appId?: string
}

/**
 * Drives any edition of the carrier's own script, for code written against {@link CarrierSdk}. At each attempt it finds
 * out which order of `getSign` and `getImgSrc` the edition needs; if their ids agree, image and signing run together.
 * Of a script of the HTTPS edition, see {@link isHttpsScript}, the business server signs `httpsVendor`.
 * The script decides its own addresses and fingerprint: `origins` has no effect on it.
 *
 * A script serves one attempt at a time, so `createAttempt` needs a signal. It throws `invalidParameters`, and
 * - `scriptBusy` while another attempt runs; an attempt ends with its token request or its signal
 * - `idsRepeated` at the second attempt of a page, for a script that creates its ids once per page
 * - `scriptUnusable` for an object that is not a `YDRZ`, or that returns no pre-sign or no image address
 *
 * @supported weapp, h5
 */
export function createVendorDriver(
  ydrz: VendorYdrz,
  { edition = 'miniProgram', appId = '' }: VendorDriverOptions = {},
): VendorSdk {
  const { referrerPolicy } = IMAGE_EDITIONS[edition]
  return {
    edition,
    networkType: (limits) => askNetworkType(() => askConnection(ydrz, appId), limits),
    createAttempt: (options, signal) => buildVendorAttempt({ ydrz, referrerPolicy }, options, signal),
  }
}

/** Both callbacks name the network; for an edition without the method it is unknown. */
async function askConnection(ydrz: VendorYdrz, appId: string): Promise<NetworkType> {
  const result = await new Promise((done) => {
    if (typeof ydrz.getConnection === 'function') ydrz.getConnection({ appId, success: done, error: done })
    else done(undefined)
  })
  return toNetworkType(toRecord(result).netType)
}
