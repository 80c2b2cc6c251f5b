import { isAtLeast } from '../../src/wx/version'

test.each([
  ['2.21.0', true],
  ['2.21', true],
  ['2.21.1', true],
  ['2.100.0', true],
  ['3.0.0', true],
  ['10.0.0', true],
  ['2.20.9', false],
  ['2.3.0', false],
  ['1.99.99', false],
  ['', false],
  [undefined, false],
])('base library %p against 2.21.0: %p', (version, expected) => {
  expect(isAtLeast(version, '2.21.0')).toBe(expected)
})
