// The text that the customer's key signs: its parts, and the texts that it can never be confused with.
import fc from 'fast-check'
import type { Edition } from '../src/editions'
import { composePreSign, type PreSignFields, parsePreSign } from '../src/pre-sign'
import {
  anyEdition,
  appId,
  arbitraryFields,
  IMAGE_EDITION_NAMES,
  joined,
  readings,
  timestamp,
} from './support/pre-signs'
import { vectors } from './vectors/miniprogram-sdk.json'

const FIELDS: PreSignFields = {
  appId: '300011877495',
  msgId: 'NSBDKQGFPUAS68UM619QO6GODAB6R6LM',
  timestamp: '20260101085900000',
  uuid: 'E8GA3CEORO7LI2NQIR1NDVT69RPVU0S7',
  version: '1.2',
}
const VENDOR_FIELDS: PreSignFields = {
  ...FIELDS,
  msgId: '0.8412345678901234',
  uuid: '0a1b0a1b-2c3d-4e5f-6071-82938293a4b5',
  version: '1.0',
}

describe('composePreSign', () => {
  test('joins appId, msgId, timestamp, uuid and version without separators', () => {
    expect(composePreSign(FIELDS, 'miniProgram')).toBe(
      '300011877495NSBDKQGFPUAS68UM619QO6GODAB6R6LM20260101085900000E8GA3CEORO7LI2NQIR1NDVT69RPVU0S71.2',
    )
  })

  test.each(vectors.map(({ name, input, output }) => [name, input, output] as const))(
    "makes what the carrier's own SDK made on %s",
    (_, { appId, msgId, uuid, version }, { timestamp, preSignWithoutAppId }) => {
      expect(composePreSign({ appId, msgId, timestamp, uuid, version }, 'miniProgram')).toBe(
        appId + preSignWithoutAppId,
      )
    },
  )

  test.each<[string, Partial<PreSignFields>]>([
    ['an appId with a letter', { appId: '30001187749x' }],
    ['an empty appId', { appId: '' }],
    ['a msgId of 31 characters', { msgId: FIELDS.msgId.slice(1) }],
    ['a uuid of 33 characters', { uuid: `${FIELDS.uuid}0` }],
    ['a uuid with a dash', { uuid: `-${FIELDS.uuid.slice(1)}` }],
    ['an impossible time', { timestamp: '20260230085900000' }],
    ['another version', { version: '1.0' }],
    // The text as a whole would pass for these three, but not field by field.
    [
      'a character of the msgId in the timestamp',
      { msgId: FIELDS.msgId.slice(0, -1), timestamp: 'M20260101085900000' },
    ],
    ['a digit of the timestamp in the uuid', { timestamp: '2026010108590000', uuid: `0${FIELDS.uuid}` }],
    ['the end of the appId in the msgId', { appId: '30001187749', msgId: `5${FIELDS.msgId}` }],
  ])('refuses %s without repeating its value', (_, wrong) => {
    const fields = { ...FIELDS, ...wrong }
    expect(() => composePreSign(fields, 'miniProgram')).toThrow(
      expect.objectContaining({ code: 'preSignFieldMalformed', message: expect.not.stringContaining(fields.uuid) }),
    )
  })

  test("refuses the ids of another edition's", () => {
    expect(() => composePreSign(VENDOR_FIELDS, 'h5')).toThrow(/must have the shapes of the h5 edition/)
    expect(() => composePreSign(FIELDS, 'h5Vendor')).toThrow(/must have the shapes of the h5Vendor edition/)
  })

  test('returns a pre-sign of exactly these fields, or throws', () => {
    const shift = fc.integer({ min: -1, max: 1 })
    const cutAnew = fc.tuple(anyEdition, shift, shift, shift).map(([{ edition, fields }, ...shifts]) => {
      const ends = [fields.msgId, fields.timestamp, fields.uuid].map((_, index, all) =>
        all.slice(0, index + 1).join(''),
      )
      const [a = 0, b = 0, c = 0] = ends.map((end, index) => end.length + (shifts[index] ?? 0))
      const text = joined(fields).slice(fields.appId.length)
      const [msgId, timestamp, uuid, version] = [text.slice(0, a), text.slice(a, b), text.slice(b, c), text.slice(c)]
      return { edition, fields: { appId: fields.appId, msgId, timestamp, uuid, version } }
    })
    fc.assert(
      fc.property(cutAnew, ({ edition, fields }) => {
        try {
          const preSign = composePreSign(fields, edition)
          expect(parsePreSign(preSign, { appId: fields.appId, edition })).toEqual(fields)
        } catch (error) {
          expect(error).toMatchObject({ code: 'preSignFieldMalformed' })
        }
      }),
    )
  })
})

