import { readText } from '../../src/common/wire-message'
import { type FieldCauses, readFields, SHAPES } from '../../src/platform/fields'

const TABLE = {
  timestamp: { in: 'header', shape: SHAPES.timestamp },
  token: { in: 'body', shape: SHAPES.name },
  expandParams: { in: 'body', shape: SHAPES.text, optional: true },
} as const

const CAUSES: FieldCauses = { missing: () => 'tokenParameterMissing', malformed: () => 'tokenParameterMalformed' }
const CAUSE = { '130010': 'tokenParameterMissing', '130030': 'tokenParameterMalformed' } as const

const TIME = '20260601120000000'

test('readFields reads the fields of both halves, a missing optional one as empty text', () => {
  const message = { header: { timestamp: TIME }, body: { token: 'a\nb' } }
  expect(readFields(message, TABLE, CAUSES)).toEqual({ timestamp: TIME, token: 'a\nb', expandParams: '' })
})

test.each([
  ['an empty message', {}, '130010'],
  ['a half that is null', { header: null, body: { token: 'a' } }, '130010'],
  ['a half that is text', { header: TIME, body: { token: 'a' } }, '130010'],
  ['an empty field', { header: { timestamp: TIME }, body: { token: '' } }, '130010'],
  ['a missing field beside a malformed one', { header: { timestamp: 1 }, body: {} }, '130010'],
  ['a malformed field', { header: { timestamp: '1' }, body: { token: 'a' } }, '130030'],
  ['a number', { header: { timestamp: TIME }, body: { token: 1 } }, '130030'],
  ['an object', { header: { timestamp: TIME }, body: { token: {} } }, '130030'],
  [
    'an optional field that is not text',
    { header: { timestamp: TIME }, body: { token: 'a', expandParams: 1 } },
    '130030',
  ],
])('readFields refuses %s with its code', (_, message, code) => {
  expect(readFields(message, TABLE, CAUSES)).toEqual({ code, cause: CAUSE[code as '130010'] })
})

test('readText ignores inherited properties', () => {
  expect(readText({ header: Object.create({ appId: '1' }) }, 'header', 'appId')).toBe('')
  expect(readText({ header: {} }, 'header', 'constructor')).toBe('')
})
