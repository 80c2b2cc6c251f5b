// What a developer reads in the console when an option or the surroundings are wrong.
import type { FallbackReason, LocalNumberLoginOptions } from '../src'

const OPTIONS: LocalNumberLoginOptions = {
  appId: '300011877495',
  consentVersion: '1',
  api: { baseUrl: 'https://shop.test' },
}
const SIMULATOR = { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' }

let consoleError: jest.SpyInstance
const lines = () => consoleError.mock.calls.map(([line]) => line)

beforeEach(() => {
  jest.resetModules()
  consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => consoleError.mockRestore())

const load = () => import('../src/development')

describe('options', () => {
  test.each<[string, Partial<LocalNumberLoginOptions>]>([
    ['appIdMalformed', { appId: 'abc' }],
    ['consentVersionMalformed', { consentVersion: '' }],
    ['consentVersionMalformed', { consentVersion: 'x'.repeat(65) }],
    ['baseUrlMalformed', { api: { baseUrl: 'shop.test' } }],
    ['originsIncomplete', { origins: SIMULATOR as never }],
    ['originsIncomplete', { origins: {} }],
    ['originsIncomplete', { origins: { production: undefined as never } }],
    ['originsIncomplete', { origins: 'http://127.0.0.1:7000' as never }],
    ['originsIncomplete', { origins: { production: { getMobile: '127.0.0.1:7000', getToken: 'http://127.0.0.1' } } }],
    ['originsIncomplete', { origins: { production: SIMULATOR }, line: 'test' }],
  ])('%s is told once, with code, remedy and guide', async (code, wrong) => {
    const { explainOptions } = await load()
    for (const _mount of [1, 2]) explainOptions({ ...OPTIONS, ...wrong } as LocalNumberLoginOptions)
    expect(lines()).toEqual([expect.stringMatching(new RegExp(`^@local-number/taro ${code}: .+ \\(docs/.+\\)$`))])
  })

  test.each<Partial<LocalNumberLoginOptions>>([
    {},
    { api: { baseUrl: '' } },
    { api: { baseUrl: '/api' } },
    { api: { baseUrl: 'http://127.0.0.1:3000' } },
    { api: { cloudFunction: 'login' } },
    { origins: { production: SIMULATOR } },
    { origins: { production: { ...SIMULATOR, httpsGetMobile: 'https://localhost:7003' } } },
    { origins: { test: SIMULATOR }, line: 'test' },
  ])('%j is fine on H5', async (options) => {
    const { explainOptions } = await load()
    explainOptions({ ...OPTIONS, ...options } as LocalNumberLoginOptions)
    expect(lines()).toEqual([])
  })

  test('an option that changes after mounting is named, one that is a new object each time is not', async () => {
    const { explainChanges } = await load()
    explainChanges(OPTIONS, { ...OPTIONS, api: { baseUrl: 'https://shop.test' } })
    expect(lines()).toEqual([])
    explainChanges(OPTIONS, { ...OPTIONS, appId: '300011877496', consentVersion: '2' })
    expect(lines()).toEqual([expect.stringContaining('optionsChanged: appId, consentVersion changed')])
  })
})

describe('a login that falls back', () => {
  const explain = async (
    reason: FallbackReason,
    code: string | null,
    options: Partial<LocalNumberLoginOptions> = {},
  ) => {
    const { explainFailure } = await load()
    await explainFailure({ reason, code }, { ...OPTIONS, ...options } as LocalNumberLoginOptions)
    return lines()
  }

  test.each<[FallbackReason, string | null, RegExp]>([
    ['serverUnreachable', null, /serverUnreachable: .*https:\/\/shop\.test did not answer.*ALLOWED_ORIGINS/],
    ['serverUnreachable', null, /CORS.*accept this page's origin, http:\/\/localhost.*ALLOWED_ORIGINS/],
    ['signingRefused', 'overloaded', /https:\/\/shop\.test cannot sign for a while/],
    ['signingRefused', 'storeRestored', /https:\/\/shop\.test cannot sign for a while/],
    ['signingRefused', 'malformedAnswer', /https:\/\/shop\.test answered, but not as the business API does/],
    ['signingRefused', 'preSignMalformed', /did not sign for 300011877495.*LOCAL_NUMBER_APP_ID/],
    ['misconfigured', 'cloudMissing', /wx\.cloud\.init/],
    ['misconfigured', 'bindingMalformed', /`binding`.*your backend.*43 characters/],
    ['misconfigured', 'consentRequired', /`consent\.version`.*LOCAL_NUMBER_SMS_CONSENT_VERSIONS.*WECHAT/],
    ['misconfigured', 'malformedAnswer', /not as the business API does.*`api`/],
    ['misconfigured', 'notFound', /does not offer it.*`api`/],
    ['misconfigured', 'originNotAllowed', /this page's origin.*`origins`.*ALLOWED_ORIGINS/],
    ['misconfigured', 'somethingElse', /\(somethingElse\): .*the code names the one to change/],
    ['misconfigured', 'constructor', /\(constructor\): .*the code names the one to change/],
    ['tokenRefused', '103101', /return-codes\.md/],
  ])('%s with code %s names the cause and what to do', async (reason, code, words) => {
    expect(await explain(reason, code)).toEqual([expect.stringMatching(words)])
  })

  test.each(['', '/login', 'http://localhost/login'])(
    'a server on the page’s own host, %j, needs no CORS',
    async (baseUrl) => {
      const [line] = await explain('serverUnreachable', null, { api: { baseUrl } })
      expect(line).toContain('did not answer. Start it')
      expect(line).not.toContain('CORS')
    },
  )

  test.each<FallbackReason>(['wifi', 'offline', 'userChoice', 'attemptsExhausted', 'rateLimited'])(
    '%s needs no words',
    async (reason) => {
      expect(await explain(reason, null)).toEqual([])
    },
  )

  test.each<[string, Partial<LocalNumberLoginOptions>]>([
    ['baseUrlMalformed', { api: { baseUrl: 'shop.test' } }],
    ['invalidParameters', { appId: 'abc' }],
  ])('what the options already showed is not told again: %s', async (code, wrong) => {
    const { explainOptions } = await load()
    explainOptions({ ...OPTIONS, ...wrong } as LocalNumberLoginOptions)
    expect(lines()).toHaveLength(1)
    expect(await explain('misconfigured', code, wrong)).toHaveLength(1)
  })

  test('another mistake is told beside one of the options', async () => {
    expect(await explain('misconfigured', 'cloudMissing', { appId: 'abc' })).toEqual([
      expect.stringContaining('wx.cloud.init'),
    ])
  })

  test('without `origins`, the real carrier was asked', async () => {
    expect(await explain('numberRetrievalFailed', '500')).toEqual([expect.stringMatching(/real carrier.*`origins`/)])
  })

  test('a simulator that is not running is told from one that refused', async () => {
    const fetch = jest.fn<Promise<unknown>, [string]>(() => Promise.reject(new TypeError('Failed to fetch')))
    Object.assign(window, { fetch })
    const origins = { production: SIMULATOR }
    expect(await explain('numberRetrievalFailed', '500', { origins })).toEqual([
      expect.stringContaining('Nothing answers at http://127.0.0.1:7000'),
    ])
    jest.resetModules()
    consoleError.mockClear()
    fetch.mockImplementation(async (address) => {
      if (address.endsWith(':7003')) throw new TypeError('Failed to fetch')
      return {}
    })
    const withHttps = { production: { ...SIMULATOR, httpsGetMobile: 'http://127.0.0.1:7003' } }
    expect(await explain('carrierUnreachable', '0', { origins: withHttps })).toEqual([
      expect.stringContaining('Nothing answers at http://127.0.0.1:7003'),
    ])
    jest.resetModules()
    consoleError.mockClear()
    expect(await explain('numberRetrievalFailed', '500', { origins })).toEqual([
      expect.stringMatching(/http:\/\/127\.0\.0\.1:7000 answers.*console shows the cause.*300011877495/),
    ])
  })
})
