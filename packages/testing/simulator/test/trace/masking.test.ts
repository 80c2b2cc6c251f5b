// What a trace shows of untrusted text.
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { maskNumbers, maskText, maskToken } from '../../src/trace/masking'

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
  ['013800138000', '0138****8000'],
  ['+86 (0)138 0013 8000', '+86 (0)138****8000'],
  ['08613800138000', '086138****8000'],
  ['1259313800138000', '12593138****8000'],
  ['1795113800138000', '17951138****8000'],
  ['17911 138 0013 8000', '17911 138****8000'],
  ['17951013800138000', '179510138****8000'],
  ['138008613800138000', '138****138****8000'],
  ['12593%2D138%200013%208000', '12593%2D138****8000'],
  ['17951138', '17951138'],
  ['17951138001', '179****8001'],
  ['138,0013,8000', '138****8000'],
  ['138_0013_8000', '138****8000'],
  ['138，0013，8000', '138****8000'],
  ['a=8613800138000', 'a=86138****8000'],
  ['a=01380013800012B4', 'a=0138****800012B4'],
  ['a=861380013800012B4', 'a=86138****800012B4'],
  ['a=179511380013800012B4', 'a=17951138****800012B4'],
  ['20260601120000000013800138000', '202606011200000000138****8000'],
  ['202606011200000001795113800138000', '2026060112000000017951138****8000'],
  ['0.1712345678901234', '0.1712345678901234'],
  ['0.1795113800138000', '0.1795113800138000'],
  ['0.0138001380001234', '0.0138001380001234'],
  ['300011877495,300011877496', '300011877495,300011877496'],
  ['20260601120000000_20260601120000000', '20260601120000000_20260601120000000'],
  ['http://192.168.10.100:8080/', 'http://192.168.10.100:8080/'],
  ['20260601120000000', '20260601120000000'],
  ['300011877495', '300011877495'],
  ['ab13800138000cdef0123456789abcde', 'ab13800138000cdef0123456789abcde'],
])('maskNumbers turns %s into %s', (text, expected) => {
  expect(maskNumbers(text)).toBe(expected)
})

test('maskToken shows the beginning of a token and its length', () => {
  expect(maskToken('9f3c0011223344')).toBe('9f3c… (14)')
  expect(maskToken('')).toBe('')
})

test('maskText masks a secret in every place', () => {
  const secrets = [
    { text: 'abc', mask: 'a…' },
    { text: 'xyz', mask: 'x…' },
  ]
  expect(maskText('1abc2xyz3abc', secrets)).toBe('1a…2x…3a…')
})

test.each(['$&', "$'", '$`', '$$', '$1'])('maskText masks a secret that begins with %s', (start) => {
  const text = `${start}abcd`
  expect(maskText(`1${text}2${text}3`, [{ text, mask: maskToken(text) }])).toBe(
    `1${maskToken(text)}2${maskToken(text)}3`,
  )
})

test('maskText masks a token of this platform without knowing it', () => {
  const token = '0123456789abcdef'.repeat(3)
  expect(maskText(`["${token}"]`)).toBe('["0123… (48)"]')
  expect(maskText(`?t=${token.toUpperCase()}`)).toBe('?t=0123… (48)')
})

test('maskText leaves signatures and ids as they are', () => {
  const [md5, signature] = ['0123456789abcdef'.repeat(2), '0123456789abcdef'.repeat(16)]
  expect([maskText(md5), maskText(signature)]).toEqual([md5, signature])
})

