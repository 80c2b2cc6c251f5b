import { wayFrom } from '../src/handset-way'

const PLATFORM = 'http://127.0.0.1:7000'

test('a handset with a port of its own is reached there', () => {
  expect(wayFrom('http://127.0.0.1:7010', PLATFORM)).toEqual({ origin: 'http://127.0.0.1:7010', headers: {} })
})

test('a handset that has a name alone is reached at the platform, under that name', () => {
  expect(wayFrom('http://cm-5g.localhost:7000', PLATFORM)).toEqual({
    origin: PLATFORM,
    headers: { host: 'cm-5g.localhost:7000' },
  })
})
