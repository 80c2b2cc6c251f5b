import { createAttemptIds } from '../src/attempt-id'
import { createFingerprint } from '../src/fingerprint'

let ms = 1_000_000
const fingerprint = createFingerprint('a secret of the tests alone')
const create = (own = fingerprint) => createAttemptIds({ fingerprint: own, lifetimeMs: 60_000, now: () => ms })
const ids = create()
const hash = ids.shortenHash(fingerprint('session', 'session'))
const id = ids.create(hash)

it('an attempt id names its session’s hash', () => {
  expect(ids.readSessionHash(id)).toBe(hash)
})

it('an attempt id is read for its own session, and is none for another one', () => {
  expect(ids.readSessionHash(id, 'session')).toBe(hash)
  expect(ids.readSessionHash(id, 'another session')).toBeNull()
})

it('no two ids of one session are the same', () => {
  expect(new Set(Array.from({ length: 100 }, () => ids.create(hash))).size).toBe(100)
})

it('an id that was changed in any place is none of this server', () => {
  for (let place = 0; place < id.length; place += 1) {
    const other = id[place] === 'a' ? 'b' : 'a'
    expect(ids.readSessionHash(id.slice(0, place) + other + id.slice(place + 1))).toBeNull()
  }
})

it('an id of a server with another secret is none of this server', () => {
  expect(ids.readSessionHash(create(createFingerprint('another secret of the tests')).create(hash))).toBeNull()
})

it('an id whose time is over is none of this server', () => {
  const old = ids.create(hash)
  ms += 59_999
  expect(ids.readSessionHash(old)).toBe(hash)
  ms += 1_001
  expect(ids.readSessionHash(old)).toBeNull()
})

it.each(['', hash, id.slice(1), `${id}a`, 'é'.repeat(id.length)])('%j is no id of this server', (text) => {
  expect(ids.readSessionHash(text)).toBeNull()
})
