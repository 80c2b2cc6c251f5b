import { createImageSlot } from '@local-number/login'
import { type LocalNumberLoginOptions, portsOf } from '../src/options'

const options = (partial: Partial<LocalNumberLoginOptions>): LocalNumberLoginOptions => ({
  appId: '300011877495',
  consentVersion: '1',
  api: { baseUrl: 'https://shop.test' },
  ...partial,
})
const unsupported = (partial: Partial<LocalNumberLoginOptions>) =>
  portsOf(options(partial), createImageSlot()).unsupported()

describe('a production build', () => {
  const before = process.env.NODE_ENV
  const setNodeEnv = (value: string | undefined) => Object.assign(process.env, { NODE_ENV: value })
  beforeEach(() => setNodeEnv('production'))
  afterEach(() => setNodeEnv(before))

  const refusal = { reason: 'misconfigured', code: 'testLineInProduction' }

  test('refuses the test line', () => {
    expect(unsupported({ line: 'test' })).toEqual(refusal)
  })

  test.each(['phoneNum=18818888888', { phoneNum: '18818888888' }])('refuses %j', (expandParams) => {
    expect(unsupported({ expandParams })).toEqual(refusal)
  })

  test('takes everything else', () => {
    expect(unsupported({ expandParams: 'a=1' })).toBeNull()
  })
})

test('a development build may use the test line', () => {
  expect(unsupported({ line: 'test', expandParams: 'phoneNum=18818888888' })).toBeNull()
})
