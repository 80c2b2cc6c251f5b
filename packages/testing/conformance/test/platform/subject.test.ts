// The carrier's own test line: no control, an app of somebody's own. Ours plays it.
import { generateKeyPairSync } from 'node:crypto'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { openPlatform } from '../../src/platform/subject'
import { type Result, runScenarios } from '../../src/run'
import { fakeServer } from '../support/fake-server'
import { simulatorForAll } from '../support/simulated'

const simulator = simulatorForAll()

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const APP = { appId: '300000000001', appKey: 'A0B1C2D3', wxappid: 'wx10a00cf000000000' }

/** What a customer has from the open platform, with its app filed there. */
function credentials(): Record<string, string> {
  const found = simulator().apps.find(({ appId }) => appId === APP.appId)
  return {
    ...APP,
    customerPrivateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    platformPublicKey: found?.platformPublicKey ?? '',
    testPhone: '18818500000',
  }
}

beforeAll(() => {
  const customerPublicKeys = [publicKey.export({ format: 'der', type: 'spki' }).toString('base64')]
  simulator().addApp({ appId: APP.appId, appKey: APP.appKey, wxappids: [APP.wxappid], customerPublicKeys })
})

describe('on a test line without control', () => {
  let results: readonly Result[]
  beforeAll(async () => {
    const target = { address: simulator().testLineOrigin, control: null, credentials: credentials() }
    const { subject, has } = await openPlatform(target)
    results = await runScenarios(PLATFORM_SCENARIOS, subject, { has })
  }, 180_000)

  test('every scenario that needs no control passes', () => {
    const free = PLATFORM_SCENARIOS.filter(({ needs = [] }) => needs.length === 0).map(({ id }) => id)
    expect(results.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual(free)
    expect(results.filter(({ status }) => status === 'failed')).toEqual([])
    expect(free.length).toBeGreaterThan(60)
  })

  test('the others are not applicable', () => {
    const late = results.find(({ id }) => id === '@verify_120020_late_token')
    expect(late).toMatchObject({ status: 'notApplicable', lacks: 'control' })
  })

  test('each login has a number of its own that begins as the test number does', () => {
    const masked = simulator()
      .traces(1000)
      .map(({ msisdnMasked }) => msisdnMasked)
      .filter(Boolean)
    expect(masked.every((number) => number.startsWith('188'))).toBe(true)
    expect(new Set(masked).size).toBeGreaterThan(20)
  })
})

describe('credentials are refused', () => {
  const refused = (more: Record<string, unknown>) =>
    openPlatform({
      address: simulator().testLineOrigin,
      control: null,
      credentials: { ...credentials(), ...more },
    })

  test.each([
    ['appId', 'x', 'appId must be 6 to 20 digits'],
    ['appKey', '', 'appKey must not be empty'],
    ['customerPrivateKey', 'MIICdw==', 'customerPrivateKey must be base64 of PKCS#8 DER'],
    ['platformPublicKey', 'MIGf', 'platformPublicKey must be base64 of X.509 DER'],
    ['testPhone', '2', 'testPhone must be a mobile number of 11 digits'],
  ])('a malformed %s', async (field, value, reason) => {
    await expect(refused({ [field]: value })).rejects.toThrow(reason)
  })

  test('that lack fields, which are named', async () => {
    const opened = openPlatform({
      address: simulator().testLineOrigin,
      control: null,
      credentials: { appId: 300011877495 },
    })
    await expect(opened).rejects.toThrow(
      'the credentials are not complete: appId must be text; appKey is missing; wxappid is missing; ' +
        'customerPrivateKey is missing; platformPublicKey is missing; testPhone is missing',
    )
  })

  test('that are no object', async () => {
    const opened = openPlatform({ address: simulator().testLineOrigin, control: null, credentials: 'appId' })
    await expect(opened).rejects.toThrow('the credentials are not complete: the file must hold an object of appId, ')
  })

  test('none at all', async () => {
    const { origin } = await fakeServer(() => ({}))
    const opened = openPlatform({ address: origin, control: null, credentials: null })
    await expect(opened).rejects.toThrow('give --control for a simulator, or --credentials')
  })
})
