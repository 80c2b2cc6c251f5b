import { commonPlatform } from '../src/platform'

const native = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
afterEach(() => Object.defineProperty(globalThis, 'crypto', native))

test.each([
  ['secure randomness', native],
  ['no crypto at all', undefined],
  ['a crypto without getRandomValues', { value: {}, configurable: true }],
])('random32 returns every number from 0 to 31, with %s', (_name, crypto) => {
  Reflect.deleteProperty(globalThis, 'crypto')
  if (crypto) Object.defineProperty(globalThis, 'crypto', crypto)
  const drawn = new Set(Array.from({ length: 2000 }, () => commonPlatform.random32()))
  expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, at) => at))
})
