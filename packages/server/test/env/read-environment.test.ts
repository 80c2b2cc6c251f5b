import { createLocalNumberServer } from '../../src'
import { readEnvironment, type Variables } from '../../src/env'
import { customer } from '../support/business'
import { serverEnvironment as environment } from '../support/environment'
import { createP256Keys, createRsaKeys } from '../support/keys'
import { findProblems } from '../support/problems'

const read = (...layers: Variables[]) => readEnvironment(layers, { variables: {} })

describe('a usable environment', () => {
  it('becomes the options of a server with the documented defaults', () => {
    expect(read(environment)).toMatchObject({
      production: false,
      warnings: [],
      server: {
        appId: '300011877495',
        verifyOrigin: 'https://www.cmpassport.com',
        editions: ['miniProgram', 'h5'],
        codes: { yes: ['000'], no: ['001'] },
        signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
        md5Case: 'lower',
        userInformation: 'verbatim',
        limits: { wrongNumbersPerSession: 5, checksPerNumberAndDay: 10 },
        consentVersions: ['1'],
        ticket: { issuer: 'local-number', audience: 'local-number' },
      },
    })
  })

  it('takes unset and empty variables from the lower layers', () => {
    const layers = [{ LOCAL_NUMBER_DAILY_LIMIT: ' ' }, { LOCAL_NUMBER_DAILY_LIMIT: '7' }, environment]
    expect(read(...layers).server.limits).toMatchObject({ wrongNumbersPerSession: 5, checksPerNumberAndDay: 7 })
    expect(read({ LOCAL_NUMBER_DAILY_LIMIT: '8' }, ...layers).server.limits).toMatchObject({
      wrongNumbersPerSession: 5,
      checksPerNumberAndDay: 8,
    })
  })
})

it('the HTTPS edition’s variables become its options', () => {
  const editions = 'httpsMiniProgram,httpsH5,httpsVendor'
  const { server } = read({ ...environment, LOCAL_NUMBER_EDITIONS: editions, LOCAL_NUMBER_MD5_CASE: 'upper' })
  expect(server).toMatchObject({ editions: editions.split(','), md5Case: 'upper' })
})

it('the other key of the tickets is published beside the one that signs', async () => {
  const { publicKey } = createP256Keys()
  const { server } = read({ ...environment, LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY: publicKey })
  expect(server.ticket.otherPublicKeys).toEqual([publicKey])
  expect((await createLocalNumberServer(server).jwks()).keys).toHaveLength(2)
})

it('a number of a variable may have spaces around it', () => {
  expect(read({ ...environment, LOCAL_NUMBER_DAILY_LIMIT: ' 7 ' }).server.limits.checksPerNumberAndDay).toBe(7)
})

