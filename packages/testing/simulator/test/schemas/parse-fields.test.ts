// Refusals of the admin API: every wrong field with its path, a code that a program can translate, and English words.
import type { FieldError } from '@local-number/simulator-contract'
import { SimulatorError } from '../../src/common/errors'
import { appPatchSchema, appSchema } from '../../src/schemas/app'
import { parseFaultRequest } from '../../src/schemas/fault'
import { handsetSchema } from '../../src/schemas/handset'
import { parseFields } from '../../src/schemas/parse-fields'
import { clockSchema, tracesQuerySchema } from '../../src/schemas/requests'
import { CUSTOMER_PRIVATE_KEY, CUSTOMER_PUBLIC_KEY } from '../support/customer'

function refuse(parse: () => unknown): SimulatorError {
  try {
    parse()
  } catch (error) {
    if (error instanceof SimulatorError) return error
    throw error
  }
  throw new Error('the request was accepted')
}

const pathsAndCodes = (fields: readonly FieldError[]) => fields.map(({ path, code }) => `${path} ${code}`)

const parseApp = (app: unknown) => () => parseFields(app, appSchema)
const parsePatch = (patch: unknown) => () => parseFields(patch, appPatchSchema)
const parseHandset = (handset: unknown) => () => parseFields(handset, handsetSchema)
const parseFault = (request: unknown) => () => parseFaultRequest(request as never)
const parseClock = (change: unknown) => () => parseFields(change, clockSchema)
const parseTraces = (query: unknown) => () => parseFields(query, tracesQuerySchema)

const HANDSET = { id: 'mine', label: 'Mine', msisdn: null, carrier: 'CM', network: '4g' }
const fault = (effect: object) => parseFault({ call: 'getMobile', effect })

test.each<[string, () => unknown, readonly string[]]>([
  ['a required field is not there', parseApp({ appId: '300011' }), ['appKey missing']],
  ['a required choice is not there', parseHandset({ ...HANDSET, carrier: undefined }), ['carrier missing']],
  ['an effect is not there', parseFault({ call: 'verify' }), ['effect missing']],
  ['an effect is empty', fault({}), ['effect missing']],
  ['a number stands for a text', parseApp({ appId: 300011, appKey: 'k' }), ['appId wrongType']],
  ['a fraction stands for a whole number', parsePatch({ balance: 1.5 }), ['balance wrongType']],
  ['a request is not an object', parseApp(7), [' wrongType']],
  ['a list is not a list', parsePatch({ wxappids: 'wx1' }), ['wxappids wrongType']],
  ['a text has another form', parseApp({ appId: 'x', appKey: 'k' }), ['appId malformed']],
  ['an address is not an address', parsePatch({ ipWhiteList: ['::1', 'all'] }), ['ipWhiteList[1] malformed']],
  ['a URL has another scheme', fault({ redirect: 'ftp://example.com' }), ['effect.redirect malformed']],
  ['a clock change has no known shape', parseClock({}), [' malformed']],
  ['a value is none of the choices', parsePatch({ scenarios: ['web'] }), ['scenarios[0] notAllowed']],
  ['a size is none of the choices', parsePatch({ platformKeys: { bits: 512 } }), ['platformKeys.bits notAllowed']],
  ['an effect does not fit the call', fault({ malformedJson: true }), ['effect.malformedJson notAllowed']],
  ['a number is too small', parsePatch({ dailyLimit: -1 }), ['dailyLimit outOfRange']],
  ['a number is too large', parsePatch({ tokenLifetimeMs: 600_001 }), ['tokenLifetimeMs outOfRange']],
  ['a jitter exceeds its delay', fault({ delayMs: 1, jitterMs: 2 }), ['effect.jitterMs outOfRange']],
  ['a query parameter is too large', parseTraces({ limit: '1001' }), ['limit outOfRange']],
  ['a text is too long', parseHandset({ ...HANDSET, label: 'x'.repeat(41) }), ['label tooLong']],
  ['a list is too long', parsePatch({ wxappids: Array(101).fill('wx1') }), ['wxappids tooLong']],
  ['a key is not a key', parsePatch({ customerPublicKeys: ['AAAA'] }), ['customerPublicKeys[0] notAnRsaKey']],
  [
    'fields are unknown',
    parsePatch({ a: 1, signature: { b: 2 } }),
    ['signature.algorithm missing', 'signature.encoding missing', 'signature.b unknownField', 'a unknownField'],
  ],
])('when %s, the field is named with a code', (_, parse, expected) => {
  expect(pathsAndCodes(refuse(parse).fields)).toEqual(expected)
})

test('each field’s message continues its path, and the whole message has them all', () => {
  const { code, message, fields } = refuse(
    parsePatch({ dailyLimit: -1, customerPublicKeys: [CUSTOMER_PUBLIC_KEY, ''] }),
  )
  const notAKey = 'is not an RSA key: give the base64 of its DER, without PEM lines'
  expect(code).toBe('fieldsMalformed')
  expect(fields.map(({ message: text }) => text)).toEqual([notAKey, 'must not be negative'])
  expect(message).toBe(`customerPublicKeys[1] ${notAKey}; dailyLimit must not be negative`)
})

test('a private key that was pasted as a field’s name is not repeated in the path', () => {
  const [field] = refuse(parsePatch({ [CUSTOMER_PRIVATE_KEY]: 1 })).fields
  expect(field).toMatchObject({ code: 'unknownField' })
  expect(JSON.stringify(field)).not.toContain(CUSTOMER_PRIVATE_KEY.slice(20, 60))
})

test('at most 50 fields are reported', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`x${at}`, at]))
  expect(refuse(parsePatch(unknown)).fields).toHaveLength(50)
  expect(refuse(parsePatch({ wxappids: Array(99).fill('') })).fields).toHaveLength(50)
})
