// PKCS#1 v1.5 encryption blocks (RFC 8017 §7.2): how much text one holds, and removing the padding.

/** 00 02, at least eight random bytes, 00. */
const overhead = 11

/** Bytes in one block of this key's ciphertext. */
export const getBlockSize = (bits: number): number => Math.ceil(bits / 8)

/** Cuts bytes into pieces of at most `size`. No bytes give one empty piece. */
export function split(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / size))
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

/** Cuts a text's bytes so that each piece fits into one block: 117 bytes for 1024 bits, 245 for 2048. */
export const splitToFit = (bytes: Uint8Array, bits: number): Uint8Array[] => split(bytes, getBlockSize(bits) - overhead)

/** What a block holds. When `valid` is 0 the message is garbage. */
export interface Unpadded {
  readonly message: Uint8Array
  readonly valid: 0 | 1
}

const isZero = (byte: number): number => (byte - 1) >>> 31

/**
 * Removes the padding. It reads every byte of the block and branches on none: timing that told a good padding from a
 * bad one would let an attacker decrypt by trying often enough (Bleichenbacher).
 */
export function unpad(block: Uint8Array): Unpadded {
  let fault = 0
  let seeking = 1
  let separator = 0
  block.forEach((byte, index) => {
    // The header is compared with 00 02; after it, the first zero ends the padding. Indexes are public, bytes are not.
    if (index < 2) {
      fault |= byte ^ (index * 2)
      return
    }
    separator |= -(isZero(byte) & seeking) & index
    seeking &= 1 - isZero(byte)
  })
  // Eight bytes of padding put the separator at 10 or later; without one it is still 0.
  fault |= (separator - (overhead - 1)) >>> 31
  return { message: block.subarray(separator + 1), valid: isZero(fault) as 0 | 1 }
}
