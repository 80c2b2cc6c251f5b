// The ticket key as other tools, files and settings deliver it. All forms of texts: packages/rsa/test/key-text.test.ts.
import { execFileSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { importTicketKey, importTicketPublicKey } from '../../src/ticket/key'
import { createRsaKeys } from '../support/keys'

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed = generateKeyPairSync('ed25519')
const rsa = createRsaKeys()
const pairs = [
  ['ES256', ec],
  ['EdDSA', ed],
] as const

const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const sec1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString()
const publicPem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const toBase64 = (text: string) => text.replace(/-----[^-]+-----|\s/g, '')
const toUrlSafe = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const rsaPem = pem(createPrivateKey({ key: Buffer.from(rsa.privateKey, 'base64'), format: 'der', type: 'pkcs8' }))

const toPublic = (key: KeyObject) => (key.type === 'private' ? createPublicKey(key) : key)
const isSame = (one: KeyObject, other: KeyObject) => toPublic(one).equals(toPublic(other))

const forms: [form: string, write: (pem: string) => string][] = [
  ['PEM', (text) => text],
  ['one-line PEM with spaces instead of line breaks', (text) => text.trim().replaceAll('\n', ' ')],
  ['PEM with literal \\n', (text) => text.replaceAll('\n', '\\n')],
  ['PEM with literal \\r\\n in quotes', (text) => `"${text.replaceAll('\n', '\\r\\n')}"`],
  ['PEM of Windows behind a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['PEM with zero-width characters', (text) => text.replaceAll('\n', '\u200b\n')],
  ['base64', toBase64],
  ['base64 in quotes', (text) => `'${toBase64(text)}'`],
  ['base64url', (text) => toUrlSafe(toBase64(text))],
  ['base64 of PEM', (text) => Buffer.from(text).toString('base64')],
  ['PEM between texts', (text) => `Bag Attributes\n${text}\nend`],
]

describe.each(pairs)('a key for %s', (algorithm, { privateKey, publicKey }) => {
  test.each(forms)('is read as %s', (_form, write) => {
    const mine = importTicketKey(write(pem(privateKey)))
    const theirs = importTicketPublicKey(write(publicPem(publicKey)))
    expect([mine.algorithm, theirs.algorithm]).toEqual([algorithm, algorithm])
    expect([isSame(mine.key, publicKey), isSame(theirs.key, publicKey)]).toEqual([true, true])
  })

  test('is read as JWK', () => {
    const [mine, theirs] = [privateKey, publicKey].map((key) => JSON.stringify(key.export({ format: 'jwk' })))
    expect(isSame(importTicketKey(mine!).key, publicKey)).toBe(true)
    expect(isSame(importTicketPublicKey(theirs!).key, publicKey)).toBe(true)
  })

  test('is found behind its public key and an RSA key', () => {
    expect(isSame(importTicketKey(publicPem(publicKey) + rsaPem + pem(privateKey)).key, publicKey)).toBe(true)
  })
})

test('a P-256 key is read in SEC 1 form, as openssl ecparam writes it', () => {
  for (const text of [
    sec1,
    toBase64(sec1),
    sec1.replaceAll('\n', ' '),
    execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey'], { encoding: 'utf8', stdio: 'pipe' }),
  ]) {
    expect(importTicketKey(text).algorithm).toBe('ES256')
  }
})

test('a checker reads a certificate as its public key, an issuer reads the private key behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ticket-key-'))
  writeFileSync(join(folder, 'key.pem'), pem(ec.privateKey))
  const args = ['req', '-x509', '-key', 'key.pem', '-subj', '/CN=test']
  const certificate = execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  rmSync(folder, { recursive: true })
  expect(isSame(importTicketPublicKey(certificate).key, ec.publicKey)).toBe(true)
  expect(() => importTicketKey(certificate)).toThrow(/this is a certificate/)
  expect(isSame(importTicketKey(certificate + pem(ec.privateKey)).key, ec.publicKey)).toBe(true)
})

const locked = ec.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }).toString()
const withPlus = Array.from({ length: 50 }, () =>
  pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
).find((text) => text.includes('+'))!

test.each([
  ['is missing', '', 'is missing'],
  ['is cut', toBase64(pem(ec.privateKey)).slice(0, -20), 'ends too early'],
  ['lost its pluses', toBase64(withPlus).replaceAll('+', ' '), 'spaces'],
  ['lost its pluses in PEM', withPlus.replaceAll('+', ' '), 'spaces'],
  ['has a passphrase', locked, 'passphrase'],
  ['has damaged PEM lines', pem(ed.privateKey).replaceAll('-----', '--'), 'BEGIN or END line'],
  ['is a public key', publicPem(ec.publicKey), 'this is a public key'],
  ['is two keys', pem(ec.privateKey) + pem(ed.privateKey), 'several'],
  ['is an RSA key', rsa.privateKey, 'P-256 or Ed25519'],
  ['is on another curve', pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey), 'P-256 or Ed25519'],
  ['is a symmetric JWK', '{"kty":"oct","k":"AAAA"}', 'P-256 or Ed25519'],
])('a private key that %s is refused with the reason', (_what, text, reason) => {
  expect(() => importTicketKey(text)).toThrow(expect.objectContaining({ code: 'ticketKeyUnusable' }))
  expect(() => importTicketKey(text)).toThrow(reason)
})

