import { createAttemptId, readSessionHash } from '../src/attempt-id'

const hash = 'a-keyed-hash-of-22-cha'

it('an attempt id names its session’s hash', () => {
  expect(readSessionHash(createAttemptId(hash))).toBe(hash)
})

it('no two ids of one session are the same', () => {
  expect(new Set(Array.from({ length: 100 }, () => createAttemptId(hash))).size).toBe(100)
})

it.each(['', hash, 'a'.repeat(43), 'a'.repeat(66)])('%j is no id of this server', (text) => {
  expect(readSessionHash(text)).toBeNull()
})
