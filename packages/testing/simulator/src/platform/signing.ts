// Whether a text carries the customer's signature, and if not, why: the finding that a trace shows.

import type { CauseId } from '@local-number/protocol/return-codes'
import type { Part, SignatureFinding, SignatureReason } from '@local-number/simulator-contract'
import { diagnoseSignature } from '../crypto/diagnose-signature'
import { fingerprint } from '../crypto/keys'
import { isSignatureOf } from '../crypto/signature'
import type { AppCall } from './platform'

export interface SignedText {
  /** The pieces of the text, in the order in which they are joined. */
  readonly parts: readonly Part[]
  readonly sign: string
}

/** Any of the filed keys will do: a customer who changes keys files the new one beside the old. */
export function checkSignature({ app, platform }: AppCall, { parts, sign }: SignedText): SignatureFinding {
  const expectedText = parts.map(({ value }) => value).join('')
  const about = {
    expectedText,
    expectedParts: parts,
    scheme: app.signature,
    filedKeys: app.customerKeyFingerprints,
  }
  const signer = app.customerKeys.find((key) => isSignatureOf(expectedText, sign, { ...app.signature, key }))
  if (signer) return { ...about, verified: true, key: fingerprint(signer) }
  // Not all are tried where there are many: the newest are those that somebody is working with.
  const others = platform.apps.all.filter(({ appId }) => appId !== app.appId).reverse()
  const diagnosis = diagnoseSignature({
    sign,
    expected: parts,
    scheme: app.signature,
    filedKeys: app.customerKeys,
    otherApps: new Map(others.map(({ appId, customerKeys }) => [appId, customerKeys])),
    platformKeys: [app, ...others].map(({ platformKey }) => platformKey),
    otherTexts: platform.store.preSignsOf(app.appId),
  })
  // Someone may have signed what was to be encrypted.
  const found = diagnosis.found.replaceAll(app.appKey, '(appKey)')
  return { ...about, verified: false, reason: diagnosis.reason, found }
}

/** What 130018 comes from [S appendix 130018], by what was found; `null` where nothing was. */
export function causeOfRefusal({ platform, app }: AppCall, { reason, found }: RefusedFinding): CauseId | null {
  if (reason !== 'otherText') return SIGNATURE_CAUSES[reason]
  if (found === '') return null
  // Every getSign makes a new pre-sign (§2).
  return platform.store.preSignsOf(app.appId).includes(found) ? 'signedAnotherAttempt' : 'signedWithoutTool'
}

type RefusedFinding = Extract<SignatureFinding, { readonly verified: false }>

const SIGNATURE_CAUSES: Record<Exclude<SignatureReason, 'otherText'>, CauseId> = {
  malformed: 'signedWithoutTool',
  otherEncoding: 'signedWithoutTool',
  otherAlgorithm: 'signedWithoutTool',
  keyOfAnotherApp: 'keyPairMismatch',
  platformKey: 'keyPairMismatch',
  unknownKey: 'keyPairMismatch',
}
