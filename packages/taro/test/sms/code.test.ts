import { readCode } from '../../src/sms/code'

test.each([
  ['123456', '123456'],
  ['  123 456 ', '123456'],
  ['12-34-56', '123456'],
  ['1234', '1234'],
  ['1234567', '123456'],
  ['【拾光小店】您的验证码是123456，5分钟内有效', '123456'],
  ['Your code 654321 for 13800138000 is valid for 10 minutes', '654321'],
  ['', ''],
  ['没有数字', ''],
])('%j becomes %j', (text, code) => {
  expect(readCode(text)).toBe(code)
})
