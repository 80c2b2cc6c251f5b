// How the pre-sign of each edition is read and signed. The widths differ, so that no text is a pre-sign of two
// editions with different signatures.
import { type ImageEdition, type PreSignEdition, parseHttpsPreSign, parsePreSign } from '@local-number/protocol'
import { type Signer, signWithMd5, signWithRsa } from './signers'

/** What the server judges of a pre-sign. */
export interface PreSignIds {
  /** Used once. */
  readonly msgId: string
  /** 17 digits without a zone. */
  readonly timestamp: string
}

export interface PreSignEditionRules {
  /** Returns `null` for any text that is not exactly such a pre-sign of this app. */
  readonly read: (preSign: string, appId: string) => PreSignIds | null
  readonly sign: Signer
}

export const PRE_SIGN_EDITIONS: Readonly<Record<PreSignEdition, PreSignEditionRules>> = {
  miniProgram: { read: createImageReader('miniProgram'), sign: signWithRsa },
  h5: { read: createImageReader('h5'), sign: signWithRsa },
  h5Vendor: { read: createImageReader('h5Vendor'), sign: signWithRsa },
  httpsVendor: { read: readHttpsPreSign, sign: signWithMd5 },
}

export function isPreSignEdition(edition: string): edition is PreSignEdition {
  return Object.hasOwn(PRE_SIGN_EDITIONS, edition)
}

function createImageReader(edition: ImageEdition): PreSignEditionRules['read'] {
  return (preSign, appId) => parsePreSign(preSign, { appId, edition })
}

/** This edition's traceId is its msgId, too. */
function readHttpsPreSign(preSign: string, appId: string): PreSignIds | null {
  const fields = parseHttpsPreSign(preSign, appId)
  return fields && { msgId: fields.traceId, timestamp: fields.timestamp }
}
