// What a failed call of the HTTPS edition leads to. The image edition hides its codes from the page, this one names
// them.
import { SdkError } from '@local-number/jssdk'
import type { LoginConfig } from './config'
import type { FallbackReason } from './reasons'

export interface HttpsFailure {
  readonly reason: FallbackReason
  /** Wi-Fi or a missing network may be behind it, so the network is looked at once more. */
  readonly networkMayExplain: boolean
}

interface Meaning extends HttpsFailure {
  /** The reason if the gateway names another carrier as the owner of the number, and only China Mobile is asked for. */
  readonly otherOwner?: FallbackReason
}

const REFUSED: Meaning = { reason: 'tokenRefused', networkMayExplain: false }

/**
 * By code: all of the registry, which itself is too large for an app. Any other code counts as {@link REFUSED}.
 */
export const HTTPS_MEANINGS: Readonly<Record<string, Meaning>> = {
  // A success without a token.
  '103000': REFUSED,
  '103101': REFUSED,
  '105112': REFUSED,
  '110023': REFUSED,
  '110024': REFUSED,
  '110025': REFUSED,
  '110026': REFUSED,
  '170001': REFUSED,
  '110029': REFUSED,
  '103111': { reason: 'numberRetrievalFailed', networkMayExplain: true, otherOwner: 'otherCarrier' },
  '105002': { reason: 'numberRetrievalFailed', networkMayExplain: true },
  '103609': { reason: 'numberRetrievalFailed', networkMayExplain: false },
  // Here a blocked number; in the image edition, a number that the gateway did not add.
  '111002': REFUSED,
  '103911': REFUSED,
  '130010': REFUSED,
  '103211': { reason: 'tokenRefused', networkMayExplain: true },
  // iOS may refuse to send over cellular beside Wi-Fi ("bind mobile socket failed", protocol.md §8).
  '0': { reason: 'carrierUnreachable', networkMayExplain: true },
  '500': { reason: 'carrierUnreachable', networkMayExplain: true },
}

/** Beside Wi-Fi, a request that has to leave over cellular may never be answered. */
const TIMED_OUT: Meaning = { reason: 'timeout', networkMayExplain: true }

/** @returns `null` for an error that is not the call's */
export function readHttpsFailure(thrown: unknown, { attempt }: Pick<LoginConfig, 'attempt'>): HttpsFailure | null {
  if (!(thrown instanceof SdkError)) return null
  if (thrown.code === 'timeout') return TIMED_OUT
  if (thrown.code !== 'tokenRefused' && thrown.code !== 'requestFailed') return null
  const { returnCode, msisdnOwner } = thrown
  const { otherOwner, ...meaning } = findMeaning(returnCode)
  if (otherOwner === undefined || (msisdnOwner !== 'CU' && msisdnOwner !== 'CT')) return meaning
  // Whose SIM it is explains the failure: the network is not asked.
  const { openType = '1' } = attempt
  return { reason: openType === '1' ? otherOwner : meaning.reason, networkMayExplain: false }
}

/** A code may be any text, also the name of an inherited property. */
function findMeaning(code: string): Meaning {
  return Object.entries(HTTPS_MEANINGS).find(([known]) => known === code)?.[1] ?? REFUSED
}
