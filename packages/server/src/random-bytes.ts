// Random bytes for ids, drawn for many of them at a time, as Node does for `randomUUID`: to ask OpenSSL takes 2 µs,
// however few they are.
import { randomFillSync } from 'node:crypto'

const POOL = Buffer.alloc(4_096)
let used = POOL.length

/** @param size at most 4,096 */
export function randomBytes(size: number): Buffer {
  if (used + size > POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  const bytes = Buffer.from(POOL.subarray(used, used + size))
  // What was given out once is nowhere else.
  POOL.fill(0, used, used + size)
  used += size
  return bytes
}
