import { upgradeAddress, upgradesHttpImages } from '../../src/built-ins/upgrade'

test.each([
  ['http://www.cmpassport.com/a?b=%7C', 'https://www.cmpassport.com/a?b=%7C'],
  ['http://www.cmpassport.com:80/a', 'https://www.cmpassport.com/a'],
  ['http://cm-5g.localhost:7000/a', 'https://cm-5g.localhost:7000/a'],
  ['HTTP://NAME.cn/a', 'https://name.cn/a'],
])('an http image of a host name is upgraded: %s', (address, upgraded) => {
  expect(upgradeAddress(address)).toBe(upgraded)
})

test.each([
  'http://120.197.235.102:7002/a',
  'http://127.0.0.1/a',
  'http://[::1]:7000/a',
  'https://name.cn/a',
  'data:image/gif;base64,R0lG',
  'http://',
  '//name.cn/a',
])('an address stays as it is: %s', (address) => {
  expect(upgradeAddress(address)).toBe(address)
})

test.each([
  ['iOS 18.0', true],
  ['iOS 18.1', true],
  ['iOS 26', true],
  ['iOS 17.6.1', false],
  ['iOS 8', false],
  ['Android 18', false],
  ['Windows 10 x64', false],
  [undefined, false],
])('%p upgrades http images: %p', (system, expected) => {
  expect(upgradesHttpImages(system)).toBe(expected)
})
