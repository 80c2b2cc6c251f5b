import { readEnvironment, type Variables } from '../../src/env'
import { customer } from '../support/business'
import { serverEnvironment as environment } from '../support/environment'
import { problemsOf } from '../support/problems'

const read = (...layers: Variables[]) => readEnvironment(layers, { variables: {} })

describe('a usable environment', () => {
  it('becomes the options of a server, with the documented defaults', () => {
    expect(read(environment)).toMatchObject({
      production: false,
      warnings: [],
      server: {
        appId: '300011877495',
        verifyOrigin: undefined,
        editions: ['miniProgram', 'h5'],
        codes: { yes: ['000'], no: ['001'] },
        signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
        userInformation: 'asItCame',
        limits: { checksPerNumberAndDay: 10 },
        consentVersions: ['1'],
      },
    })
  })

  it('stands on the layers below it, which an empty variable does not hide', () => {
    const layers = [{ LOCAL_NUMBER_DAILY_LIMIT: ' ' }, { LOCAL_NUMBER_DAILY_LIMIT: '7' }, environment]
    expect(read(...layers).server.limits).toEqual({ checksPerNumberAndDay: 7 })
    expect(read({ LOCAL_NUMBER_DAILY_LIMIT: '8' }, ...layers).server.limits).toEqual({ checksPerNumberAndDay: 8 })
  })
})

describe('an unusable environment', () => {
  it('never quotes a secret', () => {
    const cut = customer.privateKey.slice(0, -20)
    const broken = {
      LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: cut,
      LOCAL_NUMBER_TICKET_PRIVATE_KEY: cut,
      LOCAL_NUMBER_HASH_SECRET: 'short',
    }
    const problems = problemsOf({ ...environment, ...broken })
    expect(problems).toHaveLength(3)
    expect(problems.join('\n')).not.toMatch(/MII|short\b/)
  })

  it.each([
    ['NODE_ENV', 'prod', 'must be one of development, test, production'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'https://www.cmpassport.com/NumberAbility', 'host and port alone'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'https://user:password@www.cmpassport.com', 'host and port alone'],
    ['LOCAL_NUMBER_VERIFY_ORIGIN', 'ftp://www.cmpassport.com', 'host and port alone'],
    ['LOCAL_NUMBER_EDITIONS', 'miniprogram', 'must be of miniProgram, h5, h5Vendor'],
    ['LOCAL_NUMBER_EDITIONS', ',', 'must be of miniProgram'],
    ['LOCAL_NUMBER_YES_CODES', ' , ', 'codes of the platform'],
    ['LOCAL_NUMBER_NO_CODES', '001, 000', 'shares a code'],
    ['LOCAL_NUMBER_DAILY_LIMIT', '0', 'from 1 to 1000'],
    ['LOCAL_NUMBER_LINE', 'staging', 'production, test'],
    ['LOCAL_NUMBER_SIGNATURE_ALGORITHM', 'MD5', 'SHA256withRSA'],
    ['LOCAL_NUMBER_HASH_SECRET', 'x'.repeat(31), 'at least 32 characters'],
    ['LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY', customer.publicKey, 'public key stands where the private key is expected'],
    ['LOCAL_NUMBER_PLATFORM_PUBLIC_KEY', customer.privateKey, 'private key stands where the public key is expected'],
    ['LOCAL_NUMBER_TICKET_PRIVATE_KEY', customer.privateKey, 'P-256 or Ed25519'],
  ])('%s=%s is refused', (variable, value, reason) => {
    expect(problemsOf({ ...environment, [variable]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} .*${reason}`)),
    ])
  })

  it('needs the address of the test line, which nobody publishes', () => {
    expect(problemsOf({ ...environment, LOCAL_NUMBER_LINE: 'test' })).toEqual([
      expect.stringContaining('LOCAL_NUMBER_VERIFY_ORIGIN is missing'),
    ])
  })
})

describe('a warning', () => {
  it('tells that the platform’s public key is really our own', () => {
    const { warnings } = read({ ...environment, LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: customer.publicKey })
    expect(warnings).toEqual([expect.stringContaining('is your own public key')])
  })

  it('tells of a variable that is misspelt', () => {
    const { warnings } = read({ ...environment, LOCAL_NUMBER_APPKEY: 'x' })
    expect(warnings).toEqual([expect.stringContaining('LOCAL_NUMBER_APPKEY is no variable')])
  })

  it('tells that nobody said whether this is production', () => {
    const { warnings } = read({ ...environment, NODE_ENV: undefined })
    expect(warnings).toEqual([expect.stringContaining('NODE_ENV is not set')])
  })
})
