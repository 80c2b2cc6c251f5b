// What a trace takes from a request: its fields in their order, and what of them must not be maskText.
import { findSecrets, toShownFields } from '../../src/trace/request-fields'

const body = (fields: object) => ({ body: fields })

test.each([
  ['a token', { token: '9f3c0011223344' }, [{ text: '9f3c0011223344', mask: '9f3c… (14)' }]],
  ['a few letters, which are no token', { token: 'banana' }, []],
  ['a number', { phoneNum: '13800138000' }, [{ text: '13800138000', mask: '138****8000' }]],
  [
    'a text that somebody encoded only',
    { phoneNum: 'MTM4MDAxMzgwMDA=' },
    [{ text: 'MTM4MDAxMzgwMDA=', mask: 'MTM4… (16)' }],
  ],
  ['an encryptText number, which is none', { phoneNum: 'A'.repeat(128) }, []],
  ['no text at all', { phoneNum: 13_800_138_000, token: [] }, []],
])('the secrets of a message: %s', (_, fields, secrets) => {
  expect(findSecrets(body(fields), '')).toEqual(secrets)
})

test('a number that is not encryptText is found in what stands around it', () => {
  expect(findSecrets(body({ phoneNum: '13800138000A0B1' }), '').map(({ text }) => text)).toEqual([
    '13800138000A0B1',
    '13800138000',
  ])
})

test('the fields come in their order, by their place', () => {
  const message = { header: { b: '1', a: 2 }, body: 'text' }
  expect(toShownFields(message, [])).toEqual([
    { name: 'header.b', value: '1' },
    { name: 'header.a', value: '2' },
    { name: 'body', value: 'text' },
  ])
  expect(toShownFields(null, [])).toEqual([])
})

test('more fields than any message has are left out', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, '']))
  expect(toShownFields(body(many), [])).toHaveLength(40)
})

test('the named app’s key is a secret wherever it stands', () => {
  const secrets = findSecrets(body({ token: 'banana' }), 'A0B1C2D3E4F5')
  expect(secrets).toEqual([{ text: 'A0B1C2D3E4F5', mask: 'A0B1… (12)' }])
  expect(toShownFields(body({ key: 'A0B1C2D3E4F5', A0B1C2D3E4F5: '1' }), secrets)).toEqual([
    { name: 'body.key', value: 'A0B1… (12)' },
    { name: 'body.A0B1… (12)', value: '1' },
  ])
})

test('of megabytes there are some thousand characters', () => {
  const fields = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}`.repeat(1000), '中'.repeat(20_000)]),
  )
  expect(JSON.stringify(toShownFields(body(fields), [])).length).toBeLessThan(12_000)
})
