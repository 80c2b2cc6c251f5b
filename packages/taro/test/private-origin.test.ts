// Which addresses are private, and where real users are.
import { isForUsers, isPrivateAddress, usesPrivateOrigin } from '../src/private-origin'

const accountInfo = { miniProgram: { envVersion: 'release' } }

jest.mock('@tarojs/taro', () => ({ getAccountInfoSync: () => accountInfo }))

test.each([
  'http://localhost',
  'http://localhost:7000/path',
  'http://shop.localhost:7000',
  'http://mac.local:7000',
  'http://0.0.0.0:7000',
  'http://127.0.0.1:7000',
  'http://127.1.2.3',
  'http://10.0.0.7:7000/#/pages',
  'https://192.168.1.20:8443?x=1',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://169.254.1.1',
  'http://[::1]:7000',
  'http://[::]:7000',
  'http://[fd12:3456::1]',
  'http://[fe80::1]:7000',
  'HTTP://LOCALHOST.',
  'http://user@127.0.0.1',
])('%s is private', (url) => {
  expect(isPrivateAddress(url)).toBe(true)
})

test.each([
  'http://www.cmpassport.com',
  'https://shop.example.com',
  'http://172.15.0.1',
  'http://172.32.0.1',
  'http://192.169.0.1',
  'http://11.0.0.1',
  'http://120.197.235.102:7002',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://10.example.com',
  'http://[2001:db8::1]',
  'https://example.com/?next=http://127.0.0.1',
])('%s is public', (url) => {
  expect(isPrivateAddress(url)).toBe(false)
})

test('only the addresses of the line in use count', () => {
  const origins = { test: { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' } }
  expect(usesPrivateOrigin(origins, 'test')).toBe(true)
  expect(usesPrivateOrigin(origins, 'production')).toBe(false)
  expect(usesPrivateOrigin(undefined, 'production')).toBe(false)
})

describe('real users', () => {
  const before = process.env.TARO_ENV
  afterEach(() => Object.assign(process.env, { TARO_ENV: before }))

  test.each([
    ['release', true],
    ['trial', false],
    ['develop', false],
  ])('a mini-program whose envVersion is %s has them: %s', (envVersion, forUsers) => {
    Object.assign(process.env, { TARO_ENV: 'weapp' })
    accountInfo.miniProgram.envVersion = envVersion
    expect(isForUsers()).toBe(forUsers)
  })

  test('a web page on this computer has none', () => {
    Object.assign(process.env, { TARO_ENV: 'h5' })
    expect(isForUsers()).toBe(false)
  })
})
