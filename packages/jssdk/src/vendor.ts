/**
 * The carrier's own script as our port: promises, time limits, cancellation and typed codes around a `YDRZ` object.
 *
 * @module
 */
import { EDITIONS, type OwnEdition } from '@local-number/protocol'
import { askNetworkType } from './network-type'
import { type NetworkType, toNetworkType } from './platform'
import type { CarrierSdk } from './sdk'
import { newVendorAttempt } from './vendor/attempt'
import { fieldsOf, type VendorYdrz } from './vendor/script'

export type { VendorData, VendorYdrz } from './vendor/script'

export interface VendorDriverOptions {
  /** Where the script runs, which decides the image's referrer policy. Default `miniProgram`. */
  readonly edition?: OwnEdition
  /** Named to `getConnection` [S 2.2]. Default empty. */
  readonly appId?: string
}

/**
 * Drives the carrier's own script, of whatever edition, for code written against {@link CarrierSdk}. It finds out at each
 * attempt which order of `getSign` and `getImgSrc` the edition needs, and offers image and signing at once whenever their
 * ids agree. The script decides its own addresses and fingerprint: `origins` cannot reach it.
 *
 * A script serves one attempt at a time, so `createAttempt` needs a signal, and throws besides `invalidParameters`:
 * - `scriptBusy` while another attempt runs: one ends with its token request, or with its signal
 * - `idsRepeated` at the second attempt of a page, for a script that makes its ids once per page
 * - `scriptUnusable` for an object that is no `YDRZ`, or that gives no pre-sign or no image address
 *
 * @supported weapp, h5
 */
export function createVendorDriver(
  ydrz: VendorYdrz,
  { edition = 'miniProgram', appId = '' }: VendorDriverOptions = {},
): CarrierSdk {
  const { referrerPolicy } = EDITIONS[edition]
  return {
    edition,
    networkType: (limits) => askNetworkType(() => connectionOf(ydrz, appId), limits),
    createAttempt: (options, signal) => newVendorAttempt({ ydrz, referrerPolicy }, options, signal),
  }
}

/** Both callbacks name the network; an edition without the method knows nothing. */
async function connectionOf(ydrz: VendorYdrz, appId: string): Promise<NetworkType> {
  const result = await new Promise((done) => {
    if (typeof ydrz.getConnection === 'function') ydrz.getConnection({ appId, success: done, error: done })
    else done(undefined)
  })
  return toNetworkType(fieldsOf(result).netType)
}
