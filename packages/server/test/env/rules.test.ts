import { serverEnvironment as environment } from '../support/environment'
import { problemsOf } from '../support/problems'

const production = { ...environment, NODE_ENV: 'production' }

describe('production refuses', () => {
  it.each([
    [
      'a demo value',
      { LOCAL_NUMBER_HASH_SECRET: `demo:${'x'.repeat(40)}` },
      'LOCAL_NUMBER_HASH_SECRET holds a demo value',
    ],
    [
      'a demo key that was copied into quotes',
      { LOCAL_NUMBER_APP_KEY: '"demo:key"' },
      'LOCAL_NUMBER_APP_KEY holds a demo value',
    ],
    ['plain http', { LOCAL_NUMBER_VERIFY_ORIGIN: 'http://www.cmpassport.com' }, 'must be https'],
    ['loopback', { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://localhost:4000' }, 'loopback or private'],
    ['a private address', { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://10.0.0.7' }, 'loopback or private'],
    [
      'the test line by its address',
      { LOCAL_NUMBER_VERIFY_ORIGIN: 'https://120.197.235.102:7002' },
      'is the test line',
    ],
  ])('%s', (_, change, reason) => {
    expect(problemsOf({ ...production, ...change })).toEqual([expect.stringContaining(reason)])
    expect(problemsOf({ ...environment, ...change })).toEqual([])
  })

  it('the test line by its name', () => {
    const line = { LOCAL_NUMBER_LINE: 'test', LOCAL_NUMBER_VERIFY_ORIGIN: 'https://test.cmpassport.com' }
    expect(problemsOf({ ...production, ...line })).toEqual([
      expect.stringContaining('LOCAL_NUMBER_LINE is the test line'),
    ])
  })

  it('everything at once', () => {
    const env = {
      NODE_ENV: 'production',
      LOCAL_NUMBER_LINE: 'test',
      LOCAL_NUMBER_VERIFY_ORIGIN: 'http://127.0.0.1:4000',
      LOCAL_NUMBER_HASH_SECRET: 'demo:x',
    }
    expect(problemsOf(env)).toEqual([
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

  it('nothing that merely mentions a demo elsewhere in the environment', () => {
    expect(problemsOf({ ...production, PS1: 'demo: $ ' })).toEqual([])
  })
})
