// The ids of one attempt, created together so that image, pre-sign and token name the same attempt.
import { APP_ID, formatTimestamp, HTTPS_ID_ALPHABET, ProtocolError, SDK_VERSION } from '@local-number/protocol'
import type { AttemptOptions } from './parameters'
import type { SdkPlatform } from './platform'

export interface AttemptIds {
  readonly msgId: string
  readonly uuid: string
  readonly timestamp: string
}

const REFERENCE_LENGTH = 8

/** @param options `clockDriftMs`: what the phone's clock lacks; its UTC offset is taken as it is */
export function createIds(
  platform: SdkPlatform,
  { clockDriftMs, reference = '' }: Pick<AttemptOptions, 'clockDriftMs' | 'reference'> = {},
): AttemptIds {
  const start = reference.slice(0, REFERENCE_LENGTH).toUpperCase()
  return {
    msgId: start + createId(platform).slice(start.length),
    uuid: createId(platform),
    timestamp: createTimestamp(platform, clockDriftMs),
  }
}

/** The alphabet that the carrier's mini-program edition was seen to use [G] is the HTTPS edition's [V]. */
export function createId({ random32 }: Pick<SdkPlatform, 'random32'>): string {
  return Array.from({ length: 32 }, () => HTTPS_ID_ALPHABET.charAt(random32())).join('')
}

export function createTimestamp(platform: Pick<SdkPlatform, 'now' | 'utcOffset'>, clockDriftMs = 0): string {
  const now = platform.now() + clockDriftMs
  return formatTimestamp(now, platform.utcOffset(now))
}

const PRE_SIGN_IDS = /^[0-9A-Za-z]{32}\d{17}[0-9A-Za-z]{32}$/

/**
 * The pre-sign of our own editions: `composePreSign` of the protocol, without the reading of all editions, which is for
 * servers.
 *
 * @throws ProtocolError `preSignFieldMalformed`
 */
export function joinPreSign(appId: string, { msgId, timestamp, uuid }: AttemptIds): string {
  const ids = msgId + timestamp + uuid
  if (!APP_ID.test(appId) || !PRE_SIGN_IDS.test(ids)) {
    throw new ProtocolError('preSignFieldMalformed', 'appId must have 6–20 digits, and the ids their lengths')
  }
  return appId + ids + SDK_VERSION
}
