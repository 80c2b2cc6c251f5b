import { isListed, normalizeIpAddress } from '../../src/common/ip-address'

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['::FFFF:7F00:1', '127.0.0.1'],
  ['0:0:0:0:0:ffff:127.0.0.1', '127.0.0.1'],
  ['2001:DB8::1', '2001:db8::1'],
  ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['', ''],
  ['somewhere', 'somewhere'],
])('%s is normalized to %s and matches in a list', (address, normalized) => {
  expect(normalizeIpAddress(address)).toBe(normalized)
  expect(isListed(['203.0.113.7', address], normalized)).toBe(true)
  expect(isListed([normalized], address)).toBe(true)
  expect(isListed(['203.0.113.7'], address)).toBe(false)
})
