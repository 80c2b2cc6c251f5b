import { parseClientAddress } from '../../src/rate-limits/client-address'

it.each([
  ['203.0.113.7', 'ipv4', '203.0.113.7'],
  ['::ffff:203.0.113.7', 'ipv4', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', 'ipv6Network', '2001:db8:1:2::'],
  ['2001:DB8:1:2::9', 'ipv6Network', '2001:db8:1:2::'],
  ['fe80::1%eth0', 'ipv6Network', 'fe80::'],
  ['::1', 'ipv6Network', '::'],
])('%s counts as the %s %s', (text, kind, subject) => {
  expect(parseClientAddress(text)).toEqual({ kind, text: subject })
})

it.each(['', 'unknown', '203.0.113', '203.0.113.7:443', '203.0.113.7, 198.51.100.1', '0x7f000001x'])(
  '%j is no address',
  (text) => {
    expect(parseClientAddress(text)).toBeNull()
  },
)
