// node-forge would silently draw keys and padding from Math.random, which must not happen.
import { rsaUtils } from '../src/forge'
import { rejection } from './support/rejection'
import { jdk1024 } from './support/vectors'

const { privateKey, publicKey, cases } = jdk1024
const { text, ciphertext, MD5withRSA: signature } = cases[0]!

describe('without secure randomness, the forge engine', () => {
  const { crypto } = globalThis

  beforeAll(() => {
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined })
  })

  afterAll(() => {
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto })
  })

  test.each([
    ['makes no keys', () => rsaUtils.genKeyPair()],
    ['does not sign', () => rsaUtils.sign(text, privateKey)],
    ['does not encrypt', () => rsaUtils.encrypt(text, publicKey)],
    ['does not decrypt', () => rsaUtils.decrypt(ciphertext, privateKey)],
  ])('%s', async (_what, action) => {
    expect((await rejection(action)).code).toBe('randomUnavailable')
  })

  test('still verifies', async () => {
    await expect(rsaUtils.verify({ data: text, signature, publicKey })).resolves.toBe(true)
  })
})
