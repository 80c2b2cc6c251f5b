import { parseJson } from '../src'

test.each([
  ['{"a":[1]}', { a: [1] }],
  ['null', null],
  ['0', 0],
])('parses %s', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test.each(['', '{', 'undefined', "{'a':1}"])('returns undefined for malformed JSON: %j', (text) => {
  expect(parseJson(text)).toBeUndefined()
})
