// The ids of one attempt, made at once so that image, pre-sign and token speak of the same one.
import { formatTimestamp } from '@local-number/protocol'
import type { SdkPlatform } from './platform'

export interface AttemptIds {
  readonly msgId: string
  readonly uuid: string
  readonly timestamp: string
}

/** The alphabet that the carrier's mini-program edition was seen to use [G]. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUV'

export function newIds(platform: SdkPlatform): AttemptIds {
  const now = platform.now()
  return {
    msgId: randomId(platform),
    uuid: randomId(platform),
    timestamp: formatTimestamp(now, platform.utcOffset(now)),
  }
}

function randomId({ random32 }: SdkPlatform): string {
  return Array.from({ length: 32 }, () => ALPHABET.charAt(random32())).join('')
}
