// What differs between the editions of the carrier's client SDK: widths and alphabets of the ids, prefixes, referrer.

/**
 * - `miniProgram`: inside a mini-program (protocol.md §2 [G]).
 * - `h5`: our edition for browsers: the H5 wire with ids of the mini-program's width, so that a pre-sign has one
 *   reading.
 * - `h5Vendor`: the carrier's own older H5 script, whose msgId is the text of `Math.random()` [H]. Signed only if
 *   enabled.
 */
export type Edition = 'miniProgram' | 'h5' | 'h5Vendor'

/** The editions that our own SDK speaks. */
export type OwnEdition = Exclude<Edition, 'h5Vendor'>

export interface EditionFacts {
  /** Exact shapes of the pre-sign's fields, as regular-expression sources without groups. */
  readonly msgId: string
  readonly uuid: string
  readonly version: string
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

const ID_32 = '[0-9A-Za-z]{32}'

export const EDITIONS = {
  miniProgram: {
    msgId: ID_32,
    uuid: ID_32,
    version: '1\\.2',
    callType: { getMobile: '6005', getToken: '6006' },
    referrerPolicy: 'no-referrer',
    tokenHeaders: { 'content-type': 'application/json' },
  },
  h5: { msgId: ID_32, uuid: ID_32, version: '1\\.2', callType: null, referrerPolicy: 'origin', tokenHeaders: {} },
  h5Vendor: {
    // JavaScript writes up to 17 significant digits after at most five zeros; smaller numbers have an exponent (not
    // signed).
    msgId: '0\\.\\d{1,22}',
    uuid: '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}',
    version: '1\\.[0-2]',
    callType: null,
    referrerPolicy: 'origin',
    tokenHeaders: {},
  },
} as const satisfies Record<Edition, EditionFacts>

/** The protocol version of our own editions [G]. */
export const SDK_VERSION = '1.2'
