import { ExpiringMap } from '../../src/platform/expiring-map'

let clock = 0
const now = () => clock

beforeEach(() => {
  clock = 0
})

test('an entry lives as long as its TTL, counted from its last setting', () => {
  const map = new ExpiringMap<string>({ ttlMs: 100, limit: 10, now })
  map.set('a', 'old')
  clock = 60
  map.set('a', 'new')
  clock = 160
  expect(map.get('a')).toBe('new')
  clock = 161
  expect(map.get('a')).toBeUndefined()
  expect(map.size).toBe(0)
})

test('when it is full, the oldest goes', () => {
  const map = new ExpiringMap<number>({ ttlMs: 100, limit: 3, now })
  for (const key of ['a', 'b', 'c', 'a', 'd']) map.set(key, 1)
  expect(['a', 'b', 'c', 'd'].map((key) => map.get(key) !== undefined)).toEqual([true, false, true, true])
  expect(map.values()).toHaveLength(3)
})

test('a deleted entry is gone, and is deleted once', () => {
  const map = new ExpiringMap<number>({ ttlMs: 100, limit: 3, now })
  map.set('a', 1)
  expect([map.delete('a'), map.delete('a'), map.get('a')]).toEqual([true, false, undefined])
})
