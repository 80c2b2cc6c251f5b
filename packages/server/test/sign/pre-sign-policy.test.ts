import { formatTimestamp } from '@local-number/protocol'
import { judgePreSign, type PreSignPolicy, replayWindowMs } from '../../src/sign/pre-sign-policy'
import { APP_ID, NOON, newId, preSignAt } from '../support/business'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const policy: PreSignPolicy = { appId: APP_ID, editions: ['miniProgram', 'h5'], clockSkewMs: 2 * MINUTE }
const withVendor: PreSignPolicy = { ...policy, editions: [...policy.editions, 'h5Vendor'] }

const vendorPreSign = `${APP_ID}0.8412345678901234${formatTimestamp(NOON, 480)}0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f1.0`
const codeOf = (preSign: string, of = policy) => {
  const judgement = judgePreSign(preSign, of, NOON)
  return judgement.accepted ? 'accepted' : judgement.code
}

describe('a pre-sign of this app', () => {
  it('is accepted, in its fields', () => {
    const msgId = newId()
    expect(judgePreSign(preSignAt(NOON, { msgId }), policy, NOON)).toMatchObject({ accepted: true, fields: { msgId } })
  })

  it.each([-12 * 60, -570, 0, 345, 480, 825, 14 * 60])('may come from a phone %i minutes east of UTC', (offset) => {
    const preSign = `${APP_ID}${newId()}${formatTimestamp(NOON, offset)}${newId()}1.2`
    expect(codeOf(preSign)).toBe('accepted')
  })

  it('may be two minutes off, and no more', () => {
    expect(codeOf(preSignAt(NOON - 2 * MINUTE))).toBe('accepted')
    expect(codeOf(preSignAt(NOON + 2 * MINUTE))).toBe('accepted')
    expect(codeOf(preSignAt(NOON - 2 * MINUTE - 1))).toBe('preSignOutsideWindow')
    expect(codeOf(preSignAt(NOON + 2 * MINUTE + 1))).toBe('preSignOutsideWindow')
  })

  it.each([-21 * HOUR, 7 * HOUR, 30 * 24 * HOUR])('is not from an offset no place on earth has: %i ms', (away) => {
    expect(codeOf(preSignAt(NOON + away))).toBe('preSignOutsideWindow')
  })

  it('must stay known for as long as it could be accepted again', () => {
    const accepted = (atMs: number) => judgePreSign(preSignAt(NOON), policy, atMs).accepted
    // Its wall clock is 20 h ahead of UTC−12 and 6 h behind UTC+14.
    const [first, last] = [NOON - 6 * HOUR - 2 * MINUTE, NOON + 20 * HOUR + 2 * MINUTE]
    expect([accepted(first - 1), accepted(first), accepted(last), accepted(last + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(replayWindowMs(policy)).toBeGreaterThan(last - first)
  })
})

describe('what is no pre-sign of this app', () => {
  it.each([
    ['another app’s', preSignAt(NOON, { appId: '300099999999' })],
    ['cut', preSignAt(NOON).slice(0, -1)],
    ['padded', `${preSignAt(NOON)} `],
    ['ended by a line break', `${preSignAt(NOON)}\n`],
    ['empty', ''],
    ['of another version', preSignAt(NOON).replace(/1\.2$/, '1.0')],
    ['at a time that does not exist', preSignAt(NOON).replace('20261122', '20261322')],
    ['the vendor’s', vendorPreSign],
  ])('is refused: %s', (_, preSign) => {
    expect(codeOf(preSign)).toBe('preSignMalformed')
  })

  it('the vendor script’s is accepted by choice alone', () => {
    expect(codeOf(vendorPreSign, withVendor)).toBe('accepted')
  })
})
