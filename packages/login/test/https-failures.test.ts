// What each code of the HTTPS edition's call leads to.
import { SdkError } from '@local-number/jssdk'
import { RETURN_CODES } from '@local-number/protocol/return-codes'
import { HTTPS_MEANINGS, readHttpsFailure } from '../src/https-failures'

const attempt = { appId: '300011877495' }
const refused = (code: string, owner: 'CM' | 'CU' | 'CT' | null = null) =>
  new SdkError('tokenRefused', 'no', code, owner)

test('the table has exactly the codes of the registry', () => {
  const known = RETURN_CODES.httpsGetMobile.map(({ code }) => code)
  expect(Object.keys(HTTPS_MEANINGS).sort()).toEqual([...known].sort())
})

test.each([
  ['103000', 'tokenRefused', false],
  ['103101', 'tokenRefused', false],
  ['111002', 'tokenRefused', false],
  ['103609', 'numberRetrievalFailed', false],
  ['103111', 'numberRetrievalFailed', true],
  ['105002', 'numberRetrievalFailed', true],
  ['103211', 'tokenRefused', true],
  ['0', 'carrierUnreachable', true],
  ['500', 'carrierUnreachable', true],
  ['999999', 'tokenRefused', false],
  ['constructor', 'tokenRefused', false],
] as const)('%s is %s; the network may explain it: %p', (code, reason, networkMayExplain) => {
  expect(readHttpsFailure(refused(code), { attempt })).toEqual({ reason, networkMayExplain })
})

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
