// What an edition of the SDK needs from the platform it runs on.
import type { OwnImageEdition } from '@local-number/protocol'
import { getRandomBytes } from './random'
import type { Transport } from './transport'

/** Network types of `wx.getNetworkType`. `unknown` means: try it; `none` means offline. */
export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none'

const NETWORK_TYPES: readonly string[] = ['wifi', '2g', '3g', '4g', '5g', 'none'] satisfies NetworkType[]

/** Reads a platform's answer; anything but a known type is `unknown`. */
export function toNetworkType(netType: unknown): NetworkType {
  return typeof netType === 'string' && NETWORK_TYPES.includes(netType) ? (netType as NetworkType) : 'unknown'
}

export interface SdkPlatform {
  readonly edition: OwnImageEdition
  readonly post: Transport
  /** May reject or be wrong: detection is unreliable on every platform. */
  networkType(): Promise<NetworkType>
  /**
   * The parts of the client fingerprint before it is encoded, joined by `@@`.
   *
   * @param timezoneOffset minutes as `Date.getTimezoneOffset()` counts them, west positive
   */
  fingerprint(timezoneOffset: number): string
  /** The mini-program's own id; `undefined` outside mini-programs. */
  wxappid(): string | undefined
  /** Milliseconds since 1970. */
  now(): number
  /** The device's UTC offset at an instant, in minutes, east positive. */
  utcOffset(epochMs: number): number
  /** An unbiased integer in 0…31. */
  random32(): number
}

/** The clock and the randomness that every JavaScript platform has. */
export const commonPlatform: Pick<SdkPlatform, 'now' | 'utcOffset' | 'random32'> = {
  now: () => Date.now(),
  utcOffset: (epochMs) => -new Date(epochMs).getTimezoneOffset(),
  // 256 is a multiple of 32, so no value is more frequent.
  random32: () => (getRandomBytes(1)[0] ?? 0) & 31,
}
