// RsaUtils over either engine: defaults, encodings and invalid input.
import { constants, createHash, privateEncrypt } from 'node:crypto'
import {
  importPrivateKey,
  importPublicKey,
  keysMatch,
  type SignatureAlgorithm,
  type SignatureEncoding,
} from '../src/index'
import { engines } from './support/engines'
import { rejection } from './support/rejection'
import { algorithms, jdk1024 } from './support/vectors'

const { privateKey, publicKey, cases } = jdk1024
const { text, MD5withRSA: signature } = cases[0]!
const toPem = (base64: string, label: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`

describe.each(engines)('the %s engine', (_engine, rsa) => {
  test('makes pairs of 1024 bits by default, as base64 DER that imports again', async () => {
    const pair = await rsa.genKeyPair()
    expect(importPrivateKey(rsa.getPrivateKey(pair)).bits).toBe(1024)
    expect(importPublicKey(rsa.getPublicKey(pair)).bits).toBe(1024)
    expect(keysMatch(rsa.getPrivateKey(pair), rsa.getPublicKey(pair))).toBe(true)
  })

  test('refuses to make pairs of other sizes', async () => {
    const { code } = await rejection(() => rsa.genKeyPair({ bits: 512 as 1024 }))
    expect(code).toBe('keySizeUnknown')
  })

  test('signs with MD5withRSA in base64 by default', async () => {
    await expect(rsa.sign(text, privateKey)).resolves.toBe(signature)
    await expect(rsa.verify({ data: text, signature, publicKey })).resolves.toBe(true)
  })

  test('writes hex in both cases and reads it in both cases', async () => {
    const hex = Buffer.from(signature, 'base64').toString('hex')
    await expect(rsa.sign(text, privateKey, { encoding: 'hex' })).resolves.toBe(hex)
    await expect(rsa.sign(text, privateKey, { encoding: 'HEX' })).resolves.toBe(hex.toUpperCase())
    for (const encoding of ['hex', 'HEX'] as const) {
      for (const written of [hex, hex.toUpperCase()]) {
        await expect(rsa.verify({ data: text, signature: written, publicKey }, { encoding })).resolves.toBe(true)
      }
    }
  })

  test('accepts imported keys as well as texts', async () => {
    const [mine, theirs] = [importPrivateKey(privateKey), importPublicKey(publicKey)]
    await expect(rsa.sign(text, mine)).resolves.toBe(signature)
    await expect(rsa.verify({ data: text, signature, publicKey: theirs })).resolves.toBe(true)
    await expect(rsa.decrypt(await rsa.encrypt(text, theirs), mine)).resolves.toBe(text)
  })

  test('accepts a signature that was broken into lines', async () => {
    const broken = signature.replace(/.{76}/g, '$&\r\n')
    await expect(rsa.verify({ data: text, signature: broken, publicKey })).resolves.toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['no base64', '签名'],
    ['too short', signature.slice(0, 40)],
    ['too long', `AAAA${signature}`],
    ['zero', Buffer.alloc(128).toString('base64')],
    ['not below the modulus', Buffer.alloc(128, 0xff).toString('base64')],
    ['that of another text', cases[1]!.MD5withRSA],
    ['that of another algorithm', cases[0]!.SHA256withRSA],
    ['hex where base64 is expected', Buffer.from(signature, 'base64').toString('hex')],
  ])('returns false, not an error, for a signature that is %s', async (_what, wrong) => {
    await expect(rsa.verify({ data: text, signature: wrong, publicKey })).resolves.toBe(false)
  })

  test.each([
    ['odd', 'abc'],
    ['no hex', 'zz'],
    ['base64', signature],
  ])('returns false for hex that is %s', async (_what, wrong) => {
    await expect(rsa.verify({ data: text, signature: wrong, publicKey }, { encoding: 'hex' })).resolves.toBe(false)
  })

  test.each([
    ['is as it should be', '3020300c06082a864886f70d020505000410', '', true],
    ['lacks the NULL behind the algorithm', '301e300a06082a864886f70d02050410', '', false],
    ['names MD2 over a digest of the same size', '3020300c06082a864886f70d020205000410', '', false],
    ['is followed by more', '3020300c06082a864886f70d020505000410', '00', false],
  ])('judges a signed block that %s', async (_what, prefix, suffix, verdict) => {
    const digest = createHash('md5').update(text).digest('hex')
    const key = { key: toPem(privateKey, 'PRIVATE KEY'), padding: constants.RSA_PKCS1_PADDING }
    const made = privateEncrypt(key, Buffer.from(prefix + digest + suffix, 'hex')).toString('base64')
    await expect(rsa.verify({ data: text, signature: made, publicKey })).resolves.toBe(verdict)
  })

  test('refuses unknown algorithms and encodings, inherited names included', async () => {
    for (const wrong of ['md5', 'constructor']) {
      const algorithm = wrong as SignatureAlgorithm
      const encoding = wrong as SignatureEncoding
      expect((await rejection(() => rsa.sign(text, privateKey, { algorithm }))).code).toBe('unknownAlgorithm')
      expect((await rejection(() => rsa.verify({ data: text, signature, publicKey }, { encoding }))).code).toBe(
        'unknownEncoding',
      )
    }
  })

  test('neither signs, encrypts nor verifies half a surrogate pair', async () => {
    const half = '🚀'.slice(0, 1)
    expect((await rejection(() => rsa.sign(half, privateKey))).code).toBe('textNotUnicode')
    expect((await rejection(() => rsa.encrypt(half, publicKey))).code).toBe('textNotUnicode')
    await expect(rsa.verify({ data: half, signature, publicKey })).resolves.toBe(false)
  })

  test('encrypts the same text differently every time', async () => {
    expect(await rsa.encrypt(text, publicKey)).not.toBe(await rsa.encrypt(text, publicKey))
  })

  test('decrypts a ciphertext that was broken into lines', async () => {
    const broken = (await rsa.encrypt(text, publicKey)).replace(/.{76}/g, '$&\n')
    await expect(rsa.decrypt(broken, privateKey)).resolves.toBe(text)
  })

  test('fills a block before it starts the next: 117 bytes at 1024 bits', async () => {
    const blocks = async (length: number) =>
      Buffer.from(await rsa.encrypt('x'.repeat(length), publicKey), 'base64').length / 128
    await expect(Promise.all([0, 1, 117, 118, 234, 235].map(blocks))).resolves.toEqual([1, 1, 1, 2, 2, 3])
  })
})

test.each(algorithms)('both engines write the same signature: %s', async (algorithm) => {
  const [one, other] = await Promise.all(engines.map(([, rsa]) => rsa.sign('同样的文字', privateKey, { algorithm })))
  expect(one).toBe(other)
})
