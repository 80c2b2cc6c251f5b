// Any text survives encryption and decryption, with either engine on either side.
import fc from 'fast-check'
import { importPrivateKey, importPublicKey } from '../src/index'
import { crossings, engines } from './support/engines'
import { algorithms, jdk1024, jdk2048 } from './support/vectors'

const small = {
  privateKey: importPrivateKey(jdk1024.privateKey),
  publicKey: importPublicKey(jdk1024.publicKey),
  room: 117,
}
const large = {
  privateKey: importPrivateKey(jdk2048.privateKey),
  publicKey: importPublicKey(jdk2048.publicKey),
  room: 245,
}

const anyText = fc.string({ unit: 'binary', maxLength: 90 })

/** Texts that put a character of one to four bytes across the edge of a block. */
const straddling = (room: number) =>
  fc
    .tuple(fc.integer({ min: room - 4, max: room + 1 }), fc.constantFrom('é', '中', '🚀', '\ufeff', '\0'))
    .map(([before, character]) => `${'x'.repeat(before)}${character}尾`)

describe.each(crossings)('%s writes', (_writer, writer, readerName, reader) => {
  test(`${readerName} decrypts any text of any length`, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await reader.decrypt(await writer.encrypt(text, small.publicKey), small.privateKey)).toBe(text)
      }),
      { numRuns: 25 },
    )
  })

  test.each([small, large])(`${readerName} decrypts characters across the edge of $room bytes`, async (key) => {
    await fc.assert(
      fc.asyncProperty(straddling(key.room), async (text) => {
        expect(await reader.decrypt(await writer.encrypt(text, key.publicKey), key.privateKey)).toBe(text)
      }),
      { numRuns: 12 },
    )
  })

  test(`${readerName} verifies the signature of that text and of no other`, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.constantFrom(...algorithms), async (data, other, algorithm) => {
        const signature = await writer.sign(data, small.privateKey, { algorithm })
        const verdict = (text: string) =>
          reader.verify({ data: text, signature, publicKey: small.publicKey }, { algorithm })
        expect(await verdict(data)).toBe(true)
        expect(await verdict(other)).toBe(other === data)
      }),
      { numRuns: 25 },
    )
  })
})

test('both engines write the same signature of any text', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom(...algorithms), async (data, algorithm) => {
      const [one, other] = await Promise.all(engines.map(([, rsa]) => rsa.sign(data, small.privateKey, { algorithm })))
      expect(one).toBe(other)
    }),
    { numRuns: 25 },
  )
})

test('a key pair of either engine works in the other', async () => {
  for (const [[, maker], [, user]] of [engines, [...engines].reverse()] as [
    (typeof engines)[number],
    (typeof engines)[number],
  ][]) {
    const pair = await maker.genKeyPair()
    const [mine, theirs] = [maker.getPrivateKey(pair), maker.getPublicKey(pair)]
    expect(await user.decrypt(await user.encrypt('往返', theirs), mine)).toBe('往返')
    const signature = await user.sign('往返', mine)
    expect(await user.verify({ data: '往返', signature, publicKey: theirs })).toBe(true)
  }
})
