// The promise API: one object per page or app, one attempt object per login.
import { CARRIER_ORIGINS, type CarrierOrigins, type Line } from '@local-number/protocol'
import { type Attempt, type CarrierAttempt, newAttempt } from './attempt'
import type { CallLimits } from './cancellation'
import { newIds } from './ids'
import { askNetworkType } from './network-type'
import { type AttemptOptions, checkedParameters } from './parameters'
import type { NetworkType, SdkPlatform } from './platform'

export interface SdkOptions {
  /** Other addresses per line, for a simulator or a proxy. The carrier's own by default. */
  readonly origins?: Partial<Record<Line, CarrierOrigins>>
}

/** What a login needs of an SDK: ours, or the carrier's own script behind `@local-number/jssdk/vendor`. */
export interface CarrierSdk {
  readonly edition: SdkPlatform['edition']
  /**
   * The network's type. Optional and unreliable [S 2.2]: a platform that fails to tell, or takes longer than
   * `timeoutMs` (default 1000), gives `unknown`.
   *
   * @throws SdkError `aborted` only
   */
  networkType(limits?: CallLimits): Promise<NetworkType>
  /**
   * Starts an attempt: makes its ids and sends nothing yet.
   *
   * @param signal fires when the attempt is given up; a script that serves one at a time is then free for the next
   * @throws SdkError `invalidParameters`, and what the script cannot do
   */
  createAttempt(options: AttemptOptions, signal: AbortSignal): CarrierAttempt
}

/** Our own SDK: any number of attempts at once, each with image and pre-sign at hand. */
export interface OwnSdk extends CarrierSdk {
  /**
   * Starts an attempt: makes its ids and sends nothing yet.
   *
   * @throws SdkError `invalidParameters`
   */
  createAttempt(options: AttemptOptions): Attempt
}

export function createSdk(platform: SdkPlatform, options: SdkOptions = {}): OwnSdk {
  const origins = { ...CARRIER_ORIGINS, ...options.origins }
  return {
    edition: platform.edition,
    networkType: (limits) => askNetworkType(() => platform.networkType(), limits),
    createAttempt: (attemptOptions) =>
      newAttempt(platform, checkedParameters(attemptOptions, platform, origins), newIds(platform)),
  }
}
