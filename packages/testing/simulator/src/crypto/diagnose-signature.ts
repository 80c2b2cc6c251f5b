// Why a signature was refused. A signature can be opened with the public key of its maker, so the platform can tell the
// right key over another text from another key. What a signature does not show is guessed among the usual mistakes.

import { constants, type KeyObject, privateDecrypt } from 'node:crypto'
import type { SignatureReason, SignatureScheme } from '@local-number/simulator-contract'
import { removeEncryptionPadding } from './decrypt'
import { generateLikelyTexts, type TextPart } from './likely-texts'
import { isReadable, type OpenedSignature, openSignature } from './open-signature'
import { type DecodedSignature, decodeSignature } from './signature-encodings'

/** A signature that none of the app's keys verifies. */
export interface RefusedSignature {
  readonly sign: string
  /** The pieces of the text that had to be signed, in order. */
  readonly expected: readonly TextPart[]
  readonly scheme: SignatureScheme
  readonly registeredKeys: readonly KeyObject[]
  /** The customer keys of the other apps, by appId, the likeliest first: only some are tried. */
  readonly otherApps: ReadonlyMap<string, readonly KeyObject[]>
  /** The private halves of the platform's own keys, the app's first: only some are tried. */
  readonly platformKeys: readonly KeyObject[]
  /** Texts that may have been signed instead, e.g. the app's earlier pre-signs. Variants of `expected` are built in. */
  readonly otherTexts: readonly string[]
}

/** `found` can contain the pieces of the expected text: the caller masks a token in it. */
export interface SignatureDiagnosis {
  readonly reason: SignatureReason
  readonly found: string
}

/** What every diagnosis works with. */
interface Case extends RefusedSignature {
  readonly decoded: readonly DecodedSignature[]
  readonly expectedText: string
}

type Diagnose = (refused: Case) => SignatureDiagnosis | null

/** The most telling first. */
const DIAGNOSES: readonly Diagnose[] = [tryRegisteredKeys, tryKeysOfOtherApps, tryPlatformKeys]

/**
 * A simulator may hold a thousand apps. Every key costs an RSA operation on the only thread, and a platform key also a
 * private one, which takes some ten times as long: wrong signatures must not keep the simulator busy. People mix up the
 * few keys that they have, so fifty keys besides the app's own are enough.
 */
const MAX_KEYS_OF_OTHER_APPS = 40
const MAX_PLATFORM_KEYS = 10

/** Takes a few milliseconds at most, with any number of keys. Never throws. */
export function diagnoseSignature(refused: RefusedSignature): SignatureDiagnosis {
  const decoded = decodeSignature(refused.sign)
  if (decoded.length === 0) return { reason: 'malformed', found: '' }
  const expectedText = refused.expected.map(({ value }) => value).join('')
  for (const diagnose of DIAGNOSES) {
    const diagnosis = diagnose({ ...refused, decoded, expectedText })
    if (diagnosis) return diagnosis
  }
  return { reason: 'unknownKey', found: '' }
}

function tryRegisteredKeys(refused: Case): SignatureDiagnosis | null {
  const [opened] = openWithKeys(refused, refused.registeredKeys)
  if (!opened) return null
  const { signature, encoding } = opened
  if (!signature.matches(refused.expectedText)) {
    return { reason: 'otherText', found: guessSignedText(signature, refused) }
  }
  return signature.algorithm === refused.scheme.algorithm
    ? { reason: 'otherEncoding', found: encoding }
    : { reason: 'otherAlgorithm', found: signature.algorithm }
}

function tryKeysOfOtherApps(refused: Case): SignatureDiagnosis | null {
  const owned = [...refused.otherApps].flatMap(([appId, keys]) => keys.map((key) => ({ appId, key })))
  const owner = owned.slice(0, MAX_KEYS_OF_OTHER_APPS).find(({ key }) => openWithKeys(refused, [key]).length > 0)
  return owner ? { reason: 'keyOfAnotherApp', found: owner.appId } : null
}

/** Signed with the platform's private key, or, by a caller who has only its public key, encrypted with that. */
function tryPlatformKeys(refused: Case): SignatureDiagnosis | null {
  const { decoded } = refused
  const platformKeys = refused.platformKeys.slice(0, MAX_PLATFORM_KEYS)
  const isSigned = openWithKeys(refused, platformKeys).length > 0
  const usesPlatformKey =
    isSigned || platformKeys.some((key) => decoded.some(({ bytes }) => isEncryptedFor(key, bytes)))
  return usesPlatformKey ? { reason: 'platformKey', found: '' } : null
}

/** Only for readable text: one random block in some hundred thousand looks padded. */
function isEncryptedFor(key: KeyObject, bytes: Buffer): boolean {
  try {
    const text = removeEncryptionPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes))
    return text !== null && isReadable(text.toString('utf8'))
  } catch {
    return false
  }
}

/** Opens the signature with those of the keys that belong to it. */
function openWithKeys({ decoded, expectedText }: Case, keys: readonly KeyObject[]) {
  return decoded.flatMap(({ encoding, bytes }) =>
    keys.flatMap((key) => {
      const signature = openSignature(bytes, key)
      return signature && (signature.certain || signature.matches(expectedText)) ? [{ signature, encoding }] : []
    }),
  )
}

/** @returns `''` if the text cannot be guessed */
function guessSignedText(signature: OpenedSignature, refused: Case): string {
  if (signature.text) return signature.text
  for (const text of refused.otherTexts) if (signature.matches(text)) return text
  for (const text of generateLikelyTexts(refused.expected)) if (signature.matches(text)) return text
  return ''
}
