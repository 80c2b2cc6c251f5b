// The names that page and business server agree on.
import { BUSINESS_PATHS, SMS_PATHS, TRACE_HEADER, TRACE_ID, WECHAT_PHONE_PATH } from '../src/business-api'

test('every route has a path of its own, which can follow any base URL', () => {
  const paths = [...Object.values(BUSINESS_PATHS), ...Object.values(SMS_PATHS), WECHAT_PHONE_PATH]
  for (const path of paths) expect(path).toMatch(/^(\/[a-z-]+)+$/)
  expect(new Set(paths).size).toBe(6)
})

test('the trace header is in lower case, as Node reports headers', () => {
  expect(TRACE_HEADER).toBe(TRACE_HEADER.toLowerCase())
})

test('a trace id is 32 lower-case hex digits', () => {
  expect('0123456789abcdef'.repeat(2)).toMatch(TRACE_ID)
})

test.each([
  ['too short', 'a'.repeat(31)],
  ['too long', 'a'.repeat(33)],
  ['in capitals', 'A'.repeat(32)],
  ['no hex', 'g'.repeat(32)],
  ['followed by a line break, which would split a log', `${'a'.repeat(32)}\n`],
  ['a UUID with dashes', 'b50bbef6-c4cd-4fa8-a1b2-c3d4e5f60718'],
  ['empty', ''],
])('a text that is %s is not a trace id', (_, text) => {
  expect(text).not.toMatch(TRACE_ID)
})
