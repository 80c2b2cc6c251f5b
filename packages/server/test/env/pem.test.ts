// Keys and certificates of TLS in variables, read by the same reader as all keys.
import { createPrivateKey } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { parseCertificates, parseTlsKey } from '../../src/env/pem'
import { certificate, certificateKey } from '../support/certificate'

const toBase64 = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '')
const both = `Bag Attributes\n${certificate}Key Attributes: <No Attributes>\n${certificateKey}`

test.each<[form: string, write: (pem: string) => string]>([
  ['PEM', (pem) => pem],
  ['PEM of Windows behind a byte order mark', (pem) => `\ufeff${pem.replaceAll('\n', '\r\n')}`],
  ['PEM with literal \\n in quotes', (pem) => `"${pem.replaceAll('\n', '\\n')}"`],
  ['one-line PEM with spaces', (pem) => pem.trim().replaceAll('\n', ' ')],
  ['base64 of PEM', (pem) => Buffer.from(pem).toString('base64')],
  ['base64 of DER', toBase64],
  ['base64url of DER', (pem) => Buffer.from(toBase64(pem), 'base64').toString('base64url')],
  ['the output of openssl pkcs12 -nodes', () => both],
])('a client certificate and its key are read as %s', (_form, write) => {
  expect([parseCertificates(write(certificate)), parseTlsKey(write(certificateKey))]).toEqual([
    certificate,
    certificateKey,
  ])
})

test('all certificates of a bundle are read', () => {
  expect(parseCertificates(`# one\n${certificate}# two\n${certificate}`)).toBe(certificate + certificate)
})

test('an EC key in SEC 1 form keeps its form', () => {
  const key = createPrivateKey(certificateKey)
    .export({ format: 'pem', type: 'sec1' })
    .toString()
    .replaceAll('\n', '\\n')
  expect(() => createSecureContext({ cert: certificate, key: parseTlsKey(key) as string })).not.toThrow()
})

const locked = createPrivateKey(certificateKey)
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-128-cbc', passphrase: 'x' })
  .toString()

test.each([
  ['is encrypted', locked, 'passphrase'],
  ['lost its pluses', certificateKey.replaceAll('+', ' '), 'spaces'],
  ['lost its end', certificateKey.replace(/.{20}\n-----END/, '\n-----END'), 'ends too early'],
])('a key that %s is refused with the reason', (_what, key, reason) => {
  expect(parseTlsKey(key)).toEqual({ refusal: expect.stringContaining(reason) })
})

test('a bundle with a damaged certificate is refused, not shortened', () => {
  expect(parseCertificates(certificate + certificate.replace(/\n.{4}/, '\nMI'))).toEqual({
    refusal: expect.stringContaining('damaged certificate'),
  })
})
