// The suite's own cryptography against what the JDK made.
import { constants, privateDecrypt } from 'node:crypto'
import { keys } from '../../../simulator/test/vectors/rsautils-jdk.json'
import { encrypt, newKeyPair, publicKeyText, readKeyPair, readPublicKey, sign } from '../../src/platform/crypto'

describe.each(keys)('with a key of $bits bits', ({ bits, publicKey, privateKey, cases }) => {
  const pair = readKeyPair(privateKey)

  test('the public half is that of the private key', () => {
    expect(publicKeyText(pair.publicKey)).toBe(publicKey)
  })

  test('signatures are the JDK’s, to the byte', () => {
    for (const { text, MD5withRSA, SHA256withRSA } of cases) {
      expect(sign(text, pair.privateKey)).toBe(MD5withRSA)
      expect(sign(text, pair.privateKey, { digest: 'sha256', encoding: 'base64' })).toBe(SHA256withRSA)
      const hex = sign(text, pair.privateKey, { digest: 'md5', encoding: 'hex' })
      expect(hex).toBe(Buffer.from(MD5withRSA, 'base64').toString('hex'))
      expect(sign(text, pair.privateKey, { digest: 'md5', encoding: 'HEX' })).toBe(hex.toUpperCase())
    }
  })

  test('what is encrypted are blocks of PKCS#1 v1.5 that the private key opens', () => {
    for (const { text } of cases) {
      const bytes = Buffer.from(encrypt(text, readPublicKey(publicKey)), 'base64')
      const size = bits / 8
      expect(bytes.length % size).toBe(0)
      const blocks = Array.from({ length: bytes.length / size }, (_, index) =>
        opened(bytes.subarray(index * size, (index + 1) * size)),
      )
      expect(Buffer.concat(blocks).toString('utf8')).toBe(text)
    }
  })

  /** Node 20 refuses to remove this padding when decrypting. */
  function opened(block: Buffer): Buffer {
    const padded = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, block)
    expect([...padded.subarray(0, 2)]).toEqual([0, 2])
    return padded.subarray(padded.indexOf(0, 2) + 1)
  }
})

test('a new pair has 1024 bits, as the carrier’s tool makes them', async () => {
  const { privateKey } = await newKeyPair()
  expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(1024)
})
