// The SMS way in variables.
import { readEnvironment } from '../../src/env'
import { serverEnvironment } from '../support/environment'
import { findProblems } from '../support/problems'

const WEBHOOK = {
  LOCAL_NUMBER_SMS_SENDERS: 'webhook',
  LOCAL_NUMBER_SMS_WEBHOOK_URL: 'https://messages.example.com/codes',
  LOCAL_NUMBER_SMS_WEBHOOK_SECRET: 'a secret of the tests alone, long enough',
}
const environment = { ...serverEnvironment, ...WEBHOOK }
const readSms = (changes = {}) => readEnvironment([{ ...environment, ...changes }], { variables: {} }).server.sms

it('is off without variables', () => {
  expect(readEnvironment([serverEnvironment], { variables: {} }).server.sms).toBeUndefined()
})

it('has the senders in their order, each once, and the defaults of the options', () => {
  const sms = readSms({
    LOCAL_NUMBER_SMS_SENDERS: 'tencent, aliyun, webhook, aliyun, console',
    LOCAL_NUMBER_SMS_ALIYUN_ACCESS_KEY_ID: 'id',
    LOCAL_NUMBER_SMS_ALIYUN_ACCESS_KEY_SECRET: 'secret',
    LOCAL_NUMBER_SMS_ALIYUN_SIGN_NAME: '商店',
    LOCAL_NUMBER_SMS_ALIYUN_TEMPLATE: 'SMS_1',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_ID: 'id',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_KEY: 'key',
    LOCAL_NUMBER_SMS_TENCENT_APP_ID: '1400006666',
    LOCAL_NUMBER_SMS_TENCENT_SIGN_NAME: '商店',
    LOCAL_NUMBER_SMS_TENCENT_TEMPLATE: '449739',
  })
  expect(sms?.senders.map(({ name }) => name)).toEqual(['tencent', 'aliyun', 'webhook', 'console'])
  expect(sms).toMatchObject({ consentVersions: ['1'], limits: { guessesPerCode: 5 }, times: { codeTtlMs: 300_000 } })
  expect(sms?.verifyCaptcha).toBeUndefined()
})

it('reads the captcha, the terms, the caps and the test numbers', () => {
  const sms = readSms({
    LOCAL_NUMBER_SMS_CAPTCHA: 'tencent',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_ID: 'id',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_KEY: 'key',
    LOCAL_NUMBER_SMS_CAPTCHA_APP_ID: '199999164',
    LOCAL_NUMBER_SMS_CAPTCHA_APP_SECRET: 'secret',
    LOCAL_NUMBER_SMS_CONSENT_VERSIONS: 'sms-1,sms-2',
    LOCAL_NUMBER_SMS_MESSAGES_PER_HOUR: '50',
    LOCAL_NUMBER_SMS_MESSAGES_PER_DAY: '500',
    LOCAL_NUMBER_SMS_TEST_NUMBERS: '13800138000:000000, 13800138001:111111',
  })
  expect(sms).toMatchObject({
    verifyCaptcha: expect.any(Function),
    consentVersions: ['sms-1', 'sms-2'],
    limits: { messagesPerHour: 50, messagesPerDay: 500 },
    testNumbers: { 13800138000: '000000', 13800138001: '111111' },
  })
})

it('warns in production when there is no captcha', () => {
  const findWarnings = (changes: object) => {
    const { warnings } = readEnvironment([{ ...environment, NODE_ENV: 'production', ...changes }], { variables: {} })
    return warnings.filter((warning) => warning.startsWith('LOCAL_NUMBER_SMS_CAPTCHA '))
  }
  expect(findWarnings({})).toEqual([expect.stringContaining('LOCAL_NUMBER_SMS_CAPTCHA is not set')])
  expect(findWarnings({ NODE_ENV: 'development' })).toEqual([])
  expect(findWarnings({ LOCAL_NUMBER_SMS_SENDERS: undefined })).toEqual([])
  const captcha = {
    LOCAL_NUMBER_SMS_CAPTCHA: 'tencent',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_ID: 'id',
    LOCAL_NUMBER_SMS_TENCENT_SECRET_KEY: 'key',
    LOCAL_NUMBER_SMS_CAPTCHA_APP_ID: '199999164',
    LOCAL_NUMBER_SMS_CAPTCHA_APP_SECRET: 'secret',
  }
  expect(findWarnings(captcha)).toEqual([])
})

