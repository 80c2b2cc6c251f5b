import fc from 'fast-check'
import { parsePhoneNum } from '../../src/platform/phone-num'

const PHONE = '13800138000'
const appKey = 'A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5'
const timestamp = '20260601120000000'

test('parsePhoneNum finds the number in front of appKey and timestamp', () => {
  expect(parsePhoneNum(`${PHONE}${appKey}${timestamp}`, { appKey, timestamp })).toEqual({ phone: PHONE })
})

test.each([
  ['an empty text', '', 'noNumber'],
  ['a text without a number', `${appKey}${timestamp}`, 'noNumber'],
  ['a number of ten digits', `1380013800${appKey}${timestamp}`, 'noNumber'],
  ['a number with its country code', `+86${PHONE}${appKey}${timestamp}`, 'noNumber'],
  ['the number alone', PHONE, 'otherAppKey'],
  ['another appKey', `${PHONE}${appKey.toLowerCase()}${timestamp}`, 'otherAppKey'],
  ['appKey and timestamp the other way round', `${PHONE}${timestamp}${appKey}`, 'otherAppKey'],
  ['a number of twelve digits', `${PHONE}0${appKey}${timestamp}`, 'otherAppKey'],
  ['a text without a timestamp', `${PHONE}${appKey}`, 'otherTimestamp'],
  ['the timestamp of another time', `${PHONE}${appKey}20260601120000001`, 'otherTimestamp'],
  ['the timestamp cut to seconds', `${PHONE}${appKey}20260601120000`, 'otherTimestamp'],
  ['a text with more behind the timestamp', `${PHONE}${appKey}${timestamp}\n`, 'otherTimestamp'],
])('parsePhoneNum refuses %s', (_, text, reason) => {
  expect(parsePhoneNum(text, { appKey, timestamp })).toEqual({ reason })
})

test('parsePhoneNum accepts no other text than number, appKey and timestamp', () => {
  const texts = fc.tuple(fc.stringMatching(/^\d{0,12}$/), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(texts, fc.string({ unit: 'binary' }), ([phone, appKey, timestamp], tail) => {
      const read = parsePhoneNum(`${phone}${tail}`, { appKey, timestamp })
      const isExpected = /^\d{11}$/.test(phone) && tail === `${appKey}${timestamp}`
      if ('phone' in read) expect(`${phone}${tail}`).toBe(`${read.phone}${appKey}${timestamp}`)
      else expect(isExpected).toBe(false)
    }),
  )
})
