import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../src'
import { environment } from './support/environment'
import { findProblems } from './support/problems'

const production = { ...environment, NODE_ENV: 'production', LOCAL_NUMBER_STORE: undefined, TRUSTED_PROXIES: 'none' }

describe('a usable environment', () => {
  it('becomes the configuration with the documented defaults', () => {
    const config = loadConfig(environment)
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 0,
      allowedOrigins: ['*'],
      trustedProxies: [],
      logLevel: 'info',
      warnings: [],
      server: {
        appId: '300011877495',
        verifyOrigin: 'https://www.cmpassport.com',
        editions: ['miniProgram', 'h5'],
        codes: { yes: ['000'], no: ['001'] },
        signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
        md5Case: 'lower',
        userInformation: 'verbatim',
        limits: { checksPerNumberAndDay: 10 },
        consentVersions: ['1'],
      },
    })
  })

  it('may set every variable', () => {
    const config = loadConfig({
      ...environment,
      HOST: '::1',
      PORT: '8080',
      LOG_LEVEL: 'warn',
      ALLOWED_ORIGINS: 'https://shop.example.com, http://m.example.com:8080',
      LOCAL_NUMBER_VERIFY_ORIGIN: 'http://127.0.0.1:4000',
      LOCAL_NUMBER_LINE: 'test',
      LOCAL_NUMBER_EDITIONS: 'h5Vendor,h5',
      LOCAL_NUMBER_YES_CODES: '000,103000',
      LOCAL_NUMBER_NO_CODES: '001, 002',
      LOCAL_NUMBER_SIGNATURE_ALGORITHM: 'SHA256withRSA',
      LOCAL_NUMBER_SIGNATURE_ENCODING: 'HEX',
      LOCAL_NUMBER_MD5_CASE: 'upper',
      LOCAL_NUMBER_USER_INFORMATION: 'decodedOnce',
      LOCAL_NUMBER_DAILY_LIMIT: '5',
      LOCAL_NUMBER_CONSENT_VERSIONS: '2026-01,2026-06',
    })
    expect(config).toMatchObject({
      host: '::1',
      port: 8080,
      logLevel: 'warn',
      allowedOrigins: ['https://shop.example.com', 'http://m.example.com:8080'],
      server: {
        verifyOrigin: 'http://127.0.0.1:4000',
        editions: ['h5Vendor', 'h5'],
        codes: { yes: ['000', '103000'], no: ['001', '002'] },
        signature: { algorithm: 'SHA256withRSA', encoding: 'HEX' },
        md5Case: 'upper',
        userInformation: 'decodedOnce',
        limits: { checksPerNumberAndDay: 5 },
        consentVersions: ['2026-01', '2026-06'],
      },
    })
  })

  it('takes unset and empty variables from the demo values', () => {
    const { LOCAL_NUMBER_HASH_SECRET: secret, ...rest } = environment
    const demo = { LOCAL_NUMBER_HASH_SECRET: `demo:${secret}`, LOCAL_NUMBER_APP_KEY: 'demo:key' }
    expect(loadConfig({ ...rest, LOCAL_NUMBER_HASH_SECRET: ' ' }, demo).server).toMatchObject({
      hashSecret: secret,
      appKey: environment.LOCAL_NUMBER_APP_KEY,
    })
  })

  it('in production is warned of nothing but terms that are not on file', () => {
    expect(loadConfig(production).warnings).toEqual([expect.stringMatching(/^LOCAL_NUMBER_CONSENT_TEXTS is not set/)])
  })

  it('in production must say which proxies are in front of it, or that there is none', () => {
    expect(loadConfig(production).trustedProxies).toEqual([])
    expect(loadConfig({ ...production, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
    ])
    const problem = expect.stringMatching(/^TRUSTED_PROXIES is missing: name the proxies .*, or none/)
    expect(findProblems({ ...production, TRUSTED_PROXIES: undefined })).toEqual([problem])
  })

  it('in production listens on all addresses and allows no site', () => {
    expect(loadConfig(production)).toMatchObject({ host: '0.0.0.0', allowedOrigins: [] })
  })
})

