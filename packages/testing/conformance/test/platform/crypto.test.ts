// The suite's cryptography, compared with results of the JDK.
import { constants, privateDecrypt } from 'node:crypto'
import { keys } from '../../../simulator/test/vectors/rsautils-jdk.json'
import { createKeyPair, encrypt, exportPublicKey, parseKeyPair, parsePublicKey, sign } from '../../src/platform/crypto'

describe.each(keys)('with a key of $bits bits', ({ bits, publicKey, privateKey, cases }) => {
  const pair = parseKeyPair(privateKey)

  test('the public key is derived from the private key', () => {
    expect(exportPublicKey(pair.publicKey)).toBe(publicKey)
  })

  test('signatures equal those of the JDK', () => {
    for (const { text, MD5withRSA, SHA256withRSA } of cases) {
      expect(sign(text, pair.privateKey)).toBe(MD5withRSA)
      expect(sign(text, pair.privateKey, { digest: 'sha256', encoding: 'base64' })).toBe(SHA256withRSA)
      const hex = sign(text, pair.privateKey, { digest: 'md5', encoding: 'hex' })
      expect(hex).toBe(Buffer.from(MD5withRSA, 'base64').toString('hex'))
      expect(sign(text, pair.privateKey, { digest: 'md5', encoding: 'HEX' })).toBe(hex.toUpperCase())
    }
  })

  test('ciphertexts are PKCS#1 v1.5 blocks that the private key decrypts', () => {
    for (const { text } of cases) {
      const bytes = Buffer.from(encrypt(text, parsePublicKey(publicKey)), 'base64')
      const size = bits / 8
      expect(bytes.length % size).toBe(0)
      const blocks = Array.from({ length: bytes.length / size }, (_, index) =>
        decryptBlock(bytes.subarray(index * size, (index + 1) * size)),
      )
      expect(Buffer.concat(blocks).toString('utf8')).toBe(text)
    }
  })

  /** Removes the padding itself, because Node 20 refuses to. */
  function decryptBlock(block: Buffer): Buffer {
    const padded = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, block)
    expect([...padded.subarray(0, 2)]).toEqual([0, 2])
    return padded.subarray(padded.indexOf(0, 2) + 1)
  }
})

test('new key pairs have 1024 bits, like those of the carrier’s tool', async () => {
  const { privateKey } = await createKeyPair()
  expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(1024)
})
