import { assert, assertEqual, formatValue } from '../src/assertions'
import { Unmet } from '../src/scenario'

test('assertions that hold throw nothing', () => {
  expect(() => assert(true, 'a rule')).not.toThrow()
  expect(() => assertEqual({ a: [1] }, { a: [1] }, 'a')).not.toThrow()
})

test('assertions that fail state the rule, or expected and actual value', () => {
  expect(() => assert(false, 'the image must be http')).toThrow(new Unmet('the image must be http'))
  expect(() => assertEqual('1', 1, 'the code')).toThrow(new Unmet('the code must be 1, and was "1"'))
})

test('values are formatted without secrets, and with limited length', () => {
  expect(formatValue({ phone: '13800138000' })).toBe('{"phone":"138****8000"}')
  expect(formatValue('T'.repeat(60))).toBe('"TTTTTTTTTTTT…"')
  expect(formatValue(undefined)).toBe('undefined')
  expect(formatValue('a b '.repeat(100))).toHaveLength(161)
})
