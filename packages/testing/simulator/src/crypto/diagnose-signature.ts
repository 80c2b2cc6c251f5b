// Why a signature was refused. A signature can be opened with the public key of whoever made it, so the platform can tell
// the right key over another text from another key; what it cannot be told, it guesses among the usual mistakes.

import { constants, type KeyObject, privateDecrypt } from 'node:crypto'
import type { SignatureReason, SignatureScheme } from '@local-number/simulator-contract'
import { withoutPadding } from './decrypt'
import { isReadable, type OpenedSignature, openSignature } from './open-signature'
import { otherTexts, type TextPart } from './other-texts'
import { type Reading, readingsOf } from './signature-encodings'

/** A signature that fits none of the app's keys. */
export interface RefusedSignature {
  readonly sign: string
  /** The pieces of the text that had to be signed, in their order. */
  readonly expected: readonly TextPart[]
  readonly scheme: SignatureScheme
  readonly filedKeys: readonly KeyObject[]
  /** The customer keys of the other apps, by appId, the likeliest first: only some are tried. */
  readonly otherApps: ReadonlyMap<string, readonly KeyObject[]>
  /** The private halves of the platform's own keys, the app's first: only some are tried. */
  readonly platformKeys: readonly KeyObject[]
  /** Texts that may have been signed instead, e.g. earlier pre-signs of the app. Its own variants need no mention. */
  readonly otherTexts: readonly string[]
}

/** `found`, like the expected text, holds whatever the pieces hold: a token in it is the caller's to mask. */
export interface SignatureDiagnosis {
  readonly reason: SignatureReason
  readonly found: string
}

/** What every diagnosis looks at. */
interface Case extends RefusedSignature {
  readonly readings: readonly Reading[]
  readonly expectedText: string
}

type Diagnose = (refused: Case) => SignatureDiagnosis | null

/** The most telling first. */
const DIAGNOSES: readonly Diagnose[] = [byFiledKey, byKeyOfAnotherApp, byPlatformKey]

/**
 * A simulator may hold a thousand apps, and every key costs an RSA operation on the thread that answers everybody, a
 * platform key a private one besides, which is some ten times as dear: wrong signatures must not keep it busy. People mix
 * up the few keys that they have: some fifty besides the customer's filed ones are enough.
 */
const MOST_KEYS_OF_OTHER_APPS = 40
const MOST_PLATFORM_KEYS = 10

/** Takes a few milliseconds at most, however many keys there are. Never throws. */
export function diagnoseSignature(refused: RefusedSignature): SignatureDiagnosis {
  const readings = readingsOf(refused.sign)
  if (readings.length === 0) return { reason: 'malformed', found: '' }
  const expectedText = refused.expected.map(({ value }) => value).join('')
  for (const diagnose of DIAGNOSES) {
    const diagnosis = diagnose({ ...refused, readings, expectedText })
    if (diagnosis) return diagnosis
  }
  return { reason: 'unknownKey', found: '' }
}

function byFiledKey(refused: Case): SignatureDiagnosis | null {
  const [opening] = openings(refused, refused.filedKeys)
  if (!opening) return null
  const { signature, encoding } = opening
  if (!signature.isOf(refused.expectedText)) return { reason: 'otherText', found: signedText(signature, refused) }
  return signature.algorithm === refused.scheme.algorithm
    ? { reason: 'otherEncoding', found: encoding }
    : { reason: 'otherAlgorithm', found: signature.algorithm }
}

function byKeyOfAnotherApp(refused: Case): SignatureDiagnosis | null {
  const owned = [...refused.otherApps].flatMap(([appId, keys]) => keys.map((key) => ({ appId, key })))
  const owner = owned.slice(0, MOST_KEYS_OF_OTHER_APPS).find(({ key }) => openings(refused, [key]).length > 0)
  return owner ? { reason: 'keyOfAnotherApp', found: owner.appId } : null
}

/** Signed with the platform's private key, or, by someone who has its public key alone, encrypted with that. */
function byPlatformKey(refused: Case): SignatureDiagnosis | null {
  const { readings } = refused
  const platformKeys = refused.platformKeys.slice(0, MOST_PLATFORM_KEYS)
  const isSigned = openings(refused, platformKeys).length > 0
  const isPlatforms = isSigned || platformKeys.some((key) => readings.some(({ bytes }) => isEncryptedFor(key, bytes)))
  return isPlatforms ? { reason: 'platformKey', found: '' } : null
}

/** Readable text only: one random block in some hundred thousand looks padded. */
function isEncryptedFor(key: KeyObject, bytes: Buffer): boolean {
  try {
    const text = withoutPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes))
    return text !== null && isReadable(text.toString('utf8'))
  } catch {
    return false
  }
}

/** The signature as it is seen by those of the keys that made it. */
function openings({ readings, expectedText }: Case, keys: readonly KeyObject[]) {
  return readings.flatMap(({ encoding, bytes }) =>
    keys.flatMap((key) => {
      const signature = openSignature(bytes, key)
      return signature && (signature.certain || signature.isOf(expectedText)) ? [{ signature, encoding }] : []
    }),
  )
}

function signedText(signature: OpenedSignature, refused: Case): string {
  if (signature.text) return signature.text
  for (const text of refused.otherTexts) if (signature.isOf(text)) return text
  for (const text of otherTexts(refused.expected)) if (signature.isOf(text)) return text
  return ''
}
