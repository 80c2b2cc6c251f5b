// MD5 (RFC 1321), in half a kilobyte: the libraries that hash bytes take 1.7–3.5 kB of a client of 5 kB, and the small
// ones hash UTF-8 only, which the vectors refuse. The carrier wants a fingerprint of the phone; nothing secret depends
// on it.

/** Each round's shifts, which word of the block it begins with and how it goes on, and how it mixes. */
const ROUNDS: readonly Round[] = [
  { shifts: [7, 12, 17, 22], first: 0, step: 1, mix: (b, c, d) => (b & c) | (~b & d) },
  { shifts: [5, 9, 14, 20], first: 1, step: 5, mix: (b, c, d) => (d & b) | (~d & c) },
  { shifts: [4, 11, 16, 23], first: 5, step: 3, mix: (b, c, d) => b ^ c ^ d },
  { shifts: [6, 10, 15, 21], first: 0, step: 7, mix: (b, c, d) => c ^ (b | ~d) },
]

interface Round {
  readonly shifts: readonly number[]
  readonly first: number
  readonly step: number
  mix(b: number, c: number, d: number): number
}

/**
 * Hashes the low byte of each character. The carrier's SDK cuts char codes to 8 bits and does not write UTF-8, as the
 * vectors with Chinese model names prove.
 *
 * @returns 32 lower-case hexadecimal digits
 */
export function hashLowBytes(text: string): string {
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476])
  const words = toBlocks(text)
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d] = state as unknown as [number, number, number, number]
    for (let at = 0; at < 64; at += 1) {
      const { shifts, first, step, mix } = ROUNDS[at >> 4] as Round
      const word = words[block + ((first + step * at) & 15)] as number
      const sum = (a + mix(b, c, d) + Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) + word) | 0
      const shift = shifts[at & 3] as number
      ;[a, b, c, d] = [d, b + ((sum << shift) | (sum >>> (32 - shift))), b, c]
    }
    ;[a, b, c, d].forEach((value, at) => {
      state[at] = (state[at] as number) + value
    })
  }
  return Array.from(new Uint8Array(state.buffer), (byte) => (byte + 256).toString(16).slice(1)).join('')
}

/** Blocks of 16 words: the bytes, a 1 bit, zeros, and the length in bits. */
function toBlocks(text: string): Int32Array {
  const words = new Int32Array((((text.length + 8) >> 6) + 1) * 16)
  for (let at = 0; at <= text.length; at += 1) {
    const byte = at < text.length ? text.charCodeAt(at) & 255 : 128
    words[at >> 2] = (words[at >> 2] as number) | (byte << (8 * (at & 3)))
  }
  words[words.length - 2] = 8 * text.length
  return words
}
