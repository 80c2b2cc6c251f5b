// What a trace takes from a request: its fields in order, and the secrets among them.
import { findSecrets, toShownFields } from '../../src/trace/request-fields'

const body = (fields: object) => ({ body: fields })

test.each([
  ['a token', { token: '9f3c0011223344' }, [{ text: '9f3c0011223344', mask: '9f3c… (14)' }]],
  ['a token of a few letters, which is not a secret', { token: 'banana' }, []],
  ['an unencrypted number', { phoneNum: '13800138000' }, [{ text: '13800138000', mask: '138****8000' }]],
  [
    'a phoneNum that is only encoded',
    { phoneNum: 'MTM4MDAxMzgwMDA=' },
    [{ text: 'MTM4MDAxMzgwMDA=', mask: 'MTM4… (16)' }],
  ],
  ['an encrypted number, which is not a secret', { phoneNum: 'A'.repeat(128) }, []],
  ['fields that are not text', { phoneNum: 13_800_138_000, token: [] }, []],
])('findSecrets finds %s', (_, fields, secrets) => {
  expect(findSecrets(body(fields), '')).toEqual(secrets)
})

test('findSecrets finds an unencrypted number together with the text around it', () => {
  expect(findSecrets(body({ phoneNum: '13800138000A0B1' }), '').map(({ text }) => text)).toEqual([
    '13800138000A0B1',
    '13800138000',
  ])
})

test('toShownFields keeps the order of the fields and names them by their place', () => {
  const message = { header: { b: '1', a: 2 }, body: 'text' }
  expect(toShownFields(message, [])).toEqual([
    { name: 'header.b', value: '1' },
    { name: 'header.a', value: '2' },
    { name: 'body', value: 'text' },
  ])
  expect(toShownFields(null, [])).toEqual([])
})

test('toShownFields shows at most 40 fields', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, '']))
  expect(toShownFields(body(many), [])).toHaveLength(40)
})

test('the appKey is a secret in every value and in every name', () => {
  const secrets = findSecrets(body({ token: 'banana' }), 'A0B1C2D3E4F5')
  expect(secrets).toEqual([{ text: 'A0B1C2D3E4F5', mask: 'A0B1… (12)' }])
  expect(toShownFields(body({ key: 'A0B1C2D3E4F5', A0B1C2D3E4F5: '1' }), secrets)).toEqual([
    { name: 'body.key', value: 'A0B1… (12)' },
    { name: 'body.A0B1… (12)', value: '1' },
  ])
})

test('toShownFields keeps some thousand characters of a request of megabytes', () => {
  const fields = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}`.repeat(1000), '中'.repeat(20_000)]),
  )
  expect(JSON.stringify(toShownFields(body(fields), [])).length).toBeLessThan(12_000)
})
