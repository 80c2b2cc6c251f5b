import { randomId } from '../src/random-id'

test.each(['with', 'without'])('is 32 hex digits, never the same, %s the platform’s secure randomness', (how) => {
  const native = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
  if (how === 'without') Reflect.deleteProperty(globalThis, 'crypto')
  try {
    const ids = Array.from({ length: 100 }, randomId)
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  } finally {
    Object.defineProperty(globalThis, 'crypto', native)
  }
})
