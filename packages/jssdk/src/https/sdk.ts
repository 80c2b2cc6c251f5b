// The promise API of the HTTPS edition.
import type { IdsAttempt } from '../attempt'
import { askNetworkType } from '../network-type'
import type { AttemptOptions } from '../parameters'
import type { CarrierSdk, SdkOptions } from '../sdk'
import { buildHttpsAttempt } from './attempt'
import type { HttpsPlatform } from './platform'

/** The SDK of the HTTPS edition: any number of attempts at once, whose ids the business server creates. */
export interface HttpsSdk extends CarrierSdk {
  forcesCellular(): boolean
  /**
   * Starts an attempt and sends nothing. `openType` and `clockDriftMs` have no effect in this edition, and in a browser
   * neither has `expandParams`.
   *
   * @throws SdkError `invalidParameters`
   */
  createAttempt(options: AttemptOptions): IdsAttempt
}

export function createHttpsSdk(platform: HttpsPlatform, options: SdkOptions = {}): HttpsSdk {
  return {
    edition: platform.imageEdition,
    idsEdition: platform.edition,
    forcesCellular: () => platform.forcesCellular(),
    networkType: (limits) => askNetworkType(() => platform.networkType(), limits),
    createAttempt: (attemptOptions) => buildHttpsAttempt(platform, attemptOptions, options),
  }
}
