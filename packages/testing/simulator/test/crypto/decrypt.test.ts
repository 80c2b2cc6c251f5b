// Ciphertexts made by the JDK (vectors/rsautils-jdk.json), and paddings made by hand.
import fc from 'fast-check'
import { decryptBlocks, removeEncryptionPadding } from '../../src/crypto/decrypt'
import { exportPublicKey, generatePrivateKey, parsePrivateKey } from '../../src/crypto/keys'
import { encryptText } from '../support/customer'
import { keys } from '../vectors/rsautils-jdk.json'

describe.each(keys)('with a key of $bits bits', ({ bits, privateKey, publicKey, cases }) => {
  const key = parsePrivateKey(privateKey, 'privateKey')

  test('exportPublicKey exports the public half of the private key', () => {
    expect(exportPublicKey(key)).toBe(publicKey)
  })

  test.each(cases)('decryptBlocks decrypts "$text"', ({ text, ciphertext }) => {
    expect(decryptBlocks(ciphertext, key)).toEqual({ text })
  })

  const { ciphertext } = cases[0]!

  test.each([
    ['an empty text', '', 'notBase64'],
    ['text that is not base64', '签名', 'notBase64'],
    ['base64 without its end', ciphertext.replace('=', ''), 'notBase64'],
    ['base64url', ciphertext.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''), 'notBase64'],
    ['a line break', `${ciphertext}\n`, 'notBase64'],
    ['hex', Buffer.from(ciphertext, 'base64').toString('hex'), 'wrongLength'],
    ['a block that lost its beginning', ciphertext.slice(4), 'wrongLength'],
    ['a block and a half', Buffer.alloc(bits / 8 + bits / 16).toString('base64'), 'wrongLength'],
    ['a block of zeros', Buffer.alloc(bits / 8).toString('base64'), 'cannotOpen'],
    ['a number above the modulus', Buffer.alloc(bits / 8, 255).toString('base64'), 'cannotOpen'],
    ['a right block and a wrong one', joinBlocks(ciphertext, Buffer.alloc(bits / 8)), 'cannotOpen'],
  ])('decryptBlocks refuses %s', (_, ciphertext, reason) => {
    expect(decryptBlocks(ciphertext, key)).toEqual({ reason })
  })
})

function joinBlocks(first: string, second: Buffer): string {
  return Buffer.concat([Buffer.from(first, 'base64'), second]).toString('base64')
}

test('decryptBlocks refuses a ciphertext for another key', () => {
  const [mine, theirs, longer] = [generatePrivateKey(1024), generatePrivateKey(1024), generatePrivateKey(2048)]
  expect(decryptBlocks(encryptText('hello', exportPublicKey(mine)), mine)).toEqual({ text: 'hello' })
  expect(decryptBlocks(encryptText('hello', exportPublicKey(theirs)), mine)).toEqual({ reason: 'cannotOpen' })
  expect(decryptBlocks(encryptText('hello', exportPublicKey(mine)), longer)).toEqual({ reason: 'wrongLength' })
})

describe('removeEncryptionPadding', () => {
  const addPadding = (padding: Uint8Array, text: Uint8Array) => Buffer.from([0, 2, ...padding, 0, ...text])
  const nonZero = fc.uint8Array({ min: 1, minLength: 8, maxLength: 40 })

  test('removes the padding and nothing else', () => {
    fc.assert(
      fc.property(nonZero, fc.uint8Array({ maxLength: 40 }), (padding, text) => {
        expect(removeEncryptionPadding(addPadding(padding, text))).toEqual(Buffer.from(text))
      }),
    )
  })

  test.each([
    ['that is too short', [0, 2, 1, 1, 1, 1, 1, 1, 1, 0, 65]],
    ['without an end', [0, 2, ...Array(20).fill(1)]],
    ['that starts wrong', [1, 2, ...Array(8).fill(1), 0, 65]],
    ['of another type', [0, 1, ...Array(8).fill(1), 0, 65]],
    ['of zero bytes', []],
  ])('refuses a padding %s', (_, bytes) => {
    expect(removeEncryptionPadding(Buffer.from(bytes))).toBeNull()
  })
})
