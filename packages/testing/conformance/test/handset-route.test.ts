import { toHandsetRoute } from '../src/handset-route'

const PLATFORM = 'http://127.0.0.1:7000'

test('a handset with its own port is addressed by that port', () => {
  expect(toHandsetRoute('http://127.0.0.1:7010', PLATFORM)).toEqual({ origin: 'http://127.0.0.1:7010', headers: {} })
})

test('a handset with a name only is addressed at the platform, with its name as Host', () => {
  expect(toHandsetRoute('http://cm-5g.localhost:7000', PLATFORM)).toEqual({
    origin: PLATFORM,
    headers: { host: 'cm-5g.localhost:7000' },
  })
})
