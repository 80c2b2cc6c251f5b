// Options whose breach would be silent: a window that is always open, a quota that is never reached.
import { createLocalNumberServer, type LocalNumberServerOptions } from '../src'
import { type Business, NOON, OPTIONS, preSignAt, startBusiness } from './support/business'

let business: Business | undefined

afterEach(async () => {
  await business?.stop()
  business = undefined
})

const started = async (changes: Partial<LocalNumberServerOptions>) => {
  business = await startBusiness(changes)
  return business
}

describe('an option that is undefined is the default', () => {
  it('for the clocks of phones, and for what was signed', async () => {
    const { sign } = await started({ times: { clockSkewMs: undefined } })
    await expect(sign(undefined, preSignAt(NOON - 120_001))).rejects.toMatchObject({ code: 'preSignOutsideWindow' })
    const preSign = preSignAt(NOON)
    await sign(undefined, preSign)
    await expect(sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
  })

  it('for the checks of a number per day', async () => {
    const { login } = await started({ limits: { checksPerNumberAndDay: undefined } })
    for (let check = 0; check < 10; check += 1) await login()
    expect(await login()).toMatchObject({ code: '121011' })
  })
})

describe('an option out of its range is refused', () => {
  it.each([
    ['hashSecret', { hashSecret: 'x'.repeat(15) }],
    ['hashSecret', { hashSecret: undefined }],
    ['consentVersions', { consentVersions: '2026-01' }],
    ['codes', { codes: { yes: ['000'], no: ['001', '000'] } }],
    ['codes.yes', { codes: { yes: '000', no: ['001'] } }],
    ['codes.yes.0', { codes: { yes: [''], no: ['001'] } }],
    ['times.clockSkewMs', { times: { clockSkewMs: 450_000 } }],
    ['times.clockSkewMs', { times: { clockSkewMs: Number.NaN } }],
    ['times.attemptTtlMs', { times: { attemptTtlMs: Number.POSITIVE_INFINITY } }],
    ['limits.wrongNumbersPerSession', { limits: { wrongNumbersPerSession: 0 } }],
    ['limits.checksPerNumberAndDay', { limits: { checksPerNumberAndDay: Number.NaN } }],
  ])('%s', (name, changes) => {
    const options = { ...OPTIONS, ...changes } as LocalNumberServerOptions
    expect(() => createLocalNumberServer(options)).toThrow(
      expect.objectContaining({ code: 'optionUnusable', message: expect.stringContaining(`check: ${name})`) }),
    )
  })
})
