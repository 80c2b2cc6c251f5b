import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/env'
import { findAppKeyFault } from '../../src/env/app-key'
import { findHashSecretFault } from '../../src/env/hash-secret'
import { serverEnvironment as environment } from '../support/environment'
import { findProblems } from '../support/problems'

const production = { ...environment, NODE_ENV: 'production' }

describe('production refuses', () => {
  it.each([
    [
      'a demo value',
      { LOCAL_NUMBER_HASH_SECRET: `demo:${'x'.repeat(40)}` },
      'LOCAL_NUMBER_HASH_SECRET holds a demo value',
    ],
    [
      'a demo key that was copied with quotes',
      { LOCAL_NUMBER_APP_KEY: '"demo:key"' },
      'LOCAL_NUMBER_APP_KEY holds a demo value',
    ],
    ['a demo proxy', { HTTPS_PROXY: 'demo:http://proxy.example.com:3128' }, 'HTTPS_PROXY holds a demo value'],
    ['plain http', { LOCAL_NUMBER_VERIFY_ORIGIN: 'http://www.cmpassport.com' }, 'must be https'],
    ['loopback', { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://localhost:4000' }, 'loopback or private'],
    ['a private address', { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://10.0.0.7' }, 'loopback or private'],
    [
      'the test line by its address',
      { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://120.197.235.102:7002' },
      'is the test line',
    ],
  ])('%s', (_, change, reason) => {
    expect(findProblems({ ...production, ...change })).toEqual([expect.stringContaining(reason)])
    expect(findProblems({ ...environment, ...change })).toEqual([])
  })

  it('the test line by name', () => {
    const line = { LOCAL_NUMBER_LINE: 'test', LOCAL_NUMBER_VERIFY_ORIGIN: 'https://test.cmpassport.com' }
    expect(findProblems({ ...production, ...line })).toEqual([
      expect.stringContaining('LOCAL_NUMBER_LINE is the test line'),
    ])
  })

  it('an environment with several problems, naming all of them', () => {
    const env = {
      NODE_ENV: 'production',
      LOCAL_NUMBER_LINE: 'test',
      LOCAL_NUMBER_VERIFY_ORIGIN: 'http://127.0.0.1:4000',
      LOCAL_NUMBER_HASH_SECRET: 'demo:x',
    }
    expect(findProblems(env)).toEqual([
      expect.stringMatching(/^LOCAL_NUMBER_APP_ID is missing/),
      expect.stringMatching(/^LOCAL_NUMBER_APP_KEY is missing/),
      expect.stringMatching(/^LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is missing/),
      expect.stringMatching(/^LOCAL_NUMBER_PLATFORM_PUBLIC_KEY is missing/),
      expect.stringMatching(/^LOCAL_NUMBER_TICKET_PRIVATE_KEY is missing/),
      expect.stringMatching(/^LOCAL_NUMBER_HASH_SECRET must have at least 32/),
      expect.stringMatching(/^LOCAL_NUMBER_HASH_SECRET holds a demo value/),
      expect.stringMatching(/^LOCAL_NUMBER_LINE is the test line/),
      expect.stringMatching(/^LOCAL_NUMBER_VERIFY_ORIGIN must be https/),
      expect.stringMatching(/^LOCAL_NUMBER_VERIFY_ORIGIN is a loopback/),
    ])
  })

  it('no variable of another program that mentions a demo', () => {
    expect(findProblems({ ...production, PS1: 'demo: $ ' })).toEqual([])
  })
})

/** Of the open platform's form. */
const createAppKey = () => randomBytes(16).toString('hex').toUpperCase()

it('a random appKey of the open platform’s form has no fault', () => {
  for (let round = 0; round < 50; round += 1) {
    expect(findAppKeyFault(createAppKey(), environment.LOCAL_NUMBER_APP_ID)).toBeUndefined()
  }
})

describe.each(['httpsMiniProgram', 'httpsH5', 'httpsVendor'])('with the edition %s, production', (edition) => {
  const editions = { ...production, LOCAL_NUMBER_EDITIONS: `miniProgram, ${edition}` }

  it.each([
    ['is too short', 'K7vQ2mX9bT4wZ1p', 'must have at least 16 characters'],
    ['repeats one character', '0'.repeat(32), 'must be random text'],
    ['repeats a word', 'appKey-'.repeat(3), 'must be random text'],
    ['walks over the keyboard', '1qaz2wsx3edc4rfv5tgb', 'must be random text'],
    ['is a word behind the public appId', '300011877495secret', 'must be random text'],
    ['is two common passwords', 'password123456789', 'must be random text'],
    ['counts', '0123456789ABCDEF', 'must be random text'],
    ['counts twice', '0123456789ABCDEF0123456789ABCDEF', 'must be random text'],
    ['repeats a date', '2026112220261122', 'must be random text'],
    ['is a short number', '8305713902647158', 'must be random text'],
  ])('refuses an appKey that %s, with the remedy and without the key', (_, appKey, reason) => {
    const [problem, ...others] = findProblems({ ...editions, LOCAL_NUMBER_APP_KEY: appKey })
    expect(others).toEqual([])
    expect(problem).toMatch(new RegExp(`^LOCAL_NUMBER_APP_KEY ${reason}`))
    expect(problem).toContain(`signature of the edition ${edition}`)
    expect(problem).toContain('Renew the appKey on the open platform')
    expect(problem).not.toContain(appKey)
  })

  it('accepts a random appKey of the open platform’s form', () => {
    expect(findProblems({ ...editions, LOCAL_NUMBER_APP_KEY: createAppKey() })).toEqual([])
  })

  it('is strict and development warns', () => {
    const development = { ...editions, NODE_ENV: 'development' }
    expect(findProblems(development)).toEqual([])
    expect(readEnvironment([development], { variables: {} }).warnings).toEqual([
      expect.stringMatching(/^LOCAL_NUMBER_APP_KEY must have at least 16 characters: .*Renew the appKey/),
    ])
  })
})

it('without an HTTPS edition, production accepts any appKey: it is in no signature that a page gets', () => {
  expect(findProblems({ ...production, LOCAL_NUMBER_APP_KEY: 'k' })).toEqual([])
})

it('a guessable appKey in a file is reported under the variable that names the file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'app-key-')), 'key')
  writeFileSync(path, 'short')
  const env = { ...production, LOCAL_NUMBER_APP_KEY: undefined, LOCAL_NUMBER_APP_KEY_FILE: path }
  expect(findProblems({ ...env, LOCAL_NUMBER_EDITIONS: 'httpsH5' })).toEqual([
    expect.stringMatching(/^LOCAL_NUMBER_APP_KEY_FILE must have at least 16 characters/),
  ])
})

describe('a hash secret', () => {
  const setSecret = (secret: string) => ({ ...production, LOCAL_NUMBER_HASH_SECRET: secret })

  it.each([
    ['repeats one character', 'a'.repeat(32)],
    ['repeats one character behind a word', `secret${'0'.repeat(40)}`],
    ['repeats a word', 'password-'.repeat(4)],
    ['repeats two words', 'hash secret '.repeat(4)],
    ['repeats a random text', 'k7Gh2pQx'.repeat(4)],
    ['repeats a date', '20261122'.repeat(4)],
    ['counts twice', '0123456789abcdef0123456789abcdef'],
    ['counts', 'abcdefghijklmnopqrstuvwxyz012345'],
    ['walks over the keyboard', 'qwertyuiopasdfghjklzxcvbnm123456'],
    ['is common passwords', 'P@ssw0rdP@ssw0rd2026!ShopProduction'],
  ])('that %s is refused in production, with the remedy and without the secret', (_, secret) => {
    const [problem, ...others] = findProblems(setSecret(secret))
    expect(others).toEqual([])
    expect(problem).toMatch(/^LOCAL_NUMBER_HASH_SECRET must be random text/)
    expect(problem).toContain('make one: openssl rand -base64 32')
    expect(problem).not.toContain(secret)
  })

  it.each(['base64', 'base64url', 'hex'] as const)('of 32 random bytes in %s is never refused', (encoding) => {
    for (let round = 0; round < 30; round += 1) {
      expect(findHashSecretFault(randomBytes(32).toString(encoding))).toBeUndefined()
    }
  })

  it('of 32 random digits, the weakest of random texts that are long enough, is never refused', () => {
    for (let round = 0; round < 30; round += 1) {
      const digits = Array.from({ length: 32 }, () => randomInt(10)).join('')
      expect(findHashSecretFault(digits)).toBeUndefined()
    }
  })

  it('that is guessable is a warning in development', () => {
    const development = { ...environment, LOCAL_NUMBER_HASH_SECRET: 'a'.repeat(32) }
    expect(findProblems(development)).toEqual([])
    expect(readEnvironment([development], { variables: {} }).warnings).toEqual([
      expect.stringMatching(/^LOCAL_NUMBER_HASH_SECRET must be random text.*openssl rand -base64 32/),
    ])
  })

  it('that is guessable and in a file is refused under the variable that names the file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hash-secret-')), 'secret')
    writeFileSync(path, 'a'.repeat(32))
    const env = { ...production, LOCAL_NUMBER_HASH_SECRET: undefined, LOCAL_NUMBER_HASH_SECRET_FILE: path }
    expect(findProblems(env)).toEqual([expect.stringMatching(/^LOCAL_NUMBER_HASH_SECRET_FILE must be random text/)])
  })
})