it.each([
  [
    'a sender without its variables',
    { LOCAL_NUMBER_SMS_WEBHOOK_URL: undefined, LOCAL_NUMBER_SMS_WEBHOOK_SECRET: undefined },
    [
      'LOCAL_NUMBER_SMS_WEBHOOK_URL is missing: webhook needs it',
      'LOCAL_NUMBER_SMS_WEBHOOK_SECRET is missing: webhook needs it',
    ],
  ],
  [
    'a captcha without its variables',
    { LOCAL_NUMBER_SMS_CAPTCHA: 'tencent', LOCAL_NUMBER_SMS_TENCENT_SECRET_ID: 'id' },
    ['TENCENT_SECRET_KEY', 'CAPTCHA_APP_ID', 'CAPTCHA_APP_SECRET'].map(
      (name) => `LOCAL_NUMBER_SMS_${name} is missing: captcha tencent needs it`,
    ),
  ],
  [
    'an unknown sender',
    { LOCAL_NUMBER_SMS_SENDERS: 'webhook,twilio' },
    ['LOCAL_NUMBER_SMS_SENDERS must be one of aliyun, tencent, webhook, console'],
  ],
  [
    'a sender with the name of a built-in field',
    { LOCAL_NUMBER_SMS_SENDERS: 'constructor' },
    ['LOCAL_NUMBER_SMS_SENDERS must be one of aliyun, tencent, webhook, console'],
  ],
  [
    'no sender, but another option',
    { LOCAL_NUMBER_SMS_SENDERS: undefined, LOCAL_NUMBER_SMS_MESSAGES_PER_DAY: '500' },
    [
      'LOCAL_NUMBER_SMS_SENDERS is missing: name who sends, in the order in which they are tried: ' +
        'aliyun, tencent, webhook',
    ],
  ],
  [
    'a webhook over http',
    { LOCAL_NUMBER_SMS_WEBHOOK_URL: 'http://messages.example.com' },
    ['LOCAL_NUMBER_SMS_WEBHOOK_URL must be https, or http on loopback'],
  ],
  [
    'a webhook with neither a usable address nor a usable secret',
    { LOCAL_NUMBER_SMS_WEBHOOK_URL: 'messages', LOCAL_NUMBER_SMS_WEBHOOK_SECRET: 'short' },
    [
      'LOCAL_NUMBER_SMS_WEBHOOK_URL must be https, or http on loopback',
      'LOCAL_NUMBER_SMS_WEBHOOK_SECRET must have at least 32 characters',
    ],
  ],
  [
    'a webhook without a secret, with an unusable address',
    { LOCAL_NUMBER_SMS_WEBHOOK_URL: 'messages', LOCAL_NUMBER_SMS_WEBHOOK_SECRET: undefined },
    [
      'LOCAL_NUMBER_SMS_WEBHOOK_URL must be https, or http on loopback',
      'LOCAL_NUMBER_SMS_WEBHOOK_SECRET is missing: webhook needs it',
    ],
  ],
  [
    'a cap out of its range',
    { LOCAL_NUMBER_SMS_MESSAGES_PER_HOUR: '1' },
    ['LOCAL_NUMBER_SMS_MESSAGES_PER_HOUR must be a whole number from 10 to 10000000'],
  ],
  [
    'a test number without a code',
    { LOCAL_NUMBER_SMS_TEST_NUMBERS: '13800138000' },
    ['LOCAL_NUMBER_SMS_TEST_NUMBERS must be numbers with their codes, such as 13800138000:000000'],
  ],
])('%s is a problem under the variable to blame', (_, changes, problems) => {
  expect(findProblems({ ...environment, ...changes })).toEqual(problems)
})

it.each([
  ['the console', { LOCAL_NUMBER_SMS_SENDERS: 'webhook,console' }, 'LOCAL_NUMBER_SMS_SENDERS names console'],
  [
    'test numbers',
    { LOCAL_NUMBER_SMS_TEST_NUMBERS: '13800138000:000000' },
    'LOCAL_NUMBER_SMS_TEST_NUMBERS lets anyone log in',
  ],
  [
    'a demo secret',
    { LOCAL_NUMBER_SMS_WEBHOOK_SECRET: `demo:${'x'.repeat(40)}` },
    'LOCAL_NUMBER_SMS_WEBHOOK_SECRET holds a demo value',
  ],
])('%s is refused in production', (_, changes, problem) => {
  expect(findProblems({ ...environment, ...changes })).toEqual([])
  const production = { ...environment, ...changes, NODE_ENV: 'production' }
  expect(findProblems(production)).toEqual([expect.stringContaining(problem)])
})

it('names the console once where the process itself runs in production', () => {
  const { restore } = jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' })
  const console = { LOCAL_NUMBER_SMS_SENDERS: 'console', NODE_ENV: 'production' }
  try {
    expect(findProblems({ ...environment, ...console })).toEqual([
      'LOCAL_NUMBER_SMS_SENDERS names console, which writes codes to the output: production refuses it',
    ])
  } finally {
    restore()
  }
})
