// The pre-sign ("准签名") of the image edition: appId + msgId + timestamp + uuid + version, without separators
// (protocol.md §2).
import { type ImageEdition, PRE_SIGN_SHAPES } from './editions'
import { ProtocolError } from './errors'
import { parseTimestamp } from './timestamp'

/** The fields of a pre-sign, in the order of the wire. */
export interface PreSignFields {
  /** The app's id on the open platform, digits. */
  readonly appId: string
  /** This attempt's message id. */
  readonly msgId: string
  /** 17 digits of the phone's local time. */
  readonly timestamp: string
  /** This attempt's second id. */
  readonly uuid: string
  /** The SDK's version, `1.2`. */
  readonly version: string
}

const FIELDS = ['appId', 'msgId', 'timestamp', 'uuid', 'version'] as const
const TIMESTAMP = '\\d{17}'
/** App ids of the open platform: digits, 12 in every public sample (protocol.md §2). */
export const APP_ID = /^\d{6,20}$/

/**
 * Exact widths and alphabets: a lenient pattern was found to match a whole verify string, and the same private key
 * signs both (protocol.md §2, signing safety). Only the vendor's msgId has no fixed width; every later field has one,
 * so the text still has one reading, and no edition has room for a verify string's ciphertext. Pure, so that apps,
 * which read none, leave them out.
 */
const SHAPES: Record<ImageEdition, RegExp> = {
  miniProgram: /* @__PURE__ */ createShape('miniProgram'),
  h5: /* @__PURE__ */ createShape('h5'),
  h5Vendor: /* @__PURE__ */ createShape('h5Vendor'),
}

function createShape(edition: ImageEdition): RegExp {
  const { msgId, uuid, version } = PRE_SIGN_SHAPES[edition]
  return new RegExp(`^(${msgId})(${TIMESTAMP})(${uuid})(${version})$`)
}

/**
 * Joins the fields.
 *
 * @throws ProtocolError `preSignFieldMalformed` when the fields are not those of the edition.
 */
export function composePreSign(fields: PreSignFields, edition: ImageEdition): string {
  const preSign = FIELDS.map((name) => fields[name]).join('')
  const read = parsePreSign(preSign, { appId: fields.appId, edition })
  // Field by field: one character moved from a field to its neighbor gives the same text with other fields.
  if (read === null || !FIELDS.every((name) => read[name] === fields[name])) {
    throw new ProtocolError(
      'preSignFieldMalformed',
      `the fields of the pre-sign must have the shapes of the ${edition} edition`,
    )
  }
  return preSign
}

/**
 * Takes a pre-sign apart, with the widths and alphabets of one edition and for one app.
 *
 * @returns the fields, or `null` when the text is not exactly such a pre-sign
 */
export function parsePreSign(
  preSign: string,
  { appId, edition }: { readonly appId: string; readonly edition: ImageEdition },
): PreSignFields | null {
  if (!APP_ID.test(appId) || !preSign.startsWith(appId)) return null
  const match = SHAPES[edition].exec(preSign.slice(appId.length))
  if (!match) return null
  const [, msgId, timestamp, uuid, version] = match as unknown as [string, string, string, string, string]
  return parseTimestamp(timestamp) === null ? null : { appId, msgId, timestamp, uuid, version }
}