describe.each(IMAGE_EDITION_NAMES)('parsePreSign of the %s edition', (edition) => {
  const fields = arbitraryFields(edition)

  test('reads the fields of a composed pre-sign', () => {
    fc.assert(
      fc.property(fields, (fields) => {
        expect(parsePreSign(composePreSign(fields, edition), { appId: fields.appId, edition })).toEqual(fields)
      }),
    )
  })

  test("refuses a foreign app's, also where one appId begins with the other", () => {
    const related = fc.tuple(fields, fc.stringMatching(/^\d{1,8}$/)).chain(([fields, more]) =>
      fc.constantFrom(
        { fields, other: fields.appId + more },
        { fields, other: fields.appId.slice(0, -1) },
        { fields, other: fields.appId.slice(1) },
        // The digits that follow the appId in this very text.
        { fields, other: joined(fields).slice(0, fields.appId.length + more.length) },
      ),
    )
    fc.assert(
      fc.property(fc.oneof(related, fc.record({ fields, other: appId })), ({ fields, other }) => {
        fc.pre(other !== fields.appId)
        expect(readings(joined(fields), other)).toEqual([])
      }),
    )
  })

  test.each(['', '12345', '3000118774951234567890', '30001187749x', '３０００１１８７７４９５'])(
    'refuses every pre-sign for the appId %j, which is none',
    (appId) => {
      expect(readings(joined({ ...FIELDS, appId }), appId)).toEqual([])
    },
  )

  test('refuses a character outside the alphabets at any position', () => {
    const foreign = fc.constantFrom('_', '+', '/', '=', '|', ' ', '\n', '\0', 'é', '码', '０', '٠')
    fc.assert(
      fc.property(fields, fc.nat(), foreign, fc.nat(1), (fields, place, character, replaced) => {
        const preSign = joined(fields)
        const at = place % (preSign.length + 1)
        const spoilt = preSign.slice(0, at) + character + preSign.slice(at + replaced)
        expect(readings(spoilt, fields.appId)).toEqual([])
      }),
    )
  })

  test('refuses a time that does not exist', () => {
    fc.assert(
      fc.property(
        fields,
        fc.constantFrom('20260230120000000', '20261301120000000', '20260601240000000'),
        (fields, time) => expect(readings(joined({ ...fields, timestamp: time }), fields.appId)).toEqual([]),
      ),
    )
  })
})

describe('our own editions', () => {
  const own = fc.oneof(arbitraryFields('miniProgram'), arbitraryFields('h5'))

  test('have one shape, which never reads as the vendor script’s', () => {
    fc.assert(
      fc.property(own, (fields) => {
        expect(readings(joined(fields), fields.appId)).toEqual(['miniProgram', 'h5'])
      }),
    )
  })

  test('refuse one character more or less at any position', () => {
    fc.assert(
      fc.property(own, fc.nat(), fc.constantFrom(...'0aZ.-'), (fields, place, extra) => {
        const preSign = joined(fields)
        const at = place % preSign.length
        expect(readings(preSign.slice(0, at) + preSign.slice(at + 1), fields.appId)).toEqual([])
        expect(readings(preSign.slice(0, at) + extra + preSign.slice(at), fields.appId)).toEqual([])
      }),
    )
  })
})

describe("the vendor script's edition", () => {
  const edition: Edition = 'h5Vendor'
  const reading = (fields: PreSignFields) => parsePreSign(joined(fields), { appId: fields.appId, edition })

  test('is not read as any other edition', () => {
    expect(readings(joined(VENDOR_FIELDS), FIELDS.appId)).toEqual([edition])
  })

  test.each(['0.5', '0.8412345678901234', '0.000001', '0.0000012345678901234567'])('accepts the msgId %s', (msgId) => {
    expect(reading({ ...VENDOR_FIELDS, msgId })).toEqual({ ...VENDOR_FIELDS, msgId })
  })

  test('accepts every random number that JavaScript writes without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        expect(reading({ ...VENDOR_FIELDS, msgId: String(random) })?.msgId).toBe(String(random))
      }),
    )
  })

  test.each(['0', '0.', '1.5', '.5', '-0.5', '5e-7', '0.12345678901234567890123', FIELDS.msgId])(
    'refuses the msgId %s',
    (msgId) => {
      expect(reading({ ...VENDOR_FIELDS, msgId })).toBeNull()
    },
  )

  test.each([
    ['without dashes', VENDOR_FIELDS.uuid.replace(/-/g, '')],
    ['in braces', `{${VENDOR_FIELDS.uuid}}`],
    ['with a letter beyond f', VENDOR_FIELDS.uuid.replace('0a1b', '0g1b')],
    ['one digit short', VENDOR_FIELDS.uuid.slice(0, -1)],
    ['with one digit more', `${VENDOR_FIELDS.uuid}0`],
  ])('refuses a uuid %s', (_, uuid) => {
    expect(reading({ ...VENDOR_FIELDS, uuid })).toBeNull()
  })

  test.each(['1.3', '1x0', '1.00', '2.0', ''])('refuses the version %j', (version) => {
    expect(reading({ ...VENDOR_FIELDS, version })).toBeNull()
  })

  test('has one reading, although the digits of msgId and timestamp adjoin: it is read from its end', () => {
    fc.assert(
      fc.property(arbitraryFields(edition), fc.stringMatching(/^0\.\d{1,5}$/), timestamp, (fields, random, time) => {
        const misleading = { ...fields, msgId: random + time }
        expect(reading(misleading)).toEqual(misleading)
      }),
    )
  })
})
