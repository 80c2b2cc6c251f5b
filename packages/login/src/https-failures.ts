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

/** By code. Any other code of the registry, which itself is too large for an app, counts as {@link REFUSED}. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['103111', { reason: 'numberRetrievalFailed', networkMayExplain: true, otherOwner: 'otherCarrier' }],
  ['105002', { reason: 'numberRetrievalFailed', networkMayExplain: true }],
  ['103609', { reason: 'numberRetrievalFailed', networkMayExplain: false }],
  ['103211', { reason: 'tokenRefused', networkMayExplain: true }],
  // iOS may refuse to send over cellular beside Wi-Fi ("bind mobile socket failed", protocol.md §8).
  ['0', { reason: 'carrierUnreachable', networkMayExplain: true }],
  ['500', { reason: 'carrierUnreachable', networkMayExplain: true }],
])

/** Beside Wi-Fi, a request that has to leave over cellular may never be answered. */
const TIMED_OUT: Meaning = { reason: 'timeout', networkMayExplain: true }

/** @returns `null` for an error that is not the call's */
export function readHttpsFailure(thrown: unknown, { attempt }: Pick<LoginConfig, 'attempt'>): HttpsFailure | null {
  if (!(thrown instanceof SdkError)) return null
  if (thrown.code === 'timeout') return TIMED_OUT
  if (thrown.code !== 'tokenRefused' && thrown.code !== 'requestFailed') return null
  const { returnCode, msisdnOwner } = thrown
  const { otherOwner, ...meaning } = MEANINGS.get(returnCode) ?? REFUSED
  if (otherOwner === undefined || (msisdnOwner !== 'CU' && msisdnOwner !== 'CT')) return meaning
  // Whose SIM it is explains the failure: the network is not asked.
  const { openType = '1' } = attempt
  return { reason: openType === '1' ? otherOwner : meaning.reason, networkMayExplain: false }
}