const jwk = (key: KeyObject) => key.export({ format: 'jwk' })

describe('a private key whose halves do not belong together is refused', () => {
  const another = { ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }), ed: generateKeyPairSync('ed25519') }

  /** The private value with one bit changed, the public point as it was. */
  function damage(key: KeyObject, type: 'pkcs8' | 'sec1'): string {
    const der = key.export({ type, format: 'der' })
    const at = der.indexOf(Buffer.from(jwk(key).d!, 'base64url'))
    der[at + 20]! ^= 1
    return der.toString('base64')
  }

  test.each([
    ['P-256 in PKCS#8 with one wrong character', damage(ec.privateKey, 'pkcs8')],
    ['P-256 in SEC 1 with one wrong character', damage(ec.privateKey, 'sec1')],
    [
      'a P-256 JWK with the d of another key',
      JSON.stringify({ ...jwk(ec.privateKey), d: jwk(another.ec.privateKey).d }),
    ],
    [
      'an Ed25519 JWK with the d of another key',
      JSON.stringify({ ...jwk(ed.privateKey), d: jwk(another.ed.privateKey).d }),
    ],
    ['an Ed25519 key in PKCS#8 v2 with the public key of another', toVersion2(ed.privateKey, another.ed.publicKey)],
    ['damaged, behind the same one undamaged', pem(ec.privateKey) + wrap(damage(ec.privateKey, 'pkcs8'))],
  ])('%s', (_what, text) => {
    expect(() => importTicketKey(text)).toThrow(/numbers do not fit together/)
  })
})

function wrap(base64: string): string {
  return `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`
}

/** RFC 8410 §7, which OpenSSL does not read. */
function toVersion2(privateKey: KeyObject, publicKey: KeyObject, attributes = ''): string {
  const [d, x] = [jwk(privateKey).d!, jwk(publicKey).x!].map((text) => Buffer.from(text, 'base64url').toString('hex'))
  const contents = `020101300506032b657004220420${d}${attributes}812100${x}`
  return Buffer.from(`30${(contents.length / 2).toString(16)}${contents}`, 'hex').toString('base64')
}

test.each([
  ['an Ed25519 key in PKCS#8 v2', toVersion2(ed.privateKey, ed.publicKey), ed],
  ['one with attributes', toVersion2(ed.privateKey, ed.publicKey, 'a003020100'), ed],
  ['an Ed25519 JWK without x', JSON.stringify({ ...jwk(ed.privateKey), x: undefined }), ed],
  ['a P-256 JWK without x and y', JSON.stringify({ ...jwk(ec.privateKey), x: undefined, y: undefined }), ec],
])('%s is read', (_what, text, pair) => {
  expect(isSame(importTicketKey(text).key, pair.publicKey)).toBe(true)
})

test('an Ed25519 key in the example of RFC 8410 is read', () => {
  const example =
    'MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEA' +
    'Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='
  expect(importTicketKey(example).algorithm).toBe('EdDSA')
})

test.each([
  ['PEM', pem(ec.privateKey)],
  ['SEC 1', sec1],
  ['base64', toBase64(pem(ed.privateKey))],
  ['one-line PEM', pem(ed.privateKey).replaceAll('\n', ' ')],
  ['JWK', JSON.stringify(ec.privateKey.export({ format: 'jwk' }))],
  ['an encrypted PEM', locked],
  ['PEM beside its public key', publicPem(ec.publicKey) + pem(ec.privateKey)],
])('a checker refuses the issuer’s private key as %s', (_form, text) => {
  expect(() => importTicketPublicKey(text)).toThrow(/this is a private key/)
})

test('a refusal contains no part of the key', () => {
  const keys = [
    pem(ec.privateKey),
    sec1,
    toBase64(pem(ed.privateKey)),
    JSON.stringify(ed.privateKey.export({ format: 'jwk' })),
  ]
  const put = fc.constantFrom('', ' ', '\\', '"', '-----', '<', '{', 'A')
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(), fc.nat(9), put, (key, at, length, text) => {
      const from = at % key.length
      try {
        importTicketKey(key.slice(0, from) + text + key.slice(from + length))
      } catch (error) {
        const said = `${(error as Error).message}${JSON.stringify(error)}`
        const parts = Array.from({ length: key.length - 11 }, (_, start) => key.slice(start, start + 12))
        expect(error).toMatchObject({ code: 'ticketKeyUnusable' })
        expect(error).not.toHaveProperty('cause')
        expect(parts.filter((part) => /^[\w+/=]+$/.test(part) && said.includes(part))).toEqual([])
      }
    }),
  )
})
