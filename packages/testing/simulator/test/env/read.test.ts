import { ConfigError } from '@local-number/service-kit'
import { readEnvironment } from '../../src/env/read'
import { CUSTOMER_PUBLIC_KEY } from '../support/customer'

test('without variables, the defaults are those of the demo', () => {
  expect(readEnvironment({ SIMULATOR_HOST: '', PATH: '/usr/bin' })).toMatchObject({
    host: '127.0.0.1',
    port: 7000,
    testLinePort: 7001,
    httpsEditionPort: 7003,
    httpsEditionTestLinePort: 7004,
    handsetPorts: 7010,
    adminHost: '127.0.0.1',
    adminPort: 7002,
    adminToken: undefined,
    pageOrigins: [],
    activeHandset: 'cm-5g',
    firstApps: [
      {
        appId: '300011877495',
        wxappids: ['wx10a00cf000000000'],
        customerPublicKeys: undefined,
        dailyLimit: 1_000,
        devTools: false,
      },
    ],
  })
})

test.each([
  ['none', 'none'],
  ['0', 'anyFree'],
  ['8010', 8010],
])('SIMULATOR_HANDSET_PORT=%s becomes the option handsetPorts %s', (text, handsetPorts) => {
  expect(readEnvironment({ SIMULATOR_HANDSET_PORT: text }).handsetPorts).toBe(handsetPorts)
})

test('SIMULATOR_CUSTOMER_PUBLIC_KEY is registered for the first app', () => {
  const { firstApps } = readEnvironment({ SIMULATOR_CUSTOMER_PUBLIC_KEY: CUSTOMER_PUBLIC_KEY })
  expect(firstApps?.[0]).toMatchObject({ customerPublicKeys: [CUSTOMER_PUBLIC_KEY] })
})

test('SIMULATOR_PAGE_ORIGINS is a comma-separated list', () => {
  const { pageOrigins } = readEnvironment({
    SIMULATOR_PAGE_ORIGINS: 'http://192.168.1.20:8080, https://shop.example.com',
  })
  expect(pageOrigins).toEqual(['http://192.168.1.20:8080', 'https://shop.example.com'])
})

test('SIMULATOR_ANSWER_PREFLIGHT=yes answers a CORS preflight, which is off by default', () => {
  expect(readEnvironment({ SIMULATOR_ANSWER_PREFLIGHT: 'yes' })).toMatchObject({ answerPreflight: true })
  expect(readEnvironment({})).toMatchObject({ answerPreflight: false })
})

test('values are trimmed', () => {
  expect(readEnvironment({ SIMULATOR_PORT: '7000 ', SIMULATOR_ADMIN_PORT: ' 7102' })).toMatchObject({
    port: 7000,
    adminPort: 7102,
  })
})

test.each(['127.0.0.1', '0.0.0.0', '::', 'localhost'])('SIMULATOR_ADMIN_HOST can be %s', (host) => {
  expect(readEnvironment({ SIMULATOR_ADMIN_HOST: host }).adminHost).toBe(host)
})

test('SIMULATOR_DEVTOOLS=yes lets WeChat DevTools use the app', () => {
  expect(readEnvironment({ SIMULATOR_DEVTOOLS: 'yes' }).firstApps?.[0]).toMatchObject({ devTools: true })
})

test('every wrong variable is reported at once, without its value', () => {
  const wrong = {
    SIMULATOR_PORT: '70000',
    SIMULATOR_HTTPS_EDITION_PORT: '7003.5',
    SIMULATOR_ADMIN_HOST: 'my-host',
    SIMULATOR_ADMIN_PORT: '-1',
    SIMULATOR_ADMIN_TOKEN: 'short',
    SIMULATOR_PAGE_ORIGINS: 'http://192.168.1.20:8080/page',
    SIMULATOR_HANDSET_PORT: 'many',
    SIMULATOR_ACTIVE_HANDSET: 'nokia',
    SIMULATOR_APP_ID: 'demo',
    SIMULATOR_APP_KEY: 'with a blank',
    SIMULATOR_WXAPPID: 'mine',
    SIMULATOR_DEVTOOLS: 'true',
    SIMULATOR_CUSTOMER_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----',
    SIMULATOR_PLATFORM_PRIVATE_KEY: 'MIICdw==',
    SIMULATOR_DAILY_LIMIT: 'ten',
  }
  const read = () => readEnvironment(wrong)
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(
    [
      'The configuration is not usable:',
      'SIMULATOR_PORT must be a port from 1 to 65535, or 0 for any free one',
      'SIMULATOR_HTTPS_EDITION_PORT must be a port from 1 to 65535, or 0 for any free one',
      'SIMULATOR_ADMIN_HOST must be an IP address of this machine, or localhost',
      'SIMULATOR_ADMIN_PORT must be a port from 1 to 65535, or 0 for any free one',
      'SIMULATOR_ADMIN_TOKEN must be at least 16 ASCII characters without spaces',
      'SIMULATOR_PAGE_ORIGINS must be web origins such as http://192.168.1.20:8080, separated by commas',
      'SIMULATOR_HANDSET_PORT must be the first port of a row, 0 for any free ones, or none',
      'SIMULATOR_ACTIVE_HANDSET must be one of cm-5g, cm-4g, cm-wifi, cu-5g, ct-5g, cm-data-only, offline, ios18-5g, ios18-wifi, android-wifi-data, no-sim-wifi',
      'SIMULATOR_APP_ID must be 6 to 20 digits',
      'SIMULATOR_APP_KEY must be 1 to 512 printable characters without spaces and single quotes',
      'SIMULATOR_WXAPPID must be wx, then letters and digits',
      'SIMULATOR_DEVTOOLS must be one of yes, no',
      'SIMULATOR_CUSTOMER_PUBLIC_KEY is not an RSA key: give the base64 of its DER, without PEM lines',
      'SIMULATOR_PLATFORM_PRIVATE_KEY is not an RSA key: give the base64 of its DER, without PEM lines',
      'SIMULATOR_DAILY_LIMIT must be a whole number from 0 to 999999',
    ].join('\n  '),
  )
})

test('a SIMULATOR_WXAPPID that is too long to be registered is refused', () => {
  expect(() => readEnvironment({ SIMULATOR_WXAPPID: `wx${'0'.repeat(63)}` })).toThrow(/ SIMULATOR_WXAPPID must be wx/)
})
