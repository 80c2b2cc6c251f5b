import type { NetworkInterfaceInfo } from 'node:os'
import { findLanAddress, listPrivateAddresses } from '../../src/weapp-dev/lan'

const createAddress = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo

const LAPTOP = {
  lo: [createAddress('127.0.0.1', true), createAddress('::1', true)],
  wlan0: [createAddress('fe80::1'), createAddress('192.168.1.20')],
  docker0: [createAddress('172.17.0.1')],
  wan: [createAddress('203.0.113.7'), createAddress('172.32.0.1')],
  vpn: [createAddress('10.8.0.3')],
}

test('only private IPv4 addresses are listed', () => {
  expect(listPrivateAddresses(LAPTOP)).toEqual(['192.168.1.20', '172.17.0.1', '10.8.0.3'])
})

test('the first private address is the default, and another of this machine can be chosen', () => {
  expect(findLanAddress(undefined, LAPTOP)).toBe('192.168.1.20')
  expect(findLanAddress('10.8.0.3', LAPTOP)).toBe('10.8.0.3')
})

test.each([
  [undefined, { lo: LAPTOP.lo }, /no private IPv4 address \(private ones: none\)/],
  ['192.168.1.21', LAPTOP, /192\.168\.1\.21 is not an IPv4 address of this machine \(private ones: 192\.168\.1\.20, /],
  ['fe80::1', LAPTOP, /is not an IPv4 address of this machine/],
])('the address %s is refused if this machine does not have it', (wanted, interfaces, message) => {
  expect(() => findLanAddress(wanted, interfaces)).toThrow(
    expect.objectContaining({ code: 'noLanAddress', message: expect.stringMatching(message) }),
  )
})
