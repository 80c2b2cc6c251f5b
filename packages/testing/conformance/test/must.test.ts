import { must, mustEqual, shown } from '../src/must'
import { Unmet } from '../src/scenario'

test('what holds passes', () => {
  expect(() => must(true, 'a rule')).not.toThrow()
  expect(() => mustEqual({ a: [1] }, { a: [1] }, 'a')).not.toThrow()
})

test('what does not hold says the rule, or what was expected and what came', () => {
  expect(() => must(false, 'the image must be http')).toThrow(new Unmet('the image must be http'))
  expect(() => mustEqual('1', 1, 'the code')).toThrow(new Unmet('the code must be 1, and was "1"'))
})

test('values are shown without secrets, and not at any length', () => {
  expect(shown({ phone: '13800138000' })).toBe('{"phone":"138****8000"}')
  expect(shown('T'.repeat(60))).toBe('"TTTTTTTTTTTT…"')
  expect(shown(undefined)).toBe('undefined')
  expect(shown('a b '.repeat(100))).toHaveLength(161)
})
