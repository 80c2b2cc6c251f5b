// Ciphertexts that the JDK made (vectors/rsautils-jdk.json), and the padding by hand.
import fc from 'fast-check'
import { decryptBlocks, withoutPadding } from '../../src/crypto/decrypt'
import { generatePrivateKey, publicKeyText, readPrivateKey } from '../../src/crypto/keys'
import { encrypted } from '../support/customer'
import { keys } from '../vectors/rsautils-jdk.json'

describe.each(keys)('a key of $bits bits', ({ privateKey, publicKey, cases }) => {
  const key = readPrivateKey(privateKey, 'privateKey')

  test('is the pair of its public half', () => {
    expect(publicKeyText(key)).toBe(publicKey)
  })

  test.each(cases)('opens "$text"', ({ text, ciphertext }) => {
    expect(decryptBlocks(ciphertext, key)).toBe(text)
  })

  test('opens nothing that is cut, lengthened or spelled otherwise', () => {
    const { ciphertext } = cases[0]!
    for (const bent of ['', ciphertext.slice(4), `${ciphertext}AAAA`, ciphertext.replace('=', '')]) {
      expect(decryptBlocks(bent, key)).toBeNull()
    }
  })
})

test('a ciphertext for another key is none', () => {
  const [mine, theirs] = [generatePrivateKey(1024), generatePrivateKey(1024)]
  expect(decryptBlocks(encrypted('hello', publicKeyText(mine)), mine)).toBe('hello')
  expect(decryptBlocks(encrypted('hello', publicKeyText(theirs)), mine)).toBeNull()
})

describe('the padding', () => {
  const padded = (padding: Uint8Array, text: Uint8Array) => Buffer.from([0, 2, ...padding, 0, ...text])
  const nonZero = fc.uint8Array({ min: 1, minLength: 8, maxLength: 40 })

  test('is removed, and nothing else', () => {
    fc.assert(
      fc.property(nonZero, fc.uint8Array({ maxLength: 40 }), (padding, text) => {
        expect(withoutPadding(padded(padding, text))).toEqual(Buffer.from(text))
      }),
    )
  })

  test.each([
    ['too short', [0, 2, 1, 1, 1, 1, 1, 1, 1, 0, 65]],
    ['without an end', [0, 2, ...Array(20).fill(1)]],
    ['that starts wrong', [1, 2, ...Array(8).fill(1), 0, 65]],
    ['of another type', [0, 1, ...Array(8).fill(1), 0, 65]],
    ['of no bytes at all', []],
  ])('%s is none', (_, bytes) => {
    expect(withoutPadding(Buffer.from(bytes))).toBeNull()
  })
})
