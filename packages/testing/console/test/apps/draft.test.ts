/** @jest-environment jsdom */
import type { AppView } from '@local-number/simulator-contract'
import { APP_RULES, NEW_APP, toDraft, toPatch, toRegistration } from '../../src/apps/draft'
import { stripPemArmour, toPem } from '../../src/apps/pem'
import { findMistakes } from '../support/find-mistakes'

const app: AppView = {
  appId: '300011877495',
  appKey: 'key',
  wxappids: ['wx1', 'wx2'],
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  editions: ['image', 'httpsH5'],
  origins: ['https://shop.example'],
  lines: ['production', 'test'],
  customerPublicKeys: ['AAA', 'BBB'],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
  dailyLimitPeriod: 'calendarDay',
  tokenLifetimeMs: 60_000,
  ipWhiteList: ['127.0.0.1'],
  capability: true,
  contract: 'bound',
  balance: 0,
  effectiveAt: Date.UTC(2026, 0, 1, 8),
  expiresAt: null,
  codes: 'document',
  platformPublicKey: 'CCC',
  platformKeyBits: 1024,
  customerKeyFingerprints: ['a', 'b'],
}

test('an untouched app form becomes the registration that it was filled from', () => {
  const { appId, platformPublicKey, platformKeyBits, customerKeyFingerprints, ...registration } = app
  expect(toRegistration(toDraft(app))).toEqual(registration)
})

test('an app’s patch contains only the changed fields', () => {
  expect(toPatch(toDraft(app), app)).toEqual({})
  expect(toPatch({ ...toDraft(app), contract: 'unbound', balance: '' }, app)).toEqual({
    contract: 'unbound',
    balance: null,
  })
})

test('an emptied number field is a mistake where a number is required, and is not 0', () => {
  expect(findMistakes(APP_RULES, { ...toDraft(app), dailyLimit: '' })).toEqual({ dailyLimit: 'wholeNumber' })
  expect(findMistakes(APP_RULES, { ...toDraft(app), balance: '' })).toEqual({})
})

test('an app needs an appId of 6 to 20 digits and an appKey', () => {
  expect(findMistakes(APP_RULES, NEW_APP)).toEqual({ appId: 'appId', appKey: 'missing' })
  expect(findMistakes(APP_RULES, { ...NEW_APP, appId: ' 300011 ', appKey: 'k' })).toEqual({})
})

test('PEM and bare base64 can be registered together as customer keys', () => {
  const keys = `${toPem('A'.repeat(70), 'PUBLIC')}BBB\n${toPem('C'.repeat(65), 'PUBLIC')}`
  expect(toRegistration({ ...NEW_APP, customerPublicKeys: keys }).customerPublicKeys).toEqual([
    'A'.repeat(70),
    'BBB',
    'C'.repeat(65),
  ])
  expect(stripPemArmour('not a PEM')).toBe('not a PEM')
})

test('lists are edited with one entry per line, without blank lines', () => {
  const registration = toRegistration({ ...NEW_APP, wxappids: ' wx1 \n\nwx2\n' })
  expect(registration.wxappids).toEqual(['wx1', 'wx2'])
})

test('no origins are any origin', () => {
  expect(toRegistration(NEW_APP).origins).toBeNull()
  expect(toRegistration({ ...NEW_APP, origins: 'https://shop.example\n' }).origins).toEqual(['https://shop.example'])
})

test('an empty white list refuses every address, and no white list accepts every address', () => {
  expect(toRegistration({ ...NEW_APP, limitsAddresses: true }).ipWhiteList).toEqual([])
  expect(toRegistration(NEW_APP).ipWhiteList).toBeNull()
})

test('keys are downloaded as PEM with 64 characters per line', () => {
  expect(toPem('A'.repeat(70), 'PRIVATE')).toBe(
    `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n${'A'.repeat(6)}\n-----END PRIVATE KEY-----\n`,
  )
})
