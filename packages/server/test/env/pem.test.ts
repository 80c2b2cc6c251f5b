// Keys and certificates of TLS in variables, read by the same reader as all keys.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
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

const ec = createPrivateKey(certificateKey)
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const der = (key: typeof ec, type: 'pkcs1' | 'sec1') => key.export({ format: 'der', type }).toString('base64')
const wrap = (label: string, base64: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`

/** As .NET's `ToXmlString` writes it. */
function toXml(key: typeof ec): string {
  const { n, e, d, p, q, dp, dq, qi } = key.export({ format: 'jwk' })
  const elements = { Modulus: n, Exponent: e, D: d, P: p, Q: q, DP: dp, DQ: dq, InverseQ: qi }
  const toElement = ([name, text]: [string, string | undefined]) =>
    `<${name}>${Buffer.from(text!, 'base64url').toString('base64')}</${name}>`
  return `<RSAKeyValue>${Object.entries(elements).map(toElement).join('')}</RSAKeyValue>`
}

test.each([
  ['SEC 1 with literal \\n', ec, ec.export({ format: 'pem', type: 'sec1' }).toString().replaceAll('\n', '\\n')],
  ['base64 of SEC 1', ec, der(ec, 'sec1')],
  ['base64 of PKCS#1', rsa, der(rsa, 'pkcs1')],
  ['PKCS#1 with the label of PKCS#8', rsa, wrap('PRIVATE KEY', der(rsa, 'pkcs1'))],
  ['a JWK on P-256', ec, JSON.stringify(ec.export({ format: 'jwk' }))],
  ['an RSA JWK', rsa, JSON.stringify(rsa.export({ format: 'jwk' }))],
  ['RSAKeyValue XML', rsa, toXml(rsa)],
  ['PEM beside its public key', ec, createPublicKey(ec).export({ format: 'pem', type: 'spki' }) + certificateKey],
  ['the same PEM twice', ec, certificateKey + certificateKey],
])('a key of TLS may be %s', (_form, key, text) => {
  const pem = parseTlsKey(text) as string
  expect(createPrivateKey(pem).equals(key)).toBe(true)
  expect(() => createSecureContext({ key: pem })).not.toThrow()
})

const locked = createPrivateKey(certificateKey)
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-128-cbc', passphrase: 'x' })
  .toString()

test.each([
  ['is encrypted', locked, 'passphrase'],
  ['lost its pluses', certificateKey.replaceAll('+', ' '), 'spaces'],
  ['has one wrong character', certificateKey.replace('ED2Sx', 'ED3Sx'), 'numbers do not fit together'],
  ['is one of two', certificateKey + wrap('PRIVATE KEY', der(rsa, 'pkcs1')), 'several'],
  ['is a public key', createPublicKey(ec).export({ format: 'pem', type: 'spki' }).toString(), 'this is a public key'],
  ['is a certificate', certificate, 'this is a certificate'],
  ['is none', 'not-a-key', 'something else'],
  ['lost its end', certificateKey.replace(/.{20}\n-----END/, '\n-----END'), 'ends too early'],
])('a key that %s is refused with the reason', (_what, key, reason) => {
  expect(parseTlsKey(key)).toEqual({ refusal: expect.stringContaining(reason) })
})

test('a bundle with a damaged certificate is refused, not shortened', () => {
  expect(parseCertificates(certificate + certificate.replace(/\n.{4}/, '\nMI'))).toEqual({
    refusal: expect.stringContaining('damaged certificate'),
  })
})

const body = toBase64(certificate)

test.each([
  ['OpenSSL’s own form', wrap('TRUSTED CERTIFICATE', `${body}MAA=`.replace('==MAA=', 'wAA=')), 'TRUSTED CERTIFICATE'],
  ['two certificates as base64', `${body}\n${body}`, 'several need their BEGIN and END lines'],
  ['a key', certificateKey, 'must hold PEM certificates'],
  ['a key as base64', toBase64(certificateKey), 'must hold PEM certificates'],
  ['a key with the label of a certificate', wrap('CERTIFICATE', toBase64(certificateKey)), 'damaged certificate'],
])('%s is refused as certificates, with what it is', (_what, text, reason) => {
  expect(parseCertificates(text)).toEqual({ refusal: expect.stringContaining(reason) })
})

test('a TRUSTED CERTIFICATE without trust settings is a certificate', () => {
  expect(parseCertificates(wrap('TRUSTED CERTIFICATE', body))).toBe(certificate)
})
