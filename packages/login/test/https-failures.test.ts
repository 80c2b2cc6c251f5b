// What each code of the HTTPS edition's call leads to.
import { SdkError } from '@local-number/jssdk'
import { RETURN_CODES } from '@local-number/protocol/return-codes'
import { readHttpsFailure } from '../src/https-failures'

const attempt = { appId: '300011877495' }
const refused = (code: string, owner: 'CM' | 'CU' | 'CT' | null = null) =>
  new SdkError('tokenRefused', 'no', code, owner)

const EXPECTED = [
  // A success without a token.
  ['103000', 'tokenRefused', false],
  ['103101', 'tokenRefused', false],
  ['105112', 'tokenRefused', false],
  ['110023', 'tokenRefused', false],
  ['110024', 'tokenRefused', false],
  ['110025', 'tokenRefused', false],
  ['110026', 'tokenRefused', false],
  ['170001', 'tokenRefused', false],
  ['110029', 'tokenRefused', false],
  // Here a blocked number; in the image edition, a number that the gateway did not add.
  ['111002', 'tokenRefused', false],
  ['103911', 'tokenRefused', false],
  ['130010', 'tokenRefused', false],
  ['103609', 'numberRetrievalFailed', false],
  ['103111', 'numberRetrievalFailed', true],
  ['105002', 'numberRetrievalFailed', true],
  ['103211', 'tokenRefused', true],
  ['0', 'carrierUnreachable', true],
  ['500', 'carrierUnreachable', true],
] as const

test('every code of the registry is judged here', () => {
  const known = RETURN_CODES.httpsGetMobile.map(({ code }) => code)
  expect(EXPECTED.map(([code]) => code).sort()).toEqual([...known].sort())
})

test.each([...EXPECTED, ['999999', 'tokenRefused', false], ['constructor', 'tokenRefused', false]] as const)(
  '%s is %s; the network may explain it: %p',
  (code, reason, networkMayExplain) => {
    expect(readHttpsFailure(refused(code), { attempt })).toEqual({ reason, networkMayExplain })
  },
)

test.each(['CU', 'CT'] as const)(
  '103111 with the owner %s is otherCarrier, unless three networks are asked for',
  (owner) => {
    const read = (openType?: '0' | '1') =>
      readHttpsFailure(refused('103111', owner), { attempt: { ...attempt, openType } })
    expect(read()).toEqual({ reason: 'otherCarrier', networkMayExplain: false })
    expect(read('1')).toEqual({ reason: 'otherCarrier', networkMayExplain: false })
    expect(read('0')).toEqual({ reason: 'numberRetrievalFailed', networkMayExplain: false })
  },
)

test('103111 with China Mobile as the owner is not another carrier', () => {
  expect(readHttpsFailure(refused('103111', 'CM'), { attempt })).toMatchObject({ reason: 'numberRetrievalFailed' })
})

test('an owner beside another code means nothing', () => {
  expect(readHttpsFailure(refused('103101', 'CU'), { attempt })).toMatchObject({ reason: 'tokenRefused' })
})

test('a call that takes too long is a timeout that the network may explain', () => {
  const timeout = new SdkError('timeout', 'no answer within 3000 ms')
  expect(readHttpsFailure(timeout, { attempt })).toEqual({ reason: 'timeout', networkMayExplain: true })
})

test.each([new SdkError('invalidParameters', 'no', '130030'), new Error('no'), undefined])(
  '%p is not a failure of the call',
  (thrown) => {
    expect(readHttpsFailure(thrown, { attempt })).toBeNull()
  },
)
