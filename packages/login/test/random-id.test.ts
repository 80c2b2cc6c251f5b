import { createRandomId } from '../src/random-id'

const native = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
afterEach(() => Object.defineProperty(globalThis, 'crypto', native))

test.each([
  ['secure randomness', native],
  ['no crypto at all', undefined],
  ['a crypto without getRandomValues', { value: {}, configurable: true }],
])('createRandomId returns different ids of 32 hex digits with %s', (_name, crypto) => {
  Reflect.deleteProperty(globalThis, 'crypto')
  if (crypto) Object.defineProperty(globalThis, 'crypto', crypto)
  const ids = Array.from({ length: 100 }, createRandomId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
