// The promise API: one object per page or app, one attempt object per login.
import { CARRIER_ORIGINS, type CarrierOrigins, type HttpsEdition, type Line } from '@local-number/protocol'
import { type Attempt, buildAttempt, type CarrierAttempt } from './attempt'
import type { CallLimits } from './cancellation'
import { createIds } from './ids'
import { askNetworkType } from './network-type'
import { type AttemptOptions, parseParameters } from './parameters'
import type { NetworkType, SdkPlatform } from './platform'

export interface SdkOptions {
  /**
   * Other addresses per line, for a simulator or a proxy.
   *
   * @default the carrier's own addresses
   */
  readonly origins?: Partial<Record<Line, CarrierOrigins>>
}

/** What a login needs from an SDK: ours, or the carrier's own script through `@local-number/jssdk/vendor`. */
export interface CarrierSdk {
  readonly edition: SdkPlatform['edition']
  /** What its attempts are named to the business server, if that creates their ids: `edition` of an `IdsAttempt`. */
  readonly idsEdition?: HttpsEdition
  /**
   * Whether attempts use `clockDriftMs`.
   *
   * @default false
   */
  readonly correctsClock?: boolean
  /**
   * Whether number retrieval works while Wi-Fi is on, since its request leaves over cellular.
   *
   * @default never
   */
  forcesCellular?(): boolean
  /**
   * The network's type. Optional and unreliable [S 2.2]: `unknown` when the platform cannot tell, or not in time.
   *
   * @param limits `timeoutMs`: see {@link DEFAULT_NETWORK_TIMEOUT_MS}
   * @throws SdkError `aborted` only
   */
  networkType(limits?: CallLimits): Promise<NetworkType>
  /**
   * Starts an attempt: creates its ids and sends nothing.
   *
   * @param signal fires when the attempt is given up, which frees a script that serves one attempt at a time
   * @throws SdkError `invalidParameters`, and the `script…` codes of the carrier's own script
   */
  createAttempt(options: AttemptOptions, signal: AbortSignal): CarrierAttempt
}

/** Our own SDK: any number of attempts at once, each with image and pre-sign at hand. */
export interface OwnSdk extends CarrierSdk {
  /**
   * Starts an attempt: creates its ids and sends nothing.
   *
   * @throws SdkError `invalidParameters`
   */
  createAttempt(options: AttemptOptions): Attempt
}

/**
 * Creates an SDK over a platform of your own; `createMiniProgramSdk` and `createH5Sdk` bring theirs.
 */
export function createSdk(platform: SdkPlatform, options: SdkOptions = {}): OwnSdk {
  const origins = { ...CARRIER_ORIGINS, ...options.origins }
  return {
    edition: platform.edition,
    correctsClock: true,
    networkType: (limits) => askNetworkType(() => platform.networkType(), limits),
    createAttempt: (attemptOptions) => {
      const parameters = parseParameters(attemptOptions, platform, origins)
      return buildAttempt(platform, parameters, createIds(platform, attemptOptions))
    },
  }
}