/** Redis keeps no receipts. */
const redis = { ...production, LOCAL_NUMBER_STORE: 'redis://127.0.0.1', LOCAL_NUMBER_RECEIPTS: 'log' }

describe('the store', () => {
  it('is a SQLite file in DATA_DIR, in production too', () => {
    const expected = {
      kind: 'sqlite',
      file: join('state', 'local-number.db'),
      powerLossSafe: false,
      receipts: 'sqlite',
    }
    for (const mode of ['development', 'production']) {
      const env = { ...production, NODE_ENV: mode, DATA_DIR: 'state' }
      expect(loadConfig(env).store).toMatchObject(expected)
    }
  })

  it('may wait for the disk in every commit', () => {
    expect(loadConfig({ ...production, LOCAL_NUMBER_POWER_LOSS_SAFE: 'yes' }).store.powerLossSafe).toBe(true)
  })

  it.each(['redis://127.0.0.1:6379', 'rediss://h', 'redis+sentinel://h/shop', 'redis+cluster://a:1,b:2'])(
    'may be the Redis at %s',
    (address) => {
      expect(loadConfig({ ...redis, LOCAL_NUMBER_STORE: address }).store.kind).toBe(address)
    },
  )

  it('may be named in a file, since an address holds a password', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'address')
    writeFileSync(file, 'redis://:secret@127.0.0.1\n')
    expect(loadConfig({ ...redis, LOCAL_NUMBER_STORE: undefined, LOCAL_NUMBER_STORE_FILE: file }).store.kind).toBe(
      'redis://:secret@127.0.0.1',
    )
  })

  it('is refused without repeating it if it is neither a store nor an address', () => {
    const found = findProblems({ ...production, LOCAL_NUMBER_STORE: 'postgres://u:secret@h' })
    expect(found).toEqual(['LOCAL_NUMBER_STORE must be sqlite, memory, or an address such as redis://127.0.0.1:6379'])
  })

  it('in memory is refused in production, unless one process is all there is', () => {
    const memory = { ...production, LOCAL_NUMBER_STORE: 'memory' }
    expect(findProblems(memory)).toEqual([
      expect.stringContaining('LOCAL_NUMBER_STORE is memory, which a restart loses'),
    ])
    expect(findProblems({ ...memory, LOCAL_NUMBER_SINGLE_PROCESS: 'yes' })).toEqual([])
    expect(findProblems({ ...memory, NODE_ENV: 'development' })).toEqual([])
  })
})

