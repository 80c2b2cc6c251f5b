import fc from 'fast-check'
import { findDifferences } from '../../src/diagram/differences'

/** The found text, with the marked pieces in brackets. */
const marked = (expected: string, found: string) =>
  findDifferences(expected, found)
    .map(({ value, isDifferent }) => (isDifferent ? `[${value}]` : value))
    .join('')

test('marks what was signed instead of the expected text', () => {
  expect(marked('300011AAAA1.2', '300011BBBB1.2')).toBe('300011[BBBB]1.2')
})

test('marks every separator between the parts of a text', () => {
  expect(marked('300011abcdef1.2', '300011&abcdef&1.2')).toBe('300011[&]abcdef[&]1.2')
})

test('marks another id as a whole, without the characters that match by chance', () => {
  expect(marked('30001199a81b1.2', '3000114a7b91.2').replaceAll('][', '')).toBe('300011[4a7b9]1.2')
})

test('marks nothing in a text that only lacks characters', () => {
  expect(marked('abcdef', 'abef')).toBe('abef')
})

test('marks nothing in equal texts', () => {
  expect(marked('same', 'same')).toBe('same')
})

test('marks a long text with nothing in common as a whole, without comparing for seconds', () => {
  const found = 'b'.repeat(20_000)
  expect(findDifferences('a'.repeat(20_000), found)).toEqual([{ value: found, isDifferent: true }])
})

test('loses no character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (expected, found) => {
      const pieces = findDifferences(expected, found)
      return pieces.map(({ value }) => value).join('') === found
    }),
  )
})
