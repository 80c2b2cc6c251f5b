// Splitting texts into blocks, and removing the padding of blocks of every kind.
import fc from 'fast-check'
import { getBlockSize, split, splitToFit, unpad } from '../src/padding'

const block = (...parts: (number | number[])[]) =>
  Uint8Array.from([...parts.flat(), ...Array(128).fill(0x7f)]).slice(0, 128)
const padding = (length: number) => Array<number>(length).fill(0xa5)

test('a key of 1030 bits has blocks of 129 bytes', () => {
  expect(getBlockSize(1030)).toBe(129)
})

test.each([
  [1024, 117],
  [2048, 245],
])('a block of %i bits holds %i bytes of text', (bits, room) => {
  expect(splitToFit(new Uint8Array(room), bits)).toHaveLength(1)
  expect(splitToFit(new Uint8Array(room + 1), bits).map(({ length }) => length)).toEqual([room, 1])
})

test('the pieces of a split text join to the whole text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      const pieces = split(bytes, size)
      expect(pieces.flatMap((piece) => [...piece])).toEqual([...bytes])
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(size)
    }),
  )
})

test.each([
  ['the least padding', block(0, 2, padding(8), 0), 117, 1],
  ['padding throughout and no text', Uint8Array.from([0, 2, ...padding(125), 0]), 0, 1],
  ['a zero within the text', block(0, 2, padding(8), 0, 1, 0, 1), 117, 1],
  ['too little padding', block(0, 2, padding(7), 0), 118, 0],
  ['no padding', block(0, 2, 0), 125, 0],
  ['no end of the padding', block(0, 2, padding(126)), 127, 0],
  ['a wrong first byte', block(1, 2, padding(8), 0), 117, 0],
  ['a first byte of 255', block(255, 2, padding(8), 0), 117, 0],
  ['a wrong second byte', block(0, 1, padding(8), 0), 117, 0],
  ['a second byte of 0', block(0, 0, padding(8), 0), 117, 0],
])('a block with %s', (_what, bytes, length, valid) => {
  const unpadded = unpad(bytes)
  expect({ length: unpadded.message.length, valid: unpadded.valid }).toEqual({ length, valid })
})

test('only blocks of the right form are valid, and their message follows the first zero', () => {
  const byte = fc.oneof({ arbitrary: fc.nat(255), weight: 9 }, { arbitrary: fc.constantFrom(0, 1, 2), weight: 1 })
  const start = fc.constantFrom([0, 2], [0, 1], [2, 0], [0, 3], [128, 2])
  const blocks = fc.tuple(start, fc.array(byte, { minLength: 126, maxLength: 126 }))
  fc.assert(
    fc.property(blocks, ([head, tail]) => {
      const separator = tail.indexOf(0)
      const { message, valid } = unpad(Uint8Array.from([...head, ...tail]))
      expect(valid).toBe(head[0] === 0 && head[1] === 2 && separator >= 8 ? 1 : 0)
      if (valid) expect([...message]).toEqual(tail.slice(separator + 1))
    }),
  )
})
