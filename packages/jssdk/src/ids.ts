// The ids of one attempt, created together so that image, pre-sign and token name the same attempt.
import { formatTimestamp, HTTPS_ID_ALPHABET } from '@local-number/protocol'
import type { SdkPlatform } from './platform'

export interface AttemptIds {
  readonly msgId: string
  readonly uuid: string
  readonly timestamp: string
}

/** @param clockDriftMs what the phone's clock lacks, in ms; its UTC offset is taken as it is */
export function createIds(platform: SdkPlatform, clockDriftMs?: number): AttemptIds {
  return { msgId: createId(platform), uuid: createId(platform), timestamp: createTimestamp(platform, clockDriftMs) }
}

/** The alphabet that the carrier's mini-program edition was seen to use [G] is the HTTPS edition's [V]. */
export function createId({ random32 }: Pick<SdkPlatform, 'random32'>): string {
  return Array.from({ length: 32 }, () => HTTPS_ID_ALPHABET.charAt(random32())).join('')
}

export function createTimestamp(platform: Pick<SdkPlatform, 'now' | 'utcOffset'>, clockDriftMs = 0): string {
  const now = platform.now() + clockDriftMs
  return formatTimestamp(now, platform.utcOffset(now))
}
