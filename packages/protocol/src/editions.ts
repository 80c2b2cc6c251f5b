// The editions of the carrier's check. The image edition retrieves the number with an http image and signs with RSA;
// the HTTPS edition does it with one POST, see `https-edition.ts`.

/**
 * The image edition:
 *
 * - `miniProgram`: inside a mini-program (protocol.md §2 [G]).
 * - `h5`: our edition for browsers: the H5 wire with ids of the mini-program's width, so that a pre-sign has one
 *   reading.
 * - `h5Vendor`: the carrier's own older H5 script, whose msgId is the text of `Math.random()` [H]. Signed only if
 *   enabled.
 */
export type ImageEdition = 'miniProgram' | 'h5' | 'h5Vendor'

/** The variants of the image edition that our own SDK speaks. */
export type OwnImageEdition = Exclude<ImageEdition, 'h5Vendor'>

/** The HTTPS edition with our own SDK, inside a mini-program and in a browser (protocol.md §9). */
export type HttpsEdition = 'httpsMiniProgram' | 'httpsH5'

/**
 * The editions whose pre-sign the page composes, for the business server to sign. `httpsVendor` is a vendor's script of
 * the HTTPS edition, which makes its own ids.
 */
export type PreSignEdition = ImageEdition | 'httpsVendor'

/** Everything that a business server can sign for. */
export type Edition = PreSignEdition | HttpsEdition

/** All editions, as configuration names them. */
export const EDITION_NAMES = ['miniProgram', 'h5', 'h5Vendor', 'httpsMiniProgram', 'httpsH5', 'httpsVendor'] as const

/**
 * How long a token is valid, in ms, counted from before its request: one minute in the image edition [S 120020], two in
 * the HTTPS edition by vendors' documents (protocol.md §9).
 */
export const TOKEN_LIFETIMES_MS = { image: 60_000, https: 120_000 } as const

/** What differs on the wire between the variants of the image edition, beside their pre-signs. */
export interface ImageEditionFacts {
  /** `callType` in front of `expandParams` on the two calls; `null` for editions that do not send it. */
  readonly callType: { readonly getMobile: string; readonly getToken: string } | null
  /**
   * The zero-size image's referrer policy. A mini-program must send none (111034 otherwise) [S 2.3]; the H5 platform
   * requires the page's (170001 otherwise, protocol.md §3): its origin only, since the query may be private.
   */
  readonly referrerPolicy: 'no-referrer' | 'origin'
  /**
   * Headers of the token request. The H5 edition sets none, so that the call stays CORS-simple: whether the platform
   * answers a preflight is unknown (protocol.md §4).
   */
  readonly tokenHeaders: Readonly<Record<string, string>>
}

export const IMAGE_EDITIONS = {
  miniProgram: {
    callType: { getMobile: '6005', getToken: '6006' },
    referrerPolicy: 'no-referrer',
    tokenHeaders: { 'content-type': 'application/json' },
  },
  h5: { callType: null, referrerPolicy: 'origin', tokenHeaders: {} },
} as const satisfies Record<OwnImageEdition, ImageEditionFacts>

/** Exact shapes of a pre-sign's fields, as regular-expression sources without groups. */
export interface PreSignShapes {
  readonly msgId: string
  readonly uuid: string
  readonly version: string
}

const OWN_SHAPES: PreSignShapes = { msgId: '[0-9A-Za-z]{32}', uuid: '[0-9A-Za-z]{32}', version: '1\\.2' }

/** Apart from {@link IMAGE_EDITIONS}: apps compose pre-signs, servers read them. */
export const PRE_SIGN_SHAPES: Readonly<Record<ImageEdition, PreSignShapes>> = {
  miniProgram: OWN_SHAPES,
  h5: OWN_SHAPES,
  h5Vendor: {
    // JavaScript writes up to 17 significant digits after at most five zeros; smaller numbers have an exponent (not
    // signed).
    msgId: '0\\.\\d{1,22}',
    uuid: '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}',
    version: '1\\.[0-2]',
  },
}

/** The protocol version that the image edition writes [G]. */
export const SDK_VERSION = '1.2'
