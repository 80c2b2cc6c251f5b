import { randomBytes } from '../src/random-bytes'

it('random bytes have the size that was asked for', () => {
  for (const size of [1, 16, 32, 4_096]) expect(randomBytes(size)).toHaveLength(size)
})

it('no bytes are given out twice, also not over many draws', () => {
  const drawn = Array.from({ length: 1_000 }, () => randomBytes(16).toString('hex'))
  expect(new Set(drawn).size).toBe(1_000)
})

it('bytes that were given out stay as they are', () => {
  const first = randomBytes(16)
  const before = first.toString('hex')
  for (let draw = 0; draw < 1_000; draw += 1) randomBytes(16)
  expect(first.toString('hex')).toBe(before)
  expect(before).not.toBe('00'.repeat(16))
})
