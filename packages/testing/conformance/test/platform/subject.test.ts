// The carrier's test line, without control and with a registered app. Our simulator plays it.
import { generateKeyPairSync } from 'node:crypto'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { openPlatform } from '../../src/platform/subject'
import { type Result, runScenarios } from '../../src/run'
import { useSimulator } from '../support/simulator'
import { startStandIn } from '../support/stand-in-server'

const simulator = useSimulator()

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const APP = { appId: '300000000001', appKey: 'A0B1C2D3', wxappid: 'wx10a00cf000000000' }

/** What a customer gets from the open platform when its app is registered. */
function createCredentials(): Record<string, string> {
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
    const credentials = { ...createCredentials(), httpsAddress: `${simulator().httpsEditionTestLineOrigin}/` }
    const target = { address: simulator().testLineOrigin, control: null, credentials }
    const { subject, has } = await openPlatform(target)
    results = await runScenarios(PLATFORM_SCENARIOS, subject, { has })
  }, 180_000)

  test('every scenario that needs no control passes', () => {
    const independent = PLATFORM_SCENARIOS.filter(({ needs = [] }) => needs.every((need) => need === 'https')).map(
      ({ id }) => id,
    )
    expect(results.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual(independent)
    expect(results.filter(({ status }) => status === 'failed')).toEqual([])
    expect(independent.length).toBeGreaterThan(60)
  })

  test('other scenarios are not applicable', () => {
    const late = results.find(({ id }) => id === '@verify_120020_late_token')
    expect(late).toMatchObject({ status: 'notApplicable', lacks: 'control' })
  })

  test('every login has a new number with the first digits of the test number', () => {
    const masked = simulator()
      .traces(1000)
      .map(({ msisdnMasked }) => msisdnMasked)
      .filter(Boolean)
    expect(masked.every((number) => number.startsWith('188'))).toBe(true)
    expect(new Set(masked).size).toBeGreaterThan(20)
  })
})

test('without an address of the HTTPS edition, its scenarios are not applicable', async () => {
  const target = { address: simulator().testLineOrigin, control: null, credentials: createCredentials() }
  const { subject, has } = await openPlatform(target)
  const scenarios = PLATFORM_SCENARIOS.filter(({ id }) => id === '@https_000_mini_program')
  const lacking = { status: 'notApplicable', lacks: 'https' }
  expect(await runScenarios(scenarios, subject, { has })).toMatchObject([lacking])
})

describe('opening a test line refuses', () => {
  const openWith = (more: Record<string, unknown>) =>
    openPlatform({
      address: simulator().testLineOrigin,
      control: null,
      credentials: { ...createCredentials(), ...more },
    })

  test.each([
    ['appId', 'x', 'appId must be 6 to 20 digits'],
    ['appKey', '', 'appKey must not be empty'],
    ['customerPrivateKey', 'MIICdw==', 'customerPrivateKey must be base64 of PKCS#8 DER'],
    ['platformPublicKey', 'MIGf', 'platformPublicKey must be base64 of X.509 DER'],
    ['testPhone', '2', 'testPhone must be a mobile number of 11 digits'],
    ['httpsAddress', '127.0.0.1', 'httpsAddress must be an address such as https://127.0.0.1:7009'],
  ])('a malformed %s', async (field, value, reason) => {
    await expect(openWith({ [field]: value })).rejects.toThrow(reason)
  })

  test('credentials that lack fields, and names the fields', async () => {
    const opened = openPlatform({
      address: simulator().testLineOrigin,
      control: null,
      credentials: { appId: 300011877495 },
    })
    await expect(opened).rejects.toThrow(
      'the credentials are incomplete or malformed: appId must be text; appKey is missing; wxappid is missing; ' +
        'customerPrivateKey is missing; platformPublicKey is missing; testPhone is missing',
    )
  })

  test('credentials that are not an object', async () => {
    const opened = openPlatform({ address: simulator().testLineOrigin, control: null, credentials: 'appId' })
    await expect(opened).rejects.toThrow(
      'the credentials are incomplete or malformed: the file must hold an object with appId, ',
    )
  })

  test('a target with neither control nor credentials', async () => {
    const { origin } = await startStandIn(() => ({}))
    const opened = openPlatform({ address: origin, control: null, credentials: null })
    await expect(opened).rejects.toThrow('pass --control for a simulator, or --credentials')
  })
})
