import { formatTimestamp } from '@local-number/protocol'
import { getReplayWindowMs, judgePreSign, type PreSignPolicy } from '../../src/sign/pre-sign-policy'
import { APP_ID, createHttpsPreSign, createHttpsTraceId, createId, createPreSign, NOON } from '../support/business'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const policy: PreSignPolicy = { appId: APP_ID, editions: ['miniProgram', 'h5'], clockSkewMs: 2 * MINUTE }
const withVendor: PreSignPolicy = { ...policy, editions: [...policy.editions, 'h5Vendor'] }
const withHttpsVendor: PreSignPolicy = { ...policy, editions: [...policy.editions, 'httpsVendor'] }
const ownHttps: PreSignPolicy = { ...policy, editions: ['httpsMiniProgram', 'httpsH5'] }

const vendorPreSign = `${APP_ID}0.8412345678901234${formatTimestamp(NOON, 480)}0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f1.0`
const judge = (preSign: string, of = policy) => {
  const judgment = judgePreSign(preSign, of, NOON)
  return judgment.accepted ? 'accepted' : judgment.code
}

describe('a pre-sign of this app', () => {
  it('is accepted with its ids', () => {
    const msgId = createId()
    expect(judgePreSign(createPreSign(NOON, { msgId }), policy, NOON)).toMatchObject({
      accepted: true,
      ids: { msgId },
    })
  })

  it.each([-12 * 60, -570, 0, 345, 480, 825, 14 * 60])('is accepted from a phone %i minutes east of UTC', (offset) => {
    const preSign = `${APP_ID}${createId()}${formatTimestamp(NOON, offset)}${createId()}1.2`
    expect(judge(preSign)).toBe('accepted')
  })

  it('is accepted up to two minutes off', () => {
    expect(judge(createPreSign(NOON - 2 * MINUTE))).toBe('accepted')
    expect(judge(createPreSign(NOON + 2 * MINUTE))).toBe('accepted')
    expect(judge(createPreSign(NOON - 2 * MINUTE - 1))).toBe('preSignOutsideWindow')
    expect(judge(createPreSign(NOON + 2 * MINUTE + 1))).toBe('preSignOutsideWindow')
  })

  it.each([-21 * HOUR, 7 * HOUR, 30 * 24 * HOUR])('is refused at an offset that no time zone has: %i ms', (away) => {
    expect(judge(createPreSign(NOON + away))).toBe('preSignOutsideWindow')
  })

  it('stays known for as long as it could be accepted again', () => {
    const accepted = (atMs: number) => judgePreSign(createPreSign(NOON), policy, atMs).accepted
    // Its wall clock is 20 h ahead of UTC−12 and 6 h behind UTC+14.
    const [first, last] = [NOON - 6 * HOUR - 2 * MINUTE, NOON + 20 * HOUR + 2 * MINUTE]
    expect([accepted(first - 1), accepted(first), accepted(last), accepted(last + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(getReplayWindowMs(policy)).toBeGreaterThan(last - first)
  })
})

describe('another text is refused as malformed', () => {
  it.each([
    ['a pre-sign of another app', createPreSign(NOON, { appId: '300099999999' })],
    ['a pre-sign without its last character', createPreSign(NOON).slice(0, -1)],
    ['a pre-sign with a space behind it', `${createPreSign(NOON)} `],
    ['a pre-sign with a line break behind it', `${createPreSign(NOON)}\n`],
    ['an empty text', ''],
    ['a pre-sign of another version', createPreSign(NOON).replace(/1\.2$/, '1.0')],
    ['a pre-sign at a time that does not exist', createPreSign(NOON).replace('20261122', '20261322')],
    ['a pre-sign of the vendor script', vendorPreSign],
  ])('%s', (_, preSign) => {
    expect(judge(preSign)).toBe('preSignMalformed')
  })

  it('except that of the vendor script, if its edition is configured', () => {
    expect(judge(vendorPreSign, withVendor)).toBe('accepted')
  })
})

describe('a pre-sign of a vendor’s script of the HTTPS edition', () => {
  it('is accepted with its ids if its edition is configured', () => {
    const traceId = createHttpsTraceId()
    expect(judgePreSign(createHttpsPreSign(NOON, { traceId }), withHttpsVendor, NOON)).toMatchObject({
      accepted: true,
      ids: { msgId: traceId, timestamp: formatTimestamp(NOON, 480) },
    })
  })

  it('is malformed to a server without its edition, also to one with our own HTTPS editions', () => {
    const preSign = createHttpsPreSign(NOON)
    expect([policy, withVendor, ownHttps].map((of) => judge(preSign, of))).toEqual(Array(3).fill('preSignMalformed'))
  })

  it('is accepted up to two minutes off', () => {
    expect(judge(createHttpsPreSign(NOON - 2 * MINUTE), withHttpsVendor)).toBe('accepted')
    expect(judge(createHttpsPreSign(NOON - 2 * MINUTE - 1), withHttpsVendor)).toBe('preSignOutsideWindow')
  })

  it.each([
    ['of another app', createHttpsPreSign(NOON, { appId: '300099999999' })],
    ['with two different ids', createHttpsPreSign(NOON).replace(/.1\.0$/, '_1.0')],
    ['with a part of an appKey behind it', `${createHttpsPreSign(NOON)}A1B2`],
    ['of another version', createHttpsPreSign(NOON).replace(/1\.0$/, '1.2')],
    ['of an unknown business type', createHttpsPreSign(NOON).replace(APP_ID + 1, APP_ID + 2)],
  ])('is malformed if it is one %s', (_, preSign) => {
    expect(judge(preSign, withHttpsVendor)).toBe('preSignMalformed')
  })
})
