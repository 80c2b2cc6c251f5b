// Verifies the MD5 of the HTTPS edition, and finds out why it does not fit: the finding that a trace shows.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Md5Finding, Md5Reason, Part } from '@local-number/simulator-contract'
import { equalsInConstantTime } from '../common/constant-time'
import { diagnoseMd5, hashMd5, toAppKeyPart } from '../crypto/diagnose-md5'
import type { AppCall } from './platform'
import type { SignedText } from './signing'

/** What is shown of the appKey. */
const HIDDEN = '(appKey)'

/** A platform takes both letter cases (protocol.md §9). @param parts without the appKey */
export function checkMd5({ app, platform }: AppCall, { parts, sign }: SignedText): Md5Finding {
  const { appId, appKey } = app
  const expectedParts = [...parts, toAppKeyPart(HIDDEN)]
  const expected = { expectedParts, expectedText: expectedParts.map(({ value }) => value).join('') }
  if (equalsInConstantTime(sign.toLowerCase(), hashMd5([...parts, toAppKeyPart(appKey)]))) {
    return { ...expected, verified: true }
  }
  // With many apps not all are tried: the newest ones are in use most likely.
  const others = platform.apps.all.filter((other) => other.appId !== appId).reverse()
  const { reason, found, foundParts } = diagnoseMd5({
    sign,
    expected: parts,
    appKey,
    otherApps: new Map(others.map((other) => [other.appId, other.appKey])),
    otherAttempts: platform.store.listRecentHttpsAttempts(appId).map((attempt) => toParts(attempt)),
  })
  return { ...expected, verified: false, reason, found, foundParts: foundParts.map(hideAppKey) }
}

/** The signed text: appId + businessType + msgId + timestamp + traceId + version, then the appKey [C][N]. */
const SIGNED = ['appId', 'businessType', 'msgId', 'timestamp', 'traceId', 'version'] as const

export function toParts(fields: Readonly<Record<(typeof SIGNED)[number], string>>): readonly Part[] {
  return SIGNED.map((name) => ({ name, value: fields[name] }))
}

function hideAppKey(part: Part): Part {
  return part.name === 'appKey' ? { ...part, value: HIDDEN } : part
}

/** The cause of 103101; `null` if nothing was found out. */
export function toMd5Cause({ reason }: Extract<Md5Finding, { readonly verified: false }>): CauseId | null {
  return CAUSES[reason]
}

const CAUSES: Record<Md5Reason, CauseId | null> = {
  malformed: 'signedTextWrong',
  otherEncoding: 'signedTextWrong',
  otherAlgorithm: 'signedTextWrong',
  withoutAppKey: 'signedTextWrong',
  otherText: 'signedTextWrong',
  otherOrder: 'signedTextWrong',
  appKeyCase: 'appKeyWrong',
  keyOfAnotherApp: 'appKeyWrong',
  otherAttempt: 'signedAnotherAttempt',
  unknown: null,
}
