// The carrier's wire shapes, field by field (protocol.md §3–5, §9).
import type { BusinessType } from './https-edition'

/** `1` China Mobile only, `0` all three networks; the test line requires `1` [S 2.5.1]. */
export type OpenType = '0' | '1'

/** The query of the zero-size image, in the order of the wire [G]. Only mini-programs send `wxappid`. */
export interface GetMobileQuery {
  readonly version: string
  readonly appId: string
  readonly openType: OpenType
  readonly expandParams: string
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
  /** The client fingerprint, base64 inside percent-encoding. */
  readonly userInformation: string
  readonly wxappid?: string
}

/** Body of `POST getToken.htm` [G]. */
export interface GetTokenRequest {
  readonly header: {
    readonly version: string
    readonly msgId: string
    readonly timestamp: string
    readonly appId: string
  }
  readonly body: {
    readonly expandParams: string
    readonly sign: string
    readonly uuid: string
    readonly wxappid?: string
  }
}

/** Answer of getToken. An empty token is a failure whose code is `header.resultCode` [G][H]. */
export interface GetTokenResponse {
  readonly header: { readonly resultCode: string } & Partial<GetTokenRequest['header']>
  readonly body: { readonly token: string; readonly resultDesc: string }
}

/** Body of the HTTPS edition's `POST /h5/getMobile`, flat and in the order of the wire (protocol.md §9). */
export interface HttpsGetMobileRequest {
  readonly version: string
  readonly timestamp: string
  readonly appId: string
  readonly businessType: BusinessType
  /** 32 characters of `0-9A-V`. */
  readonly traceId: string
  /** MD5 in hex of appId, businessType, msgId, timestamp, traceId, version and the appKey. */
  readonly sign: string
  /** Equal to `traceId`. */
  readonly msgId: string
  readonly userInformation: string
  /** From a mini-program only: `callType=6006` and further pairs. */
  readonly expandParams?: string
  /** From a mini-program only. */
  readonly wxappid?: string
}

/** The network operators: China Mobile, China Unicom, China Telecom. */
export type MsisdnOwner = 'CM' | 'CU' | 'CT'

/** Answer of that call. Another code than 103000, or an empty token, is a failure. */
export interface HttpsGetMobileResponse {
  readonly header: { readonly appId: string; readonly msgId: string; readonly timestamp: string }
  readonly body: {
    readonly resultCode: string
    readonly resultDesc: string
    readonly token: string
    readonly expandParams?: string
    /** With 103111, if the gateway knows whose subscriber it saw. */
    readonly msisdnOwner?: MsisdnOwner
  }
}

/** Body of `POST verifyVmMobileApi.htm` [C]. */
export interface VerifyMobileRequest {
  readonly header: {
    readonly version: string
    /** 32 characters: a UUID without dashes. */
    readonly msgId: string
    readonly appId: string
    readonly timestamp: string
  }
  readonly body: {
    readonly expandParams: string
    /** base64 of the RSA ciphertext of phone + appKey + timestamp. */
    readonly phoneNum: string
    readonly token: string
    readonly sign: string
    readonly userInformation: string
  }
}

/** Answer of the verify call [M]. */
export interface VerifyMobileResponse {
  readonly header: {
    readonly msgId: string
    readonly timestamp: string
    readonly appId: string
    readonly resultCode: string
  }
  readonly body: { readonly resultDesc: string; readonly message?: string; readonly expandParams?: string }
}
