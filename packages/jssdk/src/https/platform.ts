// What the HTTPS edition needs from the platform it runs on.
import type { HttpsEdition } from '@local-number/protocol'
import type { SdkPlatform } from '../platform'

type CommonPlatform = Pick<SdkPlatform, 'post' | 'networkType' | 'wxappid' | 'now' | 'utcOffset' | 'random32'>

export interface HttpsPlatform extends CommonPlatform {
  readonly edition: HttpsEdition
  /** The image edition's variant of the same platform. */
  readonly imageEdition: SdkPlatform['edition']
  /**
   * Headers of the call. A browser sets none of its own, so that the call stays CORS-simple: whether the platform
   * answers a preflight is unknown (protocol.md §9).
   */
  readonly headers: Readonly<Record<string, string>>
  /** `callType` in front of `expandParams`; `null` if neither is sent. */
  readonly callType: string | null
  /**
   * The client fingerprint, as the wire carries it.
   *
   * @param timezoneOffset minutes as `Date.getTimezoneOffset()` counts them, west positive
   */
  userInformation(timezoneOffset: number): string
  /** Whether a request can leave over cellular while Wi-Fi is on. */
  forcesCellular(): boolean
}
