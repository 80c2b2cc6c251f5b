// Verifies the customer's signature of a text, and finds out why it does not fit: the finding that a trace shows.

import type { CauseId } from '@local-number/protocol/return-codes'
import type { Part, SignatureFinding, SignatureReason } from '@local-number/simulator-contract'
import { diagnoseSignature } from '../crypto/diagnose-signature'
import { toFingerprint } from '../crypto/keys'
import { verifySignature } from '../crypto/signature'
import type { AppCall } from './platform'

export interface SignedText {
  /** The pieces of the text, in the order in which they are joined. */
  readonly parts: readonly Part[]
  readonly sign: string
}

/** Any registered key may have signed: a customer who changes keys registers the new one beside the old. */
export function checkSignature({ app, platform }: AppCall, { parts, sign }: SignedText): SignatureFinding {
  const expectedText = parts.map(({ value }) => value).join('')
  const expected = {
    expectedText,
    expectedParts: parts,
    scheme: app.signature,
    registeredKeys: app.customerKeyFingerprints,
  }
  const signer = app.customerKeys.find((key) => verifySignature(expectedText, sign, { ...app.signature, key }))
  if (signer) return { ...expected, verified: true, key: toFingerprint(signer) }
  // With many apps not all are tried: the newest ones are in use most likely.
  const others = platform.apps.all.filter(({ appId }) => appId !== app.appId).reverse()
  const diagnosis = diagnoseSignature({
    sign,
    expected: parts,
    scheme: app.signature,
    registeredKeys: app.customerKeys,
    otherApps: new Map(others.map(({ appId, customerKeys }) => [appId, customerKeys])),
    platformKeys: [app, ...others].map(({ platformKey }) => platformKey),
    otherTexts: platform.store.listRecentPreSigns(app.appId),
  })
  // The caller may have signed the text that was to be encrypted.
  const found = diagnosis.found.replaceAll(app.appKey, '(appKey)')
  return { ...expected, verified: false, reason: diagnosis.reason, found }
}

/** The cause of 130018 [S appendix 130018]; `null` if nothing was found out. */
export function toSignatureCause({ platform, app }: AppCall, { reason, found }: RefusedFinding): CauseId | null {
  if (reason !== 'otherText') return CAUSES[reason]
  if (found === '') return null
  // Every getSign makes a new pre-sign (§2).
  return platform.store.listRecentPreSigns(app.appId).includes(found) ? 'signedAnotherAttempt' : 'signedWithoutTool'
}

type RefusedFinding = Extract<SignatureFinding, { readonly verified: false }>

const CAUSES: Record<Exclude<SignatureReason, 'otherText'>, CauseId> = {
  malformed: 'signedWithoutTool',
  otherEncoding: 'signedWithoutTool',
  otherAlgorithm: 'signedWithoutTool',
  keyOfAnotherApp: 'keyPairMismatch',
  platformKey: 'keyPairMismatch',
  unknownKey: 'keyPairMismatch',
}
