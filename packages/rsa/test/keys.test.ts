// Importing keys: what is accepted, what is refused and in which words, and that nothing leaks.
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { derivePublicKey, importPrivateKey, importPublicKey, keysMatch, RsaError } from '../src/index'
import { jdk1024, jdk2048 } from './support/vectors'

const { privateKey, publicKey } = jdk1024
const keyObject = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
const sameNumbers = (key: string) => keysMatch(key, publicKey)

test.each([
  ['PKCS#8 base64', privateKey],
  ['PKCS#8 PEM', keyObject.export({ format: 'pem', type: 'pkcs8' }) as string],
  ['PKCS#1 base64', keyObject.export({ format: 'der', type: 'pkcs1' }).toString('base64')],
  ['PKCS#1 PEM', keyObject.export({ format: 'pem', type: 'pkcs1' }) as string],
  ['base64 in lines', privateKey.replace(/.{64}/g, '$&\r\n')],
  ['base64 with blanks, tabs and full-width blanks', `  ${privateKey.replace(/.{50}/g, '$& \t\u3000')}\n\n`],
  ['base64 behind a byte order mark', `\ufeff${privateKey}`],
  ['base64 without its padding', privateKey.replace(/=+$/, '')],
  ['PEM pasted into one line', `-----BEGIN PRIVATE KEY----- ${privateKey} -----END PRIVATE KEY-----`],
  [
    'PEM behind a comment',
    `Key of the test app\n-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----`,
  ],
])('a private key is read as %s', (_form, text) => {
  expect(sameNumbers(text)).toBe(true)
  expect(derivePublicKey(text)).toBe(publicKey)
})

test.each([
  ['X.509 base64', publicKey],
  ['X.509 PEM', createPublicKey(keyObject).export({ format: 'pem', type: 'spki' }) as string],
  ['PKCS#1 base64', createPublicKey(keyObject).export({ format: 'der', type: 'pkcs1' }).toString('base64')],
  ['PKCS#1 PEM', createPublicKey(keyObject).export({ format: 'pem', type: 'pkcs1' }) as string],
  ['base64 with white space', publicKey.replace(/.{30}/g, '$&\n  ')],
])('a public key is read as %s', (_form, text) => {
  expect(keysMatch(privateKey, text)).toBe(true)
})

test('keys of two pairs do not match', () => {
  expect(keysMatch(privateKey, jdk2048.publicKey)).toBe(false)
  expect(keysMatch(jdk2048.privateKey, publicKey)).toBe(false)
})

test('importing an imported key returns the same object', () => {
  const [mine, theirs] = [importPrivateKey(privateKey), importPublicKey(publicKey)]
  expect(importPrivateKey(mine)).toBe(mine)
  expect(importPublicKey(theirs)).toBe(theirs)
})

test('an imported key shows only its size when it is logged or serialized', () => {
  const key = importPrivateKey(privateKey)
  expect(JSON.parse(JSON.stringify(key))).toEqual({ kind: 'private', bits: 1024 })
  expect(inspect(key, { depth: 9, showHidden: true })).not.toMatch(/Uint8Array|Buffer/)
})

test('a key that lost its end is keyTruncated, wherever it was cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: publicKey.length - 8 }), (length) => {
      expect(() => importPublicKey(publicKey.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'keyTruncated' }),
      )
      expect(() => importPrivateKey(privateKey.slice(0, length * 3))).toThrow(
        expect.objectContaining({ code: 'keyTruncated' }),
      )
    }),
  )
})

test('a private key with one wrong character is never imported', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  fc.assert(
    fc.property(fc.nat(privateKey.length - 1), fc.constantFrom(...alphabet), (at, character) => {
      const altered = privateKey.slice(0, at) + character + privateKey.slice(at + 1)
      try {
        // The NULL behind the algorithm's name is the one place that carries no meaning.
        expect(sameNumbers(altered)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(RsaError)
      }
    }),
    { numRuns: 1000 },
  )
})

test('importing any text returns a key or throws an RsaError', () => {
  const der = [...Buffer.from(privateKey, 'base64')]
  const places = fc.dictionary(fc.nat(der.length - 1).map(String), fc.nat(255), { minKeys: 1, maxKeys: 20 })
  const mutated = places.map((bytes) => Buffer.from(der.map((byte, at) => bytes[at] ?? byte)).toString('base64'))
  const noise = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64'))
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), noise, mutated),
      fc.constantFrom(importPrivateKey, importPublicKey),
      (text, read) => {
        try {
          expect(read(text).bits).toBe(1024)
        } catch (error) {
          expect(error).toBeInstanceOf(RsaError)
        }
      },
    ),
    { numRuns: 500 },
  )
})
