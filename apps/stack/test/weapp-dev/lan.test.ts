import type { NetworkInterfaceInfo } from 'node:os'
import { lanAddress, privateAddresses } from '../../src/weapp-dev/lan'

const at = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo

const LAPTOP = {
  lo: [at('127.0.0.1', true), at('::1', true)],
  wlan0: [at('fe80::1'), at('192.168.1.20')],
  docker0: [at('172.17.0.1')],
  wan: [at('203.0.113.7'), at('172.32.0.1')],
  vpn: [at('10.8.0.3')],
}

test('private IPv4 addresses are found, and no loopback, public or IPv6 ones', () => {
  expect(privateAddresses(LAPTOP)).toEqual(['192.168.1.20', '172.17.0.1', '10.8.0.3'])
})

test('the first is taken, unless another of this machine’s is asked for', () => {
  expect(lanAddress(undefined, LAPTOP)).toBe('192.168.1.20')
  expect(lanAddress('10.8.0.3', LAPTOP)).toBe('10.8.0.3')
})

test.each([
  [undefined, { lo: LAPTOP.lo }, /no private IPv4 address \(private ones: none\)/],
  ['192.168.1.21', LAPTOP, /192\.168\.1\.21 is no IPv4 address of this machine \(private ones: 192\.168\.1\.20, /],
  ['fe80::1', LAPTOP, /is no IPv4 address of this machine/],
])('%s is refused where it is not there', (wanted, interfaces, message) => {
  expect(() => lanAddress(wanted, interfaces)).toThrow(
    expect.objectContaining({ code: 'noLanAddress', message: expect.stringMatching(message) }),
  )
})
