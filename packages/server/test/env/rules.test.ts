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
