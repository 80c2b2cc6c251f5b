// The hash against RFC 1321 and against Node's. The carrier's own vectors are in miniprogram.test.ts and https/.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { hashLowBytes } from '../src/md5'

test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
])('RFC 1321: %j', (text, hash) => {
  expect(hashLowBytes(text)).toBe(hash)
})

test('any text hashes as Node hashes its low bytes', () => {
  const text = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 300 })
  fc.assert(
    fc.property(text, (given) => {
      expect(hashLowBytes(given)).toBe(createHash('md5').update(Buffer.from(given, 'latin1')).digest('hex'))
    }),
  )
})

test.each([55, 56, 63, 64, 119, 120])('a text of %d characters, at the edge of a block', (length) => {
  const text = '\xff'.repeat(length)
  expect(hashLowBytes(text)).toBe(createHash('md5').update(text, 'latin1').digest('hex'))
})
