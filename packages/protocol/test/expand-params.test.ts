// expandParams: pairs in, text out, and back again without a surprise.
import fc from 'fast-check'
import type { ProtocolErrorCode } from '../src/errors'
import { formatExpandParams, parseExpandParams } from '../src/expand-params'

const refusal = (code: ProtocolErrorCode) => expect.objectContaining({ name: 'ProtocolError', code })

const FORBIDDEN = ['__proto__', 'constructor', 'prototype']
const piece = (pattern: RegExp) => fc.string({ unit: 'binary' }).map((text) => text.replace(pattern, ''))
const name = piece(/[|=]/g).filter((text) => text !== '' && !FORBIDDEN.includes(text))
const value = piece(/\|/g)
const params = fc.dictionary(name, value)

describe('formatExpandParams', () => {
  test('writes an empty text for no parameters', () => {
    expect(formatExpandParams({})).toBe('')
  })

  test('writes pairs in their order, joined by |', () => {
    expect(formatExpandParams({ callType: '6005', phoneNum: '18818888888' })).toBe('callType=6005|phoneNum=18818888888')
  })

  test('writes values unchanged: empty, with =, percent-encoded or in Chinese', () => {
    expect(formatExpandParams({ a: '', b: 'x=y==', c: '%7C', d: '校验' })).toBe('a=|b=x=y==|c=%7C|d=校验')
  })

  test.each<[string, Record<string, string>, ProtocolErrorCode]>([
    ['a | in a value', { a: 'x|y' }, 'expandParamsSeparatorInside'],
    ['a | in a name', { 'a|b': 'x' }, 'expandParamsSeparatorInside'],
    ['a = in a name', { 'a=b': 'x' }, 'expandParamsSeparatorInside'],
    ['an empty name', { '': 'x' }, 'expandParamsMalformed'],
    ['the name constructor', { constructor: 'x' }, 'expandParamsForbiddenKey'],
    ['the name prototype', { prototype: 'x' }, 'expandParamsForbiddenKey'],
    ['an own __proto__', JSON.parse('{"__proto__":"x"}'), 'expandParamsForbiddenKey'],
  ])('refuses %s', (_, pairs, code) => {
    expect(() => formatExpandParams(pairs)).toThrow(refusal(code))
  })

  test('never repeats a value in its error', () => {
    expect(() => formatExpandParams({ phoneNum: '18818888888|' })).toThrow(/^expandParams must .* phoneNum$/)
  })
})

describe('parseExpandParams', () => {
  test('reads an empty text as no parameters', () => {
    expect(Object.keys(parseExpandParams(''))).toEqual([])
  })

  test('ends a name at the first = and keeps later ones in the value', () => {
    expect({ ...parseExpandParams('a=x=y==|b=|c==') }).toEqual({ a: 'x=y==', b: '', c: '=' })
  })

  test('returns an object without a prototype that holds only what was read', () => {
    const read = parseExpandParams('toString=1')
    expect(Object.getPrototypeOf(read)).toBeNull()
    expect(Object.getPrototypeOf(parseExpandParams(''))).toBeNull()
    expect('hasOwnProperty' in read).toBe(false)
    expect(read.toString).toBe('1')
  })

  test.each<[string, ProtocolErrorCode]>([
    ['|', 'expandParamsMalformed'],
    ['a=1|', 'expandParamsMalformed'],
    ['|a=1', 'expandParamsMalformed'],
    ['a=1||b=2', 'expandParamsMalformed'],
    ['a', 'expandParamsMalformed'],
    ['=1', 'expandParamsMalformed'],
    // What the carrier's own SDK sends when its caller gives none (protocol.md §3): nothing for ours to write or read.
    ['callType=6005|undefined', 'expandParamsMalformed'],
    ['a=1|a=2', 'expandParamsDuplicateKey'],
    ['a=1|b=2|a=1', 'expandParamsDuplicateKey'],
    ['__proto__=1', 'expandParamsForbiddenKey'],
    ['a=1|constructor=1', 'expandParamsForbiddenKey'],
    ['prototype=1', 'expandParamsForbiddenKey'],
  ])('refuses %j', (text, code) => {
    expect(() => parseExpandParams(text)).toThrow(refusal(code))
  })

  test('does not change the prototype of other objects', () => {
    expect(() => parseExpandParams('__proto__=polluted|a=1')).toThrow()
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})

describe('formatting and parsing', () => {
  test('give back the same pairs, in any script', () => {
    fc.assert(
      fc.property(params, (pairs) => {
        expect({ ...parseExpandParams(formatExpandParams(pairs)) }).toEqual({ ...pairs })
      }),
    )
  })

  // Names like `7` are the exception: JavaScript puts them in front of all others.
  test('give back the same text', () => {
    const ordered = name.filter((text) => !/^\d+$/.test(text))
    const text = fc
      .uniqueArray(fc.tuple(ordered, value), { selector: ([name]) => name })
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('|'))
    fc.assert(fc.property(text, (text) => formatExpandParams(parseExpandParams(text)) === text))
  })

  test('read any text whole or refuse it with a code', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'b', '=', '|') }))
    fc.assert(
      fc.property(text, (text) => {
        try {
          expect(formatExpandParams(parseExpandParams(text)).split('|').sort()).toEqual(text.split('|').sort())
          return
        } catch (error) {
          expect(error).toMatchObject({ name: 'ProtocolError', code: expect.stringMatching(/^expandParams/) })
        }
      }),
    )
  })
})
