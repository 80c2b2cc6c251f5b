// What an app's options become: editions, and what stands against the login as a whole.
import { createImageSlot } from '@local-number/login'
import { HTTPS_CARRIER_ORIGINS } from '@local-number/protocol'
import { imageEdition } from '../src/editions'
import type { LocalNumberLoginOptions } from '../src/options'
import { createPorts } from '../src/ports'
import { createVendorDriver } from '../src/vendor'

const options = (partial: Partial<LocalNumberLoginOptions>): LocalNumberLoginOptions => ({
  appId: '300011877495',
  consentVersion: '1',
  api: { baseUrl: 'https://shop.test' },
  ...partial,
})
const unsupported = (partial: Partial<LocalNumberLoginOptions>) =>
  createPorts(options(partial), { slot: createImageSlot() }).unsupported()

describe('a production build', () => {
  const before = process.env.NODE_ENV
  const setNodeEnv = (value: string | undefined) => Object.assign(process.env, { NODE_ENV: value })
  beforeEach(() => setNodeEnv('production'))
  afterEach(() => setNodeEnv(before))

  const refusal = { reason: 'misconfigured', code: 'testLineInProduction' }

  test('refuses the test line', () => {
    expect(unsupported({ line: 'test' })).toEqual(refusal)
  })

  test.each<string | Record<string, string>>([
    'phoneNum=18818888888',
    'a=1|phoneNum=18818888888',
    'a=1| phoneNum =18818888888',
    'PHONENUM=18818888888',
    'phone%4Eum=18818888888',
    'phone%254Eum=18818888888',
    'a=1%7CphoneNum=18818888888',
    'a=100%|phoneNum=18818888888',
    'phoneNum=|phoneNum=18818888888',
    '|phoneNum=18818888888',
    { phoneNum: '18818888888' },
    { ' phonenum': '18818888888' },
    { a: '1%7CphoneNum=18818888888' },
    Object.assign(Object.create(null), { phoneNum: '18818888888' }),
  ])('refuses %j', (expandParams) => {
    expect(unsupported({ expandParams })).toEqual(refusal)
  })

  test.each(['http://120.197.235.102:7002', 'http://120.197.235.101:8315'])(
    'refuses the test line’s address %s as production',
    (address) => {
      const production = { getMobile: 'http://www.cmpassport.com', getToken: address }
      expect(unsupported({ origins: { production } })).toEqual(refusal)
    },
  )

  test.each(Object.values(HTTPS_CARRIER_ORIGINS.test).concat('https://WWW.CMPASSPORT.COM:7009'))(
    'refuses the HTTPS edition’s test address %s as production',
    (httpsGetMobile) => {
      const production = {
        getMobile: 'http://www.cmpassport.com',
        getToken: 'https://www.cmpassport.com',
        httpsGetMobile,
      }
      expect(unsupported({ origins: { production } })).toEqual(refusal)
    },
  )

  test.each(Object.values(HTTPS_CARRIER_ORIGINS.production))('accepts %s', (httpsGetMobile) => {
    const production = {
      getMobile: 'http://www.cmpassport.com',
      getToken: 'https://www.cmpassport.com',
      httpsGetMobile,
    }
    expect(unsupported({ origins: { production } })).toBeNull()
  })

  test.each<Partial<LocalNumberLoginOptions>>([
    { expandParams: 'a=1' },
    { expandParams: { phoneNumber: '1' } },
    { expandParams: 'about=phoneNum' },
    { origins: { production: { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' } } },
  ])('accepts %j', (partial) => {
    expect(unsupported(partial)).toBeNull()
  })
})

test('options that break their types do not crash on mounting', () => {
  const line = 'Test' as LocalNumberLoginOptions['line']
  expect(() => createPorts(options({ line }), { slot: createImageSlot() }).unsupported()).not.toThrow()
})

test.each([[null], ['https'], [[false]], [[undefined]], [[{}]]])(
  'editions that are %j are none, and no crash on mounting',
  (editions) => {
    const broken = options({ editions: editions as unknown as LocalNumberLoginOptions['editions'] })
    const ports = createPorts({ ...broken, sdk: undefined }, { slot: createImageSlot() })
    expect(ports.editions).toEqual([])
  },
)

describe('a script is an edition by itself', () => {
  const sdk = createVendorDriver({ getSign: () => '', getTokenInfo: () => undefined })

  test('so editions beside it do not compile, and are misconfigured at run time', () => {
    // @ts-expect-error
    const both: LocalNumberLoginOptions = { ...options({}), sdk, editions: [imageEdition] }
    expect(createPorts(both, { slot: createImageSlot() }).unsupported()).toEqual({
      reason: 'misconfigured',
      code: 'editionsWithSdk',
    })
  })

  test('so either alone compiles, and an undefined one counts as not set', () => {
    const alone: readonly LocalNumberLoginOptions[] = [
      { ...options({ sdk }), editions: undefined },
      { ...options({ editions: [imageEdition] }), sdk: undefined },
    ]
    for (const each of alone) expect(createPorts(each, { slot: createImageSlot() }).unsupported()).toBeNull()
  })
})

test('an app that names no edition has the image edition', () => {
  const names = (editions?: readonly []) =>
    createPorts(options({ editions }), { slot: createImageSlot() }).editions.map(({ name }) => name)
  expect(names()).toEqual(['image'])
  expect(names([])).toEqual([])
})

test('a development build may use the test line', () => {
  expect(unsupported({ line: 'test', expandParams: 'phoneNum=18818888888' })).toBeNull()
})
