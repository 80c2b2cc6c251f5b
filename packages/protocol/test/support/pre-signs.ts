// Pre-signs and verify strings as fast-check makes them up.
import fc from 'fast-check'
import type { ImageEdition } from '../../src/editions'
import { HTTPS_ID_ALPHABET, type HttpsPreSignFields } from '../../src/https-edition'
import { type PreSignFields, parsePreSign } from '../../src/pre-sign'
import { formatTimestamp } from '../../src/timestamp'

export const IMAGE_EDITION_NAMES: readonly ImageEdition[] = ['miniProgram', 'h5', 'h5Vendor']

const ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const text = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })

export const appId = fc.stringMatching(/^\d{6,20}$/)
const id32 = text(ALNUM, 32)
export const timestamp = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => formatTimestamp(date.getTime(), 0))

/** What the vendor's script takes for an id: the text of a random number, or one made to be as long as one can be. */
const fraction = fc.oneof(
  fc.double({ min: 1e-6, max: 1, maxExcluded: true, noNaN: true }).map(String),
  fc.stringMatching(/^0\.\d{1,22}$/),
)
const guid = fc
  .tuple(...[8, 4, 4, 4, 12].map((length) => text('0123456789abcdef', length)))
  .map((groups) => groups.join('-'))

const own = { appId, msgId: id32, timestamp, uuid: id32, version: fc.constant('1.2') }
const FIELDS: Record<ImageEdition, fc.Arbitrary<PreSignFields>> = {
  miniProgram: fc.record(own),
  h5: fc.record(own),
  h5Vendor: fc.record({ ...own, msgId: fraction, uuid: guid, version: fc.constantFrom('1.0', '1.1', '1.2') }),
}

/** The fields of a pre-sign of one edition. */
export const arbitraryFields = (edition: ImageEdition): fc.Arbitrary<PreSignFields> => FIELDS[edition]

/** Any edition, with fields of it. */
export const anyEdition: fc.Arbitrary<{ readonly edition: ImageEdition; readonly fields: PreSignFields }> = fc.oneof(
  ...IMAGE_EDITION_NAMES.map((edition) => FIELDS[edition].map((fields) => ({ edition, fields }))),
)

/** The fields of a pre-sign of the HTTPS edition. */
export const anyHttpsFields: fc.Arbitrary<HttpsPreSignFields> = fc.record({
  appId,
  businessType: fc.constantFrom('1', '5'),
  traceId: text(HTTPS_ID_ALPHABET, 32),
  timestamp,
  version: fc.constant('1.0'),
})

export const joined = ({ appId, msgId, timestamp, uuid, version }: PreSignFields): string =>
  `${appId}${msgId}${timestamp}${uuid}${version}`

/** The editions that read a text as a pre-sign of an app. */
export const readings = (preSign: string, appId: string) =>
  IMAGE_EDITION_NAMES.filter((edition) => parsePreSign(preSign, { appId, edition }) !== null)

/** base64 of one block of the smallest key that is ever used, 1024 bits. */
export const SHORTEST_PHONE_NUM = 172

/** A real ciphertext, or one whose base64 happens to be letters and digits only: the best an attacker can hope for. */
const phoneNum = fc.oneof(
  fc.uint8Array({ minLength: 128, maxLength: 128 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc.uint8Array({ minLength: 256, maxLength: 256 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  text(ALNUM, 171).map((letters) => `${letters}=`),
)

/**
 * What the same key signs for the verify call (protocol.md §5). The msgId, the token and the times are chosen by
 * an attacker: whole and halved pre-signs of the same app among them.
 */
export const verifyString: fc.Arbitrary<{ readonly appId: string; readonly text: string }> = fc
  .record({
    app: anyEdition,
    msgId: fc.oneof(id32, fraction, fc.constant(''), fc.nat(100)),
    phoneNum,
    timestamp: fc.oneof(timestamp, fc.constant('')),
    token: fc.oneof(id32, guid, fc.constant(''), fc.nat(100)),
    version: fc.constantFrom('1.0', '1.1', '1.2', ''),
  })
  .map(({ app: { fields }, msgId, phoneNum, timestamp, token, version }) => {
    const preSign = joined(fields)
    const head = typeof msgId === 'number' ? preSign.slice(fields.appId.length, msgId) : msgId
    const tail = typeof token === 'number' ? preSign.slice(token) : token
    return { appId: fields.appId, text: `${fields.appId}${head}${phoneNum}${timestamp}${tail}${version}` }
  })