describe.each([512, 1024, 2048, 3072, 4096])('with a key pair of %i bits', (bits) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const exportPem = (type: 'pkcs1' | 'pkcs8') => privateKey.export({ format: 'pem', type }).toString()
  const splitLines = (pem: string) => pem.split('\n').filter((line) => line && !line.startsWith('-'))

  describe.each(['pkcs1', 'pkcs8'] as const)('the private key as %s', (type) => {
    const pem = exportPem(type)
    const base64 = splitLines(pem).join('')

    test('is masked as plain base64', () => {
      expect(maskText(`sign=${base64}`)).toBe(`sign=${maskToken(base64)}`)
    })

    test.each([
      ['a PEM file', pem],
      ['a PEM file of Windows', pem.replaceAll('\n', '\r\n')],
      ['a PEM file that was cut off', pem.slice(0, pem.indexOf('-----END'))],
      ['a line of an .env file', `KEY="${pem.replaceAll('\n', '\\n')}"`],
      ['that line in a JSON text', JSON.stringify(pem.replaceAll('\n', '\\n'))],
      ['a JSON value', JSON.stringify({ key: pem })],
      ['a JSON value in another', JSON.stringify({ deep: JSON.stringify({ key: pem }) })],
      ['a list of lines', JSON.stringify(pem.split('\n'))],
      ['a form field', new URLSearchParams({ key: pem }).toString()],
      ['a percent-encoded text', encodeURIComponent(pem)],
      ['lines without their header', splitLines(pem).join('\n')],
      ['escaped lines without their header', splitLines(pem).join('\\r\\n')],
      ['base64 as a query has it', encodeURIComponent(base64)],
      ['base64 that went through a form parser', base64.replaceAll('+', ' ')],
      ['base64 with escaped slashes', base64.replaceAll('/', '\\/')],
      ['base64url', Buffer.from(base64, 'base64').toString('base64url')],
    ])('is masked in %s', (_, text) => {
      const masked = maskText(`before ${text}`, [], Number.POSITIVE_INFINITY)
      expect(masked).toMatch(/^before /)
      for (const line of splitLines(pem)) {
        for (const part of line.match(/[0-9A-Za-z]{8,}/g) ?? []) expect(masked).not.toContain(part)
      }
    })
  })

  test('maskText leaves the public key as it is, because it is meant to be copied', () => {
    for (const type of ['pkcs1', 'spki'] as const) {
      const der = publicKey.export({ format: 'der', type }).toString('base64')
      const pem = publicKey.export({ format: 'pem', type }).toString()
      for (const text of [der, pem, JSON.stringify({ pem })]) expect(maskText(text)).toBe(text)
    }
  })
})

test('maskText leaves the text behind a private key as it is', () => {
  const pem = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA==\n-----END EC PRIVATE KEY-----'
  expect(maskText(`${pem} and a word`)).toBe(`${maskToken(pem)} and a word`)
})

test('maskText masks every mobile number with any text around it', () => {
  const msisdn = fc.stringMatching(/^1[3-9]\d{9}$/)
  const around = fc.stringMatching(/^[^\d.%]{0,9}$/)
  const prefix = fc.constantFrom('', '0', '86', '+86', '0086', '17951', '12593', '125930', '179110086')
  fc.assert(
    fc.property(msisdn, around, prefix, around, (number, before, dialled, after) => {
      const text = `${before}${dialled}${number}${after}`
      // Ids stay as they are: they are random.
      fc.pre(!/^[0-9A-Za-z]{32}$/.test(text))
      expect(maskText(text)).not.toContain(number)
    }),
  )
})

test('maskText masks megabytes of any text within the test’s time and memory', () => {
  const text = "$'$'abcd".repeat(125_000)
  expect(maskText(text, [{ text: "$'$'abcd", mask: maskToken("$'$'abcd") }])).toHaveLength(2001)
  const numbers = ['1', '13', '1 3', '%20', '1(', 'x1', '1,', '0', '86', '17951', '12593 ']
  const keys = ['-----BEGIN ', '-----BEGIN PRIVATE KEY', '-----END PRIVATE', 'MIICdwIBADAN', 'MII', '\\\\']
  for (const text of [...numbers, ...keys]) {
    expect(maskText(text.repeat(300_000)).length).toBeLessThanOrEqual(2001)
  }
})

test('maskText cuts a long text', () => {
  expect(maskText('x'.repeat(5000))).toBe(`${'x'.repeat(2000)}…`)
})
