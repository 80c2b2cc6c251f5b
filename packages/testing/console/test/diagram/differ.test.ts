import fc from 'fast-check'
import { differ } from '../../src/diagram/differ'

test('marks what was signed instead of what should have been', () => {
  expect(differ('300011AAAA1.2', '300011BBBB1.2')).toEqual({ before: '300011', different: 'BBBB', after: '1.2' })
})

test('marks nothing in a text that only lacks something', () => {
  expect(differ('abcdef', 'abef')).toEqual({ before: 'ab', different: '', after: 'ef' })
})

test('equal texts do not differ', () => {
  expect(differ('same', 'same')).toEqual({ before: 'same', different: '', after: '' })
})

test('loses no character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (expected, found) => {
      const { before, different, after } = differ(expected, found)
      return before + different + after === found
    }),
  )
})
