import { ConfigError, readConfig } from '../src/config'

test('an empty environment is the demo', () => {
  expect(readConfig({ SIMULATOR_HOST: '', PATH: '/usr/bin' })).toMatchObject({
    host: '127.0.0.1',
    port: 7000,
    testLinePort: 7001,
    handsetPorts: 7010,
    activeHandset: 'cm-5g',
    apps: [
      {
        appId: '300011877495',
        wxappids: ['wx10a00cf000000000'],
        customerPublicKey: null,
        dailyLimit: 10,
        devTools: false,
      },
    ],
  })
})

test.each([
  ['none', 'none'],
  ['0', true],
  ['8010', 8010],
])('SIMULATOR_HANDSET_PORT=%s is %s', (text, handsetPorts) => {
  expect(readConfig({ SIMULATOR_HANDSET_PORT: text }).handsetPorts).toBe(handsetPorts)
})

test('SIMULATOR_DEVTOOLS=yes lets WeChat DevTools in', () => {
  expect(readConfig({ SIMULATOR_DEVTOOLS: 'yes' }).apps?.[0]).toMatchObject({ devTools: true })
})

test('every wrong variable is named at once, in plain words and without its value', () => {
  const wrong = {
    SIMULATOR_PORT: '70000',
    SIMULATOR_HANDSET_PORT: 'many',
    SIMULATOR_ACTIVE_HANDSET: 'nokia',
    SIMULATOR_APP_ID: 'demo',
    SIMULATOR_WXAPPID: 'mine',
    SIMULATOR_DEVTOOLS: 'true',
    SIMULATOR_CUSTOMER_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----',
    SIMULATOR_DAILY_LIMIT: 'ten',
  }
  const read = () => readConfig(wrong)
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(
    [
      'SIMULATOR_PORT must be a port from 1 to 65535, or 0 for any free one',
      'SIMULATOR_HANDSET_PORT must be the first port of a row, 0 for any free ones, or none',
      'SIMULATOR_ACTIVE_HANDSET must be one of cm-5g, cm-4g, cm-wifi, cu-5g, ct-5g, cm-data-only, offline',
      'SIMULATOR_APP_ID must be the 6 to 20 digits of an app id',
      "SIMULATOR_WXAPPID must be a mini-program's id: wx, then letters and digits",
      'SIMULATOR_DEVTOOLS must be yes or no',
      'SIMULATOR_CUSTOMER_PUBLIC_KEY must be base64 of a DER key, in one line',
      'SIMULATOR_DAILY_LIMIT must be a number of checks per day',
    ].join('\n'),
  )
})
