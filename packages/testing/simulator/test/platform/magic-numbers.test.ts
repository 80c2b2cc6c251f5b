// Magic numbers: one for each failure in the protocol's registry.
import { parseMsisdn } from '@local-number/protocol'
import { CALLS, lookUp, RETURN_CODES } from '@local-number/protocol/return-codes'
import { findMagicDecision, findMagicEffect, listMagicNumbers } from '../../src/platform/magic-numbers'

test.each([
  ['getMobile', '16001111002', '111002'],
  ['getMobile', '16001000500', '500'],
  ['getToken', '16002130018', '130018'],
  ['getToken', '16002000000', '0'],
  ['verify', '16003120020', '120020'],
  ['verify', '16003000001', '001'],
  ['getMobile', '16001110029', '110029'],
  ['getToken', '16002103911', '103911'],
  ['verify', '16003000606', '606'],
] as const)('%s with the magic number %s answers %s', (call, msisdn, code) => {
  expect(findMagicDecision(call, msisdn)).toEqual({ code, cause: null })
})

test.each([
  ['of another call', 'getMobile', '16003120020'],
  ['of an unknown code', 'verify', '16003120021'],
  ['of a success', 'getToken', '16002000000000'],
  ['of a verified number', 'verify', '16003000000'],
  ['of a subscriber', 'verify', '13800138000'],
  ['that is empty', 'verify', ''],
] as const)('a number %s is not a magic number of %s', (_, call, msisdn) => {
  expect(findMagicDecision(call, msisdn)).toBeNull()
})

test('magic numbers are valid mobile numbers and all different', () => {
  const numbers = listMagicNumbers().map(({ msisdn }) => msisdn)
  expect(numbers.map(parseMsisdn)).toEqual(numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
})

/** Those of the calls, which have return codes. */
const listCodes = () =>
  listMagicNumbers().flatMap(({ call, ...number }) => (call === 'textMessage' ? [] : [{ ...number, call }]))

test('every listed magic number of a call produces its code', () => {
  for (const { msisdn, call, code } of listCodes())
    expect(findMagicDecision(call, msisdn)).toEqual({ code, cause: null })
})

test.each([
  ['16005000000', { lost: true }],
  ['16005000002', { duplicated: true }],
  ['16005000060', { delayMs: 60_000 }],
  ['16005000422', { refused: true }],
])('a text message to the magic number %s has the effect %j', (msisdn, effect) => {
  expect(findMagicEffect(msisdn)).toEqual(effect)
  expect(listMagicNumbers()).toContainEqual(expect.objectContaining({ msisdn, call: 'textMessage', as: 'typed' }))
})

test.each(['13800138000', '16003120020', '16005000001', 'constructor'])(
  '%s has no effect on text messages',
  (number) => {
    expect(findMagicEffect(number)).toBeNull()
  },
)

test('no magic number produces a success', () => {
  const outcomes = listCodes().map(({ call, code }) => lookUp(call, code).outcome)
  expect(new Set(outcomes)).toEqual(new Set(['failure', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable']))
})

test('magic numbers of the phone’s calls are for the SIM, those of verify for the typed number', () => {
  expect(Object.fromEntries(listMagicNumbers().map(({ call, as }) => [call, as]))).toEqual({
    getMobile: 'sim',
    getToken: 'sim',
    httpsGetMobile: 'sim',
    verify: 'typed',
    textMessage: 'typed',
  })
  for (const call of CALLS)
    expect(listMagicNumbers().filter((number) => number.call === call).length).toBeGreaterThan(10)
})

test('every failure of both dialects has a magic number', () => {
  const codes = Object.values(RETURN_CODES).flat()
  expect(listCodes()).toHaveLength(
    codes.filter(({ outcome }) => outcome !== 'success' && outcome !== 'verified').length,
  )
})
