import { parseExpandParams } from '../../src/platform/expand-params'

test.each([
  ['callType=6005|undefined', { callType: '6005' }],
  ['callType%3D6006%7CphoneNum%3D18818888888', { callType: '6006', phoneNum: '18818888888' }],
  ['phoneNum=18818888888', { phoneNum: '18818888888' }],
  ['a=b=c', { a: 'b=c' }],
  ['a=%7C', { a: '%7C' }],
  ['', {}],
  ['%', {}],
  ['|=|', {}],
])('parseExpandParams parses %s', (text, pairs) => {
  expect(Object.fromEntries(parseExpandParams(text))).toEqual(pairs)
})
