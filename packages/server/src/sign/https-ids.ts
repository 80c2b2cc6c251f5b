// The ids of one attempt in the HTTPS edition. The page gets them with their signature, so it has no text to send, and
// its clock does not matter (protocol.md §9).
import {
  BUSINESS_TYPES,
  composeHttpsPreSign,
  formatTimestamp,
  HTTPS_ID_ALPHABET,
  HTTPS_VERSION,
  type HttpsEdition,
  type HttpsIds,
  SHANGHAI,
} from '@local-number/protocol'
import { type RandomBytes, toReference } from '../log/trace-id'
import { randomBytes } from '../random-bytes'

const ID_LENGTH = 32

/**
 * @param nowMs the server's clock, in ms since 1970
 * @param traceId the login's: the carrier's id begins with its reference, and 120 random bits follow
 */
export function createHttpsIds(nowMs: number, traceId: string, random: RandomBytes = randomBytes): HttpsIds {
  // 256 is a multiple of the alphabet's 32 characters, so each is equally likely.
  const characters = Array.from(random(ID_LENGTH), (byte) => HTTPS_ID_ALPHABET[byte % HTTPS_ID_ALPHABET.length])
  const reference = toReference(traceId).toUpperCase()
  return {
    traceId: reference + characters.join('').slice(reference.length),
    timestamp: formatTimestamp(nowMs, SHANGHAI),
    version: HTTPS_VERSION,
  }
}

/** The text that the signature covers, without the appKey. */
export function composeSignedText(ids: HttpsIds, edition: HttpsEdition, appId: string): string {
  return composeHttpsPreSign({ ...ids, appId, businessType: BUSINESS_TYPES[edition] })
}
