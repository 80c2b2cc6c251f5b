// One attempt: its ids, its image and its token. All its state is here, so that two attempts never share any.
import {
  formatExpandParams,
  type GetMobileQuery,
  type HttpsEdition,
  type HttpsIds,
  IMAGE_EDITIONS,
  type ImageEditionFacts,
  PATHS,
  SDK_VERSION,
  TOKEN_LIFETIMES_MS,
} from '@local-number/protocol'
import type { CallLimits } from './cancellation'
import { type AttemptIds, joinPreSign } from './ids'
import type { AttemptParameters } from './parameters'
import type { SdkPlatform } from './platform'
import { buildTokenRequest, GET_TOKEN } from './token'
import { sendTokenRequest } from './token-call'
import { encodeUserInformation } from './user-information'

/** The zero-size image that retrieves the number. */
export interface CarrierImage {
  readonly src: string
  /** Must reach the `<image>` or `<img>` (protocol.md §3). */
  readonly referrerPolicy: ImageEditionFacts['referrerPolicy']
}

/** What the business server needs beside the phone number. The token is valid once. */
export interface TokenGrant {
  readonly token: string
  /** Percent-encoded, as it went to the carrier. */
  readonly userInformation: string
}

interface AttemptFacts {
  /** How long the token is valid, in ms, counted from before its request. */
  readonly tokenLifetimeMs: number
}

interface TokenCall extends AttemptFacts {
  readonly edition?: undefined
  /**
   * Requests the token. Call it when the pre-sign is signed and the image, if the attempt has one, has loaded.
   *
   * @param limits `timeoutMs`: see {@link DEFAULT_TOKEN_TIMEOUT_MS}
   * @throws SdkError
   */
  requestToken(sign: string, limits?: CallLimits): Promise<TokenGrant>
}

/** Image and pre-sign are known at once, so loading and signing may run side by side. */
export interface Attempt extends TokenCall {
  /** For the business server to sign. */
  readonly preSign: string
  /** `load` means that the number was retrieved, `error` that it was not. */
  readonly image: CarrierImage
}

/** A script whose pre-sign exists only after the image has loaded. */
export interface ImageFirstAttempt extends TokenCall {
  readonly image?: undefined
  /**
   * Loads the image, then makes the pre-sign.
   *
   * @throws SdkError, and any error of `load`
   */
  preSignAfter(load: (image: CarrierImage) => Promise<void>): Promise<string>
}

/** A script that loads the image itself, within `requestToken`, which takes the image's time as well. */
export interface ImageInsideAttempt extends TokenCall {
  readonly preSign: string
  readonly image: 'inside'
}

/** A vendor's script of the HTTPS edition, which makes its own ids: one call answers the token without an image. */
export interface NoImageAttempt extends TokenCall {
  readonly preSign: string
  readonly image: null
}

/** The HTTPS edition: the business server creates the ids, and one call answers the token without an image. */
export interface IdsAttempt extends AttemptFacts {
  /** For the business server, which signs ids of its own for it. */
  readonly edition: HttpsEdition
  readonly preSign?: undefined
  readonly image?: undefined
  /**
   * Retrieves the number and its token.
   *
   * @param limits `timeoutMs`: see {@link DEFAULT_TOKEN_TIMEOUT_MS}
   * @throws SdkError
   */
  requestToken(signed: SignedIds, limits?: CallLimits): Promise<TokenGrant>
}

/** What the business server answers for an edition. */
export interface SignedIds {
  readonly ids: HttpsIds
  readonly sign: string
}

/** An attempt whose pre-sign the business server signs, in the order that its script needs. */
export type PreSignAttempt = Attempt | ImageFirstAttempt | ImageInsideAttempt | NoImageAttempt

/** An attempt of any edition: `edition` is set if the business server creates the ids. */
export type CarrierAttempt = PreSignAttempt | IdsAttempt

export function buildAttempt(platform: SdkPlatform, parameters: AttemptParameters, ids: AttemptIds): Attempt {
  const { edition } = platform
  const userInformation = encodeUserInformation(platform.fingerprint(-platform.utcOffset(platform.now())))
  return {
    tokenLifetimeMs: TOKEN_LIFETIMES_MS.image,
    preSign: joinPreSign(parameters.appId, ids),
    image: {
      src: buildImageUrl(parameters, ids, userInformation),
      referrerPolicy: IMAGE_EDITIONS[edition].referrerPolicy,
    },
    requestToken: async (sign, limits) => {
      const request = {
        url: parameters.origins.getToken + PATHS.getToken,
        body: buildTokenRequest(parameters, ids, sign),
        headers: IMAGE_EDITIONS[edition].tokenHeaders,
      }
      const token = await sendTokenRequest(platform, { call: GET_TOKEN, request }, limits)
      return { token, userInformation }
    },
  }
}

function buildImageUrl(parameters: AttemptParameters, ids: AttemptIds, userInformation: string): string {
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
    // Already percent-encoded: the token's callback returns the same text.
    userInformation,
    ...(wxappid === undefined ? {} : { wxappid: encodeURIComponent(wxappid) }),
  }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return `${parameters.origins.getMobile}${PATHS.getMobile}?${pairs.join('&')}`
}
