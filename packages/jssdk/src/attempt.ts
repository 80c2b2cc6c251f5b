// One attempt at taking the number: its ids, its image and its token. All state lives here, so two never meet.
import {
  composePreSign,
  EDITIONS,
  type EditionFacts,
  formatExpandParams,
  type GetMobileQuery,
  PATHS,
  SDK_VERSION,
} from '@local-number/protocol'
import { type CallLimits, underLimits } from './cancellation'
import { SdkError } from './errors'
import type { AttemptIds } from './ids'
import type { AttemptParameters } from './parameters'
import type { SdkPlatform } from './platform'
import { buildTokenRequest, judgeTokenAnswer } from './token'
import { encodeUserInformation } from './user-information'

/** The zero-size image that takes the number. */
export interface CarrierImage {
  readonly src: string
  /** Must reach the `<image>` or `<img>` (protocol.md §3). */
  readonly referrerPolicy: EditionFacts['referrerPolicy']
}

/** What the business server needs beside the phone number. The token lives 60 s and can be used once [S 120020]. */
export interface TokenGrant {
  readonly token: string
  /** Percent-encoded, as it went into the image's URL. */
  readonly userInformation: string
}

interface TokenCall {
  /**
   * Asks for the token, once the image has loaded, where there is one, and the pre-sign is signed.
   *
   * @param limits `timeoutMs` is 3000 by default, as in the carrier's SDK [G]
   * @throws SdkError
   */
  requestToken(sign: string, limits?: CallLimits): Promise<TokenGrant>
}

/** Image and pre-sign are known at once, so loading and signing may run side by side. */
export interface Attempt extends TokenCall {
  /** For the business server to sign. */
  readonly preSign: string
  /** `load` means that the number was taken, `error` that it was not. */
  readonly image: CarrierImage
}

/** A script whose pre-sign can be had only after the image: there is no way to it but by loading that. */
export interface ImageFirstAttempt extends TokenCall {
  readonly image?: undefined
  /**
   * Loads the image, then makes the pre-sign.
   *
   * @throws SdkError, or what `load` throws
   */
  preSignAfter(load: (image: CarrierImage) => Promise<void>): Promise<string>
}

/** A script that loads the image itself, within `requestToken`: that takes the number too, and the image's time. */
export interface ImageInsideAttempt extends TokenCall {
  readonly preSign: string
  readonly image: null
}

/** An attempt in the order that its script needs. */
export type CarrierAttempt = Attempt | ImageFirstAttempt | ImageInsideAttempt

export const DEFAULT_TOKEN_TIMEOUT_MS = 3000

export function newAttempt(platform: SdkPlatform, parameters: AttemptParameters, ids: AttemptIds): Attempt {
  const { edition } = platform
  const userInformation = encodeUserInformation(platform.fingerprint(-platform.utcOffset(platform.now())))
  return {
    preSign: composePreSign({ appId: parameters.appId, ...ids, version: SDK_VERSION }, edition),
    image: {
      src: imageUrl(parameters, ids, userInformation),
      referrerPolicy: EDITIONS[edition].referrerPolicy,
    },
    requestToken: async (sign, { signal, timeoutMs = DEFAULT_TOKEN_TIMEOUT_MS } = {}) => {
      const url = parameters.origins.getToken + PATHS.getToken
      const body = buildTokenRequest(parameters, ids, sign)
      const send = async (until: AbortSignal) => {
        try {
          return await platform.post({ url, body, signal: until })
        } catch {
          throw new SdkError('requestFailed', 'getToken could not be reached')
        }
      }
      const answer = await underLimits(send, { signal, timeoutMs })
      return { token: judgeTokenAnswer(answer), userInformation }
    },
  }
}

function imageUrl(parameters: AttemptParameters, ids: AttemptIds, userInformation: string): string {
  const { appId, openType, expandParams, callType, wxappid } = parameters
  const query: GetMobileQuery = {
    version: SDK_VERSION,
    appId,
    openType,
    expandParams: encodeURIComponent(
      formatExpandParams(callType ? { callType: callType.getMobile, ...expandParams } : expandParams),
    ),
    msgId: ids.msgId,
    timestamp: ids.timestamp,
    uuid: ids.uuid,
    // Percent-encoded already: the same text comes back in the token's callback.
    userInformation,
    ...(wxappid === undefined ? {} : { wxappid: encodeURIComponent(wxappid) }),
  }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return `${parameters.origins.getMobile}${PATHS.getMobile}?${pairs.join('&')}`
}
