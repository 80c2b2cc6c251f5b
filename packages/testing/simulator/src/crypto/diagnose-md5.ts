// Why the MD5 of the HTTPS edition was refused. An MD5 shows nothing of its text, so the usual mistakes are tried.
import { createHash, createHmac } from 'node:crypto'
import type { Md5Reason } from '@local-number/simulator-contract'
import { generateLikelyParts } from './likely-parts'
import type { TextPart } from './likely-texts'
import { decodeSignature } from './signature-encodings'

export interface RefusedMd5 {
  readonly sign: string
  /** The pieces of the text that had to be signed, in order, without the appKey. */
  readonly expected: readonly TextPart[]
  readonly appKey: string
  /** The appKeys of other apps, by appId, the likeliest first: only some are tried. */
  readonly otherApps: ReadonlyMap<string, string>
  /** The pieces of the app's earlier attempts. */
  readonly otherAttempts: readonly (readonly TextPart[])[]
}

export interface Md5Diagnosis {
  readonly reason: Md5Reason
  /** An algorithm, an appId or a letter case; `''` if there is nothing to name. */
  readonly found: string
  /** The pieces of the text that was signed, the appKey included; empty if it is not another text. */
  readonly foundParts: readonly TextPart[]
}

type Diagnose = (refused: RefusedMd5) => Md5Diagnosis | null

const MD5_HEX = /^[0-9a-f]{32}$/i
const MAX_OTHER_APPS = 40

export const toAppKeyPart = (appKey: string): TextPart => ({ name: 'appKey', value: appKey })

export function hashMd5(parts: readonly TextPart[]): string {
  return hash('md5', toText(parts))
}

/** Takes some ten milliseconds at most. Never throws. */
export function diagnoseMd5(refused: RefusedMd5): Md5Diagnosis {
  const diagnoses = MD5_HEX.test(refused.sign) ? DIAGNOSES : [tryOtherForms]
  for (const diagnose of diagnoses) {
    const diagnosis = diagnose(refused)
    if (diagnosis) return diagnosis
  }
  return { reason: MD5_HEX.test(refused.sign) ? 'unknown' : 'malformed', found: '', foundParts: [] }
}

/** The likeliest first; the many orders of the pieces come last. */
const DIAGNOSES: readonly Diagnose[] = [tryWithoutAppKey, tryAppKeyCase, tryHmac, tryOtherApps, tryAttempts, tryTexts]

const toDiagnosis = (reason: Md5Reason, found = '', foundParts: readonly TextPart[] = []): Md5Diagnosis => ({
  reason,
  found,
  foundParts,
})

const matches = ({ sign }: RefusedMd5, parts: readonly TextPart[]) => sign.toLowerCase() === hashMd5(parts)

function tryWithoutAppKey(refused: RefusedMd5): Md5Diagnosis | null {
  const { expected } = refused
  return matches(refused, expected) ? toDiagnosis('withoutAppKey', '', expected) : null
}

function tryAppKeyCase(refused: RefusedMd5): Md5Diagnosis | null {
  const { appKey, expected } = refused
  const cases = { lower: appKey.toLowerCase(), upper: appKey.toUpperCase() }
  const found = Object.entries(cases).find(([, key]) => matches(refused, [...expected, toAppKeyPart(key)]))
  return found ? toDiagnosis('appKeyCase', found[0]) : null
}

function tryHmac({ sign, expected, appKey }: RefusedMd5): Md5Diagnosis | null {
  const hmac = createHmac('md5', appKey).update(toText(expected)).digest('hex')
  return sign.toLowerCase() === hmac ? toDiagnosis('otherAlgorithm', 'HMAC-MD5') : null
}

function tryOtherApps(refused: RefusedMd5): Md5Diagnosis | null {
  const apps = [...refused.otherApps].slice(0, MAX_OTHER_APPS)
  const owner = apps.find(([, appKey]) => matches(refused, [...refused.expected, toAppKeyPart(appKey)]))
  return owner ? toDiagnosis('keyOfAnotherApp', owner[0]) : null
}

function tryAttempts(refused: RefusedMd5): Md5Diagnosis | null {
  const texts = refused.otherAttempts.map((parts) => [...parts, toAppKeyPart(refused.appKey)])
  const found = texts.find((parts) => matches(refused, parts))
  return found ? toDiagnosis('otherAttempt', '', found) : null
}

function tryTexts(refused: RefusedMd5): Md5Diagnosis | null {
  for (const { reason, parts } of generateLikelyParts([...refused.expected, toAppKeyPart(refused.appKey)])) {
    if (matches(refused, parts)) return toDiagnosis(reason, '', parts)
  }
  return null
}

/** The right text, but not the hex of an MD5; or a signature of the image edition. */
function tryOtherForms({ sign, expected, appKey }: RefusedMd5): Md5Diagnosis | null {
  const text = toText([...expected, toAppKeyPart(appKey)])
  if (sign === createHash('md5').update(text).digest('base64')) return toDiagnosis('otherEncoding', 'base64')
  for (const [algorithm, name] of [
    ['sha1', 'SHA-1'],
    ['sha256', 'SHA-256'],
  ] as const) {
    if (sign.toLowerCase() === hash(algorithm, text)) return toDiagnosis('otherAlgorithm', name)
  }
  return decodeSignature(sign).length > 0 ? toDiagnosis('otherAlgorithm', 'RSA') : null
}

function toText(parts: readonly TextPart[]): string {
  return parts.map(({ value }) => value).join('')
}

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('hex')
}