describe('WeChat’s phone button', () => {
  const wechat = { LOCAL_NUMBER_WECHAT_APP_ID: 'wx0123456789abcdef', LOCAL_NUMBER_WECHAT_APP_SECRET: 's'.repeat(32) }

  it('is there with its variables, and asks WeChat itself', () => {
    expect(read({ ...environment, ...wechat }).server.wechat).toEqual({
      appId: 'wx0123456789abcdef',
      appSecret: 's'.repeat(32),
      consentVersions: ['1'],
      origin: 'https://api.weixin.qq.com',
      timeoutMs: 5_000,
    })
    expect(read(environment).server.wechat).toBeUndefined()
  })

  it('needs both the AppID and the AppSecret', () => {
    const half = { ...environment, ...wechat, LOCAL_NUMBER_WECHAT_APP_SECRET: undefined }
    expect(findProblems(half)).toEqual([
      'LOCAL_NUMBER_WECHAT_APP_SECRET is missing: copy the AppSecret from the WeChat platform',
    ])
  })

  it('asks a stand-in in development, and not in production', () => {
    const standIn = { ...environment, ...wechat, LOCAL_NUMBER_WECHAT_ORIGIN: 'http://127.0.0.1:7009' }
    expect(findProblems(standIn)).toEqual([])
    expect(findProblems({ ...standIn, NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('LOCAL_NUMBER_WECHAT_ORIGIN is for stand-ins of WeChat'),
    ])
  })
})

describe('an unusable environment', () => {
  it('reports a key that is missing and one that is unusable each once', () => {
    const keys = { LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: 'x', LOCAL_NUMBER_TICKET_PRIVATE_KEY: undefined }
    expect(findProblems({ ...environment, ...keys })).toEqual([
      expect.stringMatching(/^LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is unusable: /),
      'LOCAL_NUMBER_TICKET_PRIVATE_KEY is missing: make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
    ])
  })

  it('is refused without quoting a secret', () => {
    const cut = customer.privateKey.slice(0, -20)
    const broken = {
      LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: cut,
      LOCAL_NUMBER_TICKET_PRIVATE_KEY: cut,
      LOCAL_NUMBER_HASH_SECRET: 'short',
    }
    const problems = findProblems({ ...environment, ...broken })
    expect(problems).toHaveLength(3)
    expect(problems.join('\n')).not.toMatch(/MII|short\b/)
  })

  it.each([
    ['NODE_ENV', 'prod', 'must be one of development, test, production'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'https://www.cmpassport.com/NumberAbility', 'host and port alone'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'https://user:password@www.cmpassport.com', 'host and port alone'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'ftp://www.cmpassport.com', 'host and port alone'],
    ['LOCAL_NUMBER_APP_ID', '12345', 'must be 6 to 20 digits'],
    [
      'LOCAL_NUMBER_EDITIONS',
      'h5,miniprogram',
      'separated by commas: each item must be one of miniProgram, h5, h5Vendor, httpsMiniProgram, httpsH5, httpsVendor',
    ],
    ['LOCAL_NUMBER_EDITIONS', 'https,image', 'each item must be one of miniProgram'],
    ['LOCAL_NUMBER_MD5_CASE', 'UPPER', 'must be one of lower, upper'],
    ['LOCAL_NUMBER_EDITIONS', ',', 'must have at least one item'],
    ['LOCAL_NUMBER_YES_CODES', ' , ', 'must have at least one item'],
    ['LOCAL_NUMBER_NO_CODES', '001, 000', 'shares a code'],
    ['LOCAL_NUMBER_DAILY_LIMIT', '0', 'from 1 to 1000'],
    ['LOCAL_NUMBER_DAILY_LIMIT', '1e2', 'from 1 to 1000'],
    ['LOCAL_NUMBER_LINE', 'staging', 'production, test'],
    ['LOCAL_NUMBER_SIGNATURE_ALGORITHM', 'MD5', 'SHA256withRSA'],
    ['LOCAL_NUMBER_HASH_SECRET', 'x'.repeat(31), 'at least 32 characters'],
    ['LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY', customer.publicKey, 'private key is expected here, and this is a public key'],
    [
      'LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY',
      customer.publicKey,
      'private key is expected here, and this is a public',
    ],
    ['LOCAL_NUMBER_PLATFORM_PUBLIC_KEY', customer.privateKey, 'public key is expected here, and this is a private key'],
    ['LOCAL_NUMBER_TICKET_PRIVATE_KEY', customer.privateKey, 'P-256 or Ed25519'],
    ['LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY', createRsaKeys().publicKey, 'is unusable: .*P-256 or Ed25519'],
    [
      'LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY',
      createP256Keys().privateKey,
      'public key is expected here, and this is a private key',
    ],
  ])('%s=%s is refused', (variable, value, reason) => {
    expect(findProblems({ ...environment, [variable]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} .*${reason}`)),
    ])
  })

  it('on the test line must name its address, which is not public', () => {
    expect(findProblems({ ...environment, LOCAL_NUMBER_LINE: 'test' })).toEqual([
      expect.stringContaining('LOCAL_NUMBER_VERIFY_ORIGIN is missing'),
    ])
  })
})

it('the other customer key becomes a list of one, and is none by default', () => {
  const other = createRsaKeys().privateKey
  const { server } = read({ ...environment, LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY: other })
  expect(server.otherCustomerPrivateKeys).toMatchObject([{ kind: 'private', bits: 1024 }])
  expect(read(environment).server.otherCustomerPrivateKeys).toEqual([])
})

describe('a warning', () => {
  it('points out that the other customer key is the one that signs', () => {
    const { warnings } = read({ ...environment, LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY: customer.privateKey })
    expect(warnings).toEqual([expect.stringContaining('is the same key as LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY')])
  })

  it('points out that the platform’s public key is our own', () => {
    const { warnings } = read({ ...environment, LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: customer.publicKey })
    expect(warnings).toEqual([expect.stringContaining('is your own public key')])
  })

  it('points out that the other key of the tickets is the one that signs', () => {
    const { publicKey, privateKey } = createP256Keys()
    const { warnings } = read({
      ...environment,
      LOCAL_NUMBER_TICKET_PRIVATE_KEY: privateKey,
      LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY: publicKey,
    })
    expect(warnings).toEqual([expect.stringContaining('LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY is the public half of')])
  })

  it.each(['"0123456789ABCDEF"', '01234567 89ABCDEF', '# the key\n0123456789ABCDEF'])(
    'points out an appKey that was not copied as it is: %j',
    (LOCAL_NUMBER_APP_KEY) => {
      const { warnings } = read({ ...environment, LOCAL_NUMBER_APP_KEY })
      expect(warnings).toEqual([expect.stringContaining('LOCAL_NUMBER_APP_KEY contains spaces')])
    },
  )

  it('points out a variable that no service reads', () => {
    const { warnings } = read({ ...environment, LOCAL_NUMBER_APPKEY: 'x' })
    expect(warnings).toEqual([
      expect.stringContaining('LOCAL_NUMBER_APPKEY is not a variable of this service: check its spelling'),
    ])
  })

  it('points out that NODE_ENV is not set', () => {
    const { warnings } = read({ ...environment, NODE_ENV: undefined })
    expect(warnings).toEqual([expect.stringContaining('NODE_ENV is not set')])
  })
})