describe('the receipts', () => {
  it('are in a file of their own in DATA_DIR if the store keeps none', () => {
    const { store } = loadConfig({ ...redis, LOCAL_NUMBER_RECEIPTS: 'sqlite', DATA_DIR: 'state' })
    expect(store).toMatchObject({ receipts: 'sqlite', receiptFile: join('state', 'receipts.db') })
  })

  it('are in the log if it is said so, and for Redis or memory in development', () => {
    expect(loadConfig({ ...production, LOCAL_NUMBER_RECEIPTS: 'log' }).store.receipts).toBe('log')
    for (const store of ['memory', 'redis://127.0.0.1']) {
      expect(loadConfig({ ...environment, LOCAL_NUMBER_STORE: store }).store.receipts).toBe('log')
    }
  })

  it.each(['redis://127.0.0.1:6379', 'redis+sentinel://h/shop', 'redis+cluster://a:1,b:2'])(
    'of several machines over %s must be named in production, and the refusal says how',
    (address) => {
      const unnamed = { ...redis, LOCAL_NUMBER_STORE: address, LOCAL_NUMBER_RECEIPTS: undefined }
      const [problem, ...others] = findProblems(unnamed)
      expect(others).toEqual([])
      expect(problem).toMatch(/^LOCAL_NUMBER_RECEIPTS is missing: .*Set sqlite for a file in DATA_DIR .*, or log/)
      expect(findProblems({ ...unnamed, NODE_ENV: 'development' })).toEqual([])
      for (const LOCAL_NUMBER_RECEIPTS of ['sqlite', 'log']) {
        expect(findProblems({ ...unnamed, LOCAL_NUMBER_RECEIPTS })).toEqual([])
      }
    },
  )

  it('of a store that is named in a file must be named, too', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'address')
    writeFileSync(file, 'redis://:secret@127.0.0.1')
    const env = { ...production, LOCAL_NUMBER_STORE_FILE: file }
    expect(findProblems(env)).toEqual([expect.stringMatching(/^LOCAL_NUMBER_RECEIPTS is missing/)])
  })

  it.each(['warn', 'error', 'fatal', 'silent'])('are not in a log of the level %s: production refuses it', (level) => {
    expect(findProblems({ ...redis, LOG_LEVEL: level })).toEqual([
      expect.stringMatching(new RegExp(`^LOG_LEVEL is ${level}, which drops the consent receipts`)),
    ])
    const single = { ...production, LOCAL_NUMBER_STORE: 'memory', LOCAL_NUMBER_SINGLE_PROCESS: 'yes' }
    expect(findProblems({ ...single, LOG_LEVEL: level })).toEqual([expect.stringMatching(/^LOG_LEVEL is /)])
    expect(findProblems({ ...redis, LOCAL_NUMBER_RECEIPTS: 'sqlite', LOG_LEVEL: level })).toEqual([])
    expect(findProblems({ ...production, LOG_LEVEL: level })).toEqual([])
  })

  it('are in a log of the levels info, debug and trace', () => {
    for (const LOG_LEVEL of ['info', 'debug', 'trace']) expect(findProblems({ ...redis, LOG_LEVEL })).toEqual([])
  })
})

describe('an unusable environment', () => {
  it('is refused with all problems at once', () => {
    expect(
      findProblems({ PORT: '99999', LOCAL_NUMBER_APP_ID: 'wx10a00cf000000000', LOCAL_NUMBER_APP_KEY: ' ' }),
    ).toEqual([
      'PORT must be a port from 1 to 65535, or 0 for any free one',
      'LOCAL_NUMBER_APP_ID must be 6 to 20 digits',
      'LOCAL_NUMBER_APP_KEY is missing: copy the appKey from the open platform',
      'LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is missing: the private half of the key pair registered on the open platform',
      'LOCAL_NUMBER_PLATFORM_PUBLIC_KEY is missing: copy the platform public key from the open platform',
      'LOCAL_NUMBER_TICKET_PRIVATE_KEY is missing: make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
      'LOCAL_NUMBER_HASH_SECRET is missing: make one: openssl rand -base64 32',
    ])
  })

  it.each([
    ['PORT', '-1', 'a port from 1 to 65535'],
    ['PORT', '80.5', 'a port from 1 to 65535'],
    ['LOG_LEVEL', 'loud', 'must be one of'],
    ['ALLOWED_ORIGINS', 'shop.example.com', 'must be * or origins'],
  ])('%s=%s is refused', (variable, value, reason) => {
    expect(findProblems({ ...environment, [variable]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} .*${reason.replace('*', '\\*')}`)),
    ])
  })

  it('allows every site in production', () => {
    const anySite = { ...environment, LOCAL_NUMBER_STORE: undefined, TRUSTED_PROXIES: 'none', ALLOWED_ORIGINS: '*' }
    expect(findProblems({ ...anySite, NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('ALLOWED_ORIGINS must name the sites'),
    ])
    expect(findProblems(anySite)).toEqual([])
  })

  it('is refused with a message of one line per problem', () => {
    expect(() => loadConfig({ ...environment, PORT: 'x', LOCAL_NUMBER_APP_KEY: '' })).toThrow(
      [
        'The configuration is not usable:',
        '  PORT must be a port from 1 to 65535, or 0 for any free one',
        '  LOCAL_NUMBER_APP_KEY is missing: copy the appKey from the open platform',
      ].join('\n'),
    )
  })
})
