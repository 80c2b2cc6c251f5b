// The HTTPS edition's signed text, held against what a vendor's script was recorded to hand out.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import {
  BUSINESS_TYPES,
  composeHttpsPreSign,
  HTTPS_ID_ALPHABET,
  HTTPS_VERSION,
  type HttpsPreSignFields,
  parseHttpsPreSign,
} from '../src/https-edition'
import { anyEdition, anyHttpsFields, IMAGE_EDITION_NAMES, joined, readings, verifyString } from './support/pre-signs'
import { h5, miniProgram } from './vectors/https-edition.json'

type Vector = (typeof h5)[number] | (typeof miniProgram)[number]

const readFields = ({ output: { body } }: Vector) => body as HttpsPreSignFields
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

describe.each([...h5, ...miniProgram].map((vector) => [vector.name, vector] as const))(
  'the vector of %s',
  (_, vector) => {
    const { appId, businessType, traceId, timestamp, version } = readFields(vector)
    const preSign = composeHttpsPreSign({ appId, businessType, traceId, timestamp, version })

    test('has this text in front of the appKey', () => {
      expect(preSign + vector.sign.appKey).toBe(vector.sign.signed)
      expect(md5(preSign + vector.sign.appKey)).toBe(vector.sign.md5)
    })

    test('reads back as its fields', () => {
      expect(parseHttpsPreSign(preSign, appId)).toEqual({ appId, businessType, traceId, timestamp, version })
    })
  },
)

test.each(h5.map(({ name, output }) => [name, output] as const))(
  'getSign of the vendor’s script gave this text: %s',
  (_, output) => {
    const { appId, businessType, traceId, timestamp, version } = output.body
    expect(composeHttpsPreSign({ appId, businessType: '1', traceId, timestamp, version })).toBe(output.preSign)
    expect(businessType).toBe(BUSINESS_TYPES.httpsH5)
  },
)

const fields: HttpsPreSignFields = {
  appId: '300011877495',
  businessType: '5',
  traceId: 'NSBDKQGFPUAS68UM619QO6GODAB6R6LM',
  timestamp: '20260101085900000',
  version: HTTPS_VERSION,
}

describe('a text is refused', () => {
  test.each([
    ['with another app’s id', { appId: '300011877496' }],
    ['with two different ids', { traceId: 'NSBDKQGFPUAS68UM619QO6GODAB6R6LN' }],
    ['with a lower-case letter in the id', { traceId: fields.traceId.toLowerCase() }],
    ['with a time that does not exist', { timestamp: '20260231085900000' }],
    ['of another version', { version: '1.2' }],
    ['of another kind of client', { businessType: '2' }],
  ])('%s', (_, change) => {
    const { appId, businessType, traceId, timestamp, version } = { ...fields, ...change }
    const text = appId + businessType + traceId + timestamp + fields.traceId + version
    expect(parseHttpsPreSign(text, fields.appId)).toBeNull()
  })

  test.each(['\n', ' ', '0'])('with %j behind it', (tail) => {
    expect(parseHttpsPreSign(composeHttpsPreSign(fields) + tail, fields.appId)).toBeNull()
  })
})

test('fields that read back differently are not joined', () => {
  const moved = { ...fields, appId: `${fields.appId}5`, businessType: '' as '5' }
  expect(() => composeHttpsPreSign(moved)).toThrow(expect.objectContaining({ code: 'preSignFieldMalformed' }))
})

test('an id has 32 letters to choose from, so that five random bits are one letter', () => {
  expect(new Set(HTTPS_ID_ALPHABET).size).toBe(32)
})

describe('no text has two meanings', () => {
  test('a pre-sign of the image edition never reads as one of the HTTPS edition', () => {
    fc.assert(fc.property(anyEdition, ({ fields }) => parseHttpsPreSign(joined(fields), fields.appId) === null))
  })

  test('a pre-sign of the HTTPS edition never reads as one of the image edition', () => {
    expect(IMAGE_EDITION_NAMES).not.toEqual([])
    fc.assert(fc.property(anyHttpsFields, (fields) => readings(composeHttpsPreSign(fields), fields.appId).length === 0))
  })

  test('a verify string never reads as a pre-sign of the HTTPS edition', () => {
    fc.assert(fc.property(verifyString, ({ appId, text }) => parseHttpsPreSign(text, appId) === null))
  })
})
