// Options whose violation would go unnoticed: a window that is always open, a quota that is never reached.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalNumberServer, createMemoryStores, type LocalNumberServerOptions } from '../src'
import { parseOptions } from '../src/parse-options'
import { type Business, createPreSign, NOON, OPTIONS, startBusiness } from './support/business'

let business: Business | undefined

afterEach(async () => {
  await business?.stop()
  business = undefined
})

const start = async (changes: Partial<LocalNumberServerOptions>) => {
  business = await startBusiness(changes)
  return business
}

describe('an undefined option gets its default', () => {
  it('for the clock skew of phones and the replay window', async () => {
    const { sign } = await start({ times: { clockSkewMs: undefined } })
    await expect(sign(undefined, createPreSign(NOON - 120_001))).rejects.toMatchObject({ code: 'preSignOutsideWindow' })
    const preSign = createPreSign(NOON)
    await sign(undefined, preSign)
    await expect(sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
  })

  it('for the checks per number and day', async () => {
    const { login } = await start({ limits: { checksPerNumberAndDay: undefined } })
    for (let check = 0; check < 10; check += 1) await login()
    expect(await login()).toMatchObject({ code: '121011' })
  })
})

describe('an option out of its range is refused by name, with the range', () => {
  it.each([
    ['appId must be 6 to 20 digits', { appId: '12345' }],
    ['customerPrivateKey is missing', { customerPrivateKey: undefined }],
    ['otherCustomerPrivateKeys.0 must not be empty', { otherCustomerPrivateKeys: [''] }],
    ['hashSecret must have at least 32 characters', { hashSecret: 'x'.repeat(31) }],
    ['hashSecret is missing', { hashSecret: undefined }],
    ['ticket is missing', { ticket: undefined }],
    ['consentVersions must be of type array', { consentVersions: '2026-01' }],
    ['consentVersions.0 must have a text in consentTexts', { consentTexts: { '2025-01': { en: 'Terms' } } }],
    ['consentVersions.0 must have a text in consentTexts', { consentTexts: {} }],
    ['consentTexts.2026-01.zh_CN must be a BCP 47 tag', { consentTexts: { '2026-01': { zh_CN: 'Terms' } } }],
    ['consentTexts.2026-01.en must not be empty', { consentTexts: { '2026-01': { en: '' } } }],
    ['codes.no shares a code with the yes codes', { codes: { yes: ['000'], no: ['001', '000'] } }],
    ['codes.yes must be of type array', { codes: { yes: '000', no: ['001'] } }],
    ['codes.yes must have at least one item', { codes: { yes: [] } }],
    ['codes.yes.0 must not be empty', { codes: { yes: [''], no: ['001'] } }],
    ['editions.0 must be one of miniProgram, h5, h5Vendor', { editions: ['h6'] }],
    ['verifyOrigin must be scheme, host and port alone', { verifyOrigin: 'https://www.cmpassport.com/' }],
    ['times.clockSkewMs must be a whole number from 0 to 449999', { times: { clockSkewMs: 450_000 } }],
    ['times.clockSkewMs must be a whole number from 0 to 449999', { times: { clockSkewMs: Number.NaN } }],
    [
      'times.attemptTtlMs must be a whole number of milliseconds',
      { times: { attemptTtlMs: Number.POSITIVE_INFINITY } },
    ],
    [
      'times.platformTimeoutMs must be a whole number of milliseconds, at most 86400000 (a day)',
      { times: { platformTimeoutMs: 2 ** 31 } },
    ],
    ['times.attemptTtlMs must be a whole number of milliseconds', { times: { attemptTtlMs: 86_400_001 } }],
    ['limits.wrongNumbersPerSession must be a whole number from 1 to 1000', { limits: { wrongNumbersPerSession: 0 } }],
    ['limits.checksPerNumberAndDay must be a whole number', { limits: { checksPerNumberAndDay: Number.NaN } }],
  ])('%s', (problem, changes) => {
    const options = { ...OPTIONS, ...changes } as LocalNumberServerOptions
    expect(() => createLocalNumberServer(options)).toThrow(
      expect.objectContaining({ code: 'optionUnusable', message: expect.stringContaining(`(${problem}`) }),
    )
  })
})

it('all problems are reported at once, without values', () => {
  const options = { ...OPTIONS, appId: 'secret', hashSecret: 'secret' } as LocalNumberServerOptions
  const create = () => createLocalNumberServer(options)
  expect(create).toThrow('(appId must be 6 to 20 digits; hashSecret must have at least 32 characters)')
  expect(create).not.toThrow(/secret\b(?! must)/)
})

/** `@default 10` with the option that follows the comment. Texts such as `Date.now` have no value in the schema. */
const listDocumented = (file: string) => {
  const source = readFileSync(join(__dirname, '../src', file), 'utf8')
  return [...source.matchAll(/@default (.+?)\n\s+\*\/\n\s+readonly (\w+)\??:/g)]
}
const countDefaults = (file: string) =>
  [...readFileSync(join(__dirname, '../src', file), 'utf8').matchAll(/\.default\(/g)].length

const listValues = (documented: ReturnType<typeof listDocumented>) =>
  documented
    .filter(([, value = '']) => /^[[\d']/.test(value))
    .map(([, value = '', name = '']) => [name, value] as const)

const readValue = (value: string) => JSON.parse(value.replaceAll("'", '"').replaceAll('_', ''))

describe('the documented default', () => {
  const documented = listDocumented('options.ts')
  const { privateKey } = OPTIONS.ticket
  const settings = parseOptions({ ...OPTIONS, consentVersions: undefined, ticket: { privateKey } })
  const { signature, codes, limits, times, ticket } = settings
  const actual: Record<string, unknown> = { ...settings, ...signature, ...codes, ...limits, ...times, ...ticket }

  it('is written at every option with a default', () => {
    // Six options have no default in the schema, and two of the schema's are documented as one text: the signature.
    expect(documented).toHaveLength(countDefaults('options-schema.ts') + 4)
  })

  it.each(listValues(documented))('of %s is %s, as in the schema', (name, value) => {
    expect(actual[name]).toEqual(readValue(value))
  })
})

describe('the documented default of the WeChat way', () => {
  const documented = listDocumented('wechat/options.ts')
  const { wechat } = parseOptions({ ...OPTIONS, wechat: { appId: 'wx0123456789abcdef', appSecret: 'secret' } })
  const actual: Record<string, unknown> = { ...wechat }

  it('is written at every option with a default', () => {
    expect(documented).toHaveLength(countDefaults('wechat/options-schema.ts'))
  })

  it.each(listValues(documented))('of %s is %s, as in the schema', (name, value) => {
    expect(actual[name]).toEqual(readValue(value))
  })
})

describe('the documented default of the SMS way', () => {
  const documented = listDocumented('sms/options.ts')
  const senders = [{ name: 'none', send: async () => undefined }]
  const { sms } = parseOptions({ ...OPTIONS, sms: { senders } })
  const actual: Record<string, unknown> = { ...sms, ...sms?.limits, ...sms?.times }

  it('is written at every option with a default', () => {
    // Two options have none in the schema, and an empty record is no value here.
    expect(documented).toHaveLength(countDefaults('sms/options-schema.ts') + 2)
  })

  it.each(listValues(documented))('of %s is %s, as in the schema', (name, value) => {
    expect(actual[name]).toEqual(readValue(value))
  })

  it.each([
    ['sms.senders must have at least one sender', { senders: [] }],
    ['sms.senders.0 must have a name and a function send', { senders: [{ name: 'none' }] }],
    ['sms.senders is missing', {}],
    ['sms.limits.sendsReserved must be less than sendsPerNumber', { senders, limits: { sendsReserved: 20 } }],
    ['sms.limits.guessesPerCode must be a whole number from 1 to 10', { senders, limits: { guessesPerCode: 11 } }],
    ['sms.consentVersions.0 must have a text in consentTexts', { senders, consentTexts: { other: { en: 'Terms' } } }],
    ['sms.times.codeTtlMs must be a whole number of milliseconds', { senders, times: { codeTtlMs: -1 } }],
  ])('%s', (problem, sms) => {
    expect(() => parseOptions({ ...OPTIONS, sms } as never)).toThrow(problem)
  })

  it('stores without codes are refused', () => {
    const { codes: _, ...stores } = createMemoryStores()
    expect(() => parseOptions({ ...OPTIONS, stores, sms: { senders } })).toThrow('stores must have codes')
  })
})
