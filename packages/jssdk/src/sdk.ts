// The promise API: one object per page or app, one attempt object per login.
import { CARRIER_ORIGINS, type CarrierOrigins, type Line } from '@local-number/protocol'
import { type Attempt, newAttempt } from './attempt'
import { type CallLimits, underLimits } from './cancellation'
import { newIds } from './ids'
import { type AttemptOptions, checkedParameters } from './parameters'
import type { NetworkType, SdkPlatform } from './platform'

export interface SdkOptions {
  /** Other addresses per line, for a simulator or a proxy. The carrier's own by default. */
  readonly origins?: Partial<Record<Line, CarrierOrigins>>
}

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
   * @throws SdkError `invalidParameters`
   */
  createAttempt(options: AttemptOptions): Attempt
}

export const NETWORK_TYPE_TIMEOUT_MS = 1000

export function createSdk(platform: SdkPlatform, options: SdkOptions = {}): CarrierSdk {
  const origins = { ...CARRIER_ORIGINS, ...options.origins }
  return {
    edition: platform.edition,
    networkType: async ({ signal, timeoutMs = NETWORK_TYPE_TIMEOUT_MS } = {}) => {
      try {
        return await underLimits(() => platform.networkType(), { signal, timeoutMs })
      } catch (error) {
        if (signal?.aborted) throw error
        return 'unknown'
      }
    },
    createAttempt: (attemptOptions) =>
      newAttempt(platform, checkedParameters(attemptOptions, platform, origins), newIds(platform)),
  }
}
