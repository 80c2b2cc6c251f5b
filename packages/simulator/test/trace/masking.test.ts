// What a trace shows of a stranger's text.
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { maskNumbers, maskToken, shown } from '../../src/trace/masking'

test.each([
  ['13800138000', '138****8000'],
  ['phoneNum=13800138000|k=v', 'phoneNum=138****8000|k=v'],
  ['phoneNum%3D13800138000', 'phoneNum%3D138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['8613800138000', '86138****8000'],
  ['13800138000,13900139000', '138****8000,139****9000'],
  ['008613800138000', '0086138****8000'],
  ['138 0013 8000', '138****8000'],
  ['+86 138-0013-8000', '+86 138****8000'],
  ['１３８００１３８０００', '138****8000'],
  ['%20138%200013%208000', '%20138****8000'],
  ['a=1380013800012B4', 'a=138****800012B4'],
  ['2026060112000000013800138000', '20260601120000000138****8000'],
  ['138001380002026060112000000', '138****80002026060112000000'],
  ['1380013800020260601120000000', '138****800020260601120000000'],
  ['0.1712345678901234', '0.1712345678901234'],
  ['http://192.168.10.100:8080/', 'http://192.168.10.100:8080/'],
  ['20260601120000000', '20260601120000000'],
  ['300011877495', '300011877495'],
  ['ab13800138000cdef0123456789abcde', 'ab13800138000cdef0123456789abcde'],
])('%s is shown as %s', (text, expected) => {
  expect(maskNumbers(text)).toBe(expected)
})

test('of a token there is its beginning and its length', () => {
  expect(maskToken('9f3c0011223344')).toBe('9f3c… (14)')
  expect(maskToken('')).toBe('')
})

test('a secret is masked wherever it stands', () => {
  const secrets = [
    { text: 'abc', mask: 'a…' },
    { text: 'xyz', mask: 'x…' },
  ]
  expect(shown('1abc2xyz3abc', secrets)).toBe('1a…2x…3a…')
})

test.each(['$&', "$'", '$`', '$$', '$1'])('a secret that begins with %s is masked like any other', (start) => {
  const text = `${start}abcd`
  expect(shown(`1${text}2${text}3`, [{ text, mask: maskToken(text) }])).toBe(`1${maskToken(text)}2${maskToken(text)}3`)
})

test('a token of this platform is masked wherever a stranger puts it', () => {
  const token = '0123456789abcdef'.repeat(3)
  expect(shown(`["${token}"]`)).toBe('["0123… (48)"]')
  expect(shown(`?t=${token.toUpperCase()}`)).toBe('?t=0123… (48)')
})

test('signatures and ids are shown', () => {
  const [md5, signature] = ['0123456789abcdef'.repeat(2), '0123456789abcdef'.repeat(16)]
  expect([shown(md5), shown(signature)]).toEqual([md5, signature])
})

test('a private key is masked, and a public one is not', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  const x509 = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  expect(shown(`sign=${pkcs8}`)).toBe(`sign=${maskToken(pkcs8)}`)
  expect(shown(x509)).toBe(x509)
})

test('no number that a phone could have is found in what is shown of it', () => {
  const msisdn = fc.stringMatching(/^1[3-9]\d{9}$/)
  const around = fc.stringMatching(/^[^\d.%]{0,9}$/)
  fc.assert(
    fc.property(msisdn, around, around, (number, before, after) => {
      expect(shown(`${before}${number}${after}`)).not.toContain(number)
    }),
  )
})

test('megabytes of a stranger are masked in no time and in no more memory', () => {
  const text = "$'$'abcd".repeat(125_000)
  expect(shown(text, [{ text: "$'$'abcd", mask: maskToken("$'$'abcd") }])).toHaveLength(2001)
  for (const text of ['1', '13', '1 3', '%20', '1(', 'x1']) {
    expect(shown(text.repeat(300_000)).length).toBeLessThanOrEqual(2001)
  }
})

test('a long text is cut', () => {
  expect(shown('x'.repeat(5000))).toBe(`${'x'.repeat(2000)}…`)
})
