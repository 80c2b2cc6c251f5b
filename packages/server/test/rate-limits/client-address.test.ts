import { parseClientAddress } from '../../src/rate-limits/client-address'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
])('%s counts as the IPv4 address %s', (text, address) => {
  expect(parseClientAddress(text)).toEqual({ kind: 'ipv4', text: address })
})

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:db8:1::'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::', '2001:db8:1::'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::', '2001:db8:1::'],
  ['fe80::1%eth0', 'fe80::', 'fe80::'],
  ['::1', '::', '::'],
])('%s counts as the IPv6 network %s of the site %s', (text, network, site) => {
  expect(parseClientAddress(text)).toEqual({ kind: 'ipv6', network, site })
})

it.each(['', 'unknown', '203.0.113', '203.0.113.7, 198.51.100.1', '0x7f000001x', '[::1'])(
  '%j is no address, and counts with all that are none',
  (text) => {
    expect(parseClientAddress(text)).toEqual({ kind: 'ipv4', text: 'unknown' })
  },
)
