import type { z } from 'zod'
import { defineType, oneOf, origins, port, refuse, splitList, wholeNumber } from '../src'

function parse(type: z.ZodType, text: string | undefined): unknown {
  const { success, data, error } = type.safeParse(text)
  return success ? data : error.issues.map(({ message }) => message)
}

const fruits = ['apple', 'pear', 'plum'] as const
const even = defineType((text) => (Number(text) % 2 === 0 ? Number(text) : refuse('must be even')))

test.each([
  ['wholeNumber, its lower bound', wholeNumber(1, 10), '1', 1],
  ['wholeNumber, its upper bound', wholeNumber(1, 10), '10', 10],
  ['port 0', port(), '0', 0],
  ['the last port', port(), '65535', 65_535],
  ['oneOf', oneOf(fruits), 'pear', 'pear'],
  ['origins', origins(), 'https://a.example, http://[::1]:8080', ['https://a.example', 'http://[::1]:8080']],
  ['origins with a wildcard', origins({ wildcard: true }), '*', ['*']],
  ['a type of its own', even, '4', 4],
])('parses %s', (_, type, text, value) => {
  expect(parse(type, text)).toEqual(value)
})

const ORIGINS = 'must be origins such as https://shop.example.com, separated by commas'

test.each([
  ['a number below the range', wholeNumber(1, 10), '0', 'must be a whole number from 1 to 10'],
  ['a fraction', wholeNumber(1, 10), '1.5', 'must be a whole number from 1 to 10'],
  ['an exponent', wholeNumber(1, 1000), '1e2', 'must be a whole number from 1 to 1000'],
  ['a port above the range', port(), '65536', 'must be a port from 1 to 65535, or 0 for any free one'],
  ['a negative port', port(), '-1', 'must be a port from 1 to 65535, or 0 for any free one'],
  ['an unknown choice', oneOf(fruits), 'fig', 'must be one of apple, pear, plum'],
  ['an origin with a path', origins(), 'https://example.com/', ORIGINS],
  ['an origin with its default port', origins(), 'https://example.com:443', ORIGINS],
  ['another scheme', origins(), 'ftp://a.example,https://a.example', ORIGINS],
  ['a wildcard that is not allowed', origins(), '*', ORIGINS],
  ['another text where a wildcard is allowed', origins({ wildcard: true }), 'x', ORIGINS.replace('be', 'be * or')],
  ['a value that a defined type refuses', even, '3', 'must be even'],
])('refuses %s', (_, type, text, message) => {
  expect(parse(type, text)).toEqual([message])
})

test('splitList trims the items and drops empty ones', () => {
  expect(splitList(' pear, ,plum ,')).toEqual(['pear', 'plum'])
})
