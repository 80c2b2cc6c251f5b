// The HTTPS edition: one POST retrieves the number and answers the token (protocol.md §9). Its signature is an MD5 of
// the message's fields and the appKey, so the text without the appKey is what this edition calls a pre-sign.
import type { HttpsEdition } from './editions'
import { ProtocolError } from './errors'
import { APP_ID } from './pre-sign'
import { parseTimestamp } from './timestamp'

/** Which kind of client asks: `1` a web page, `5` a mini-program. */
export type BusinessType = '1' | '5'

export const BUSINESS_TYPES = {
  httpsMiniProgram: '5',
  httpsH5: '1',
} as const satisfies Record<HttpsEdition, BusinessType>

/** The protocol version that this edition writes. */
export const HTTPS_VERSION = '1.0'

/** The ids of one attempt. The business server creates them and answers them with the signature. */
export interface HttpsIds {
  /** The carrier's own trace id, which is the message's msgId, too: 32 characters of `0-9A-V`. Not our trace id. */
  readonly traceId: string
  /** 17 digits. */
  readonly timestamp: string
  /** `1.0`. */
  readonly version: string
}

/** The fields of the signed text, without the appKey. */
export interface HttpsPreSignFields extends HttpsIds {
  /** The app's id on the open platform, digits. */
  readonly appId: string
  readonly businessType: BusinessType
}

/** The alphabet of a trace id; a random number below 32 is an index into it. */
export const HTTPS_ID_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUV'

/** traceId and msgId are the same text, so one form has one reading. */
const SHAPE = /^([15])([0-9A-V]{32})(\d{17})\2(1\.0)$/

/**
 * Joins the fields in the order of the wire: appId, businessType, msgId, timestamp, traceId, version.
 *
 * @throws ProtocolError `preSignFieldMalformed` when the fields are not those of the edition
 */
export function composeHttpsPreSign(fields: HttpsPreSignFields): string {
  const { appId, businessType, traceId, timestamp, version } = fields
  const preSign = appId + businessType + traceId + timestamp + traceId + version
  const read = parseHttpsPreSign(preSign, appId)
  // Field by field: a digit moved from the appId to the businessType gives the same text with other fields.
  if (read === null || read.businessType !== businessType || read.traceId !== traceId || read.timestamp !== timestamp) {
    throw new ProtocolError('preSignFieldMalformed', 'the fields must have the shapes of the HTTPS edition')
  }
  return preSign
}

/**
 * Takes such a text apart, for one app.
 *
 * @returns the fields, or `null` when the text is not exactly such a pre-sign
 */
export function parseHttpsPreSign(preSign: string, appId: string): HttpsPreSignFields | null {
  if (!APP_ID.test(appId) || !preSign.startsWith(appId)) return null
  const match = SHAPE.exec(preSign.slice(appId.length))
  if (!match) return null
  const [, businessType, traceId, timestamp, version] = match as unknown as [
    string,
    BusinessType,
    string,
    string,
    string,
  ]
  return parseTimestamp(timestamp) === null ? null : { appId, businessType, traceId, timestamp, version }
}
