// The ids of one attempt, created together so that image, pre-sign and token name the same attempt.
import { formatTimestamp } from '@local-number/protocol'
import type { SdkPlatform } from './platform'

export interface AttemptIds {
  readonly msgId: string
  readonly uuid: string
  readonly timestamp: string
}

/** The alphabet that the carrier's mini-program edition was seen to use [G]. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUV'

/** @param clockDriftMs what the phone's clock lacks, in ms; its UTC offset is taken as it is */
export function createIds(platform: SdkPlatform, clockDriftMs = 0): AttemptIds {
  const now = platform.now() + clockDriftMs
  return {
    msgId: createId(platform),
    uuid: createId(platform),
    timestamp: formatTimestamp(now, platform.utcOffset(now)),
  }
}

function createId({ random32 }: SdkPlatform): string {
  return Array.from({ length: 32 }, () => ALPHABET.charAt(random32())).join('')
}
