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
  lines: ['production', 'test'],
  customerPublicKeys: ['AAA', 'BBB'],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
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

test('a form that was not touched files what was filed', () => {
  const { appId, platformPublicKey, platformKeyBits, customerKeyFingerprints, ...filed } = app
  expect(toRegistration(toDraft(app))).toEqual(filed)
})

test('only what was changed is sent', () => {
  expect(toPatch(toDraft(app), app)).toEqual({})
  expect(toPatch({ ...toDraft(app), contract: 'unbound', balance: '' }, app)).toEqual({
    contract: 'unbound',
    balance: null,
  })
})

test('a number field that was emptied is a mistake, not a nought', () => {
  expect(findMistakes(APP_RULES, { ...toDraft(app), dailyLimit: '' })).toEqual({ dailyLimit: 'wholeNumber' })
  expect(findMistakes(APP_RULES, { ...toDraft(app), balance: '' })).toEqual({})
})

test('an app needs an appId of 6 to 20 digits and an appKey', () => {
  expect(findMistakes(APP_RULES, NEW_APP)).toEqual({ appId: 'appId', appKey: 'missing' })
  expect(findMistakes(APP_RULES, { ...NEW_APP, appId: ' 300011 ', appKey: 'k' })).toEqual({})
})

test('a PEM that was downloaded here can be filed as it is, beside bare base64', () => {
  const keys = `${toPem('A'.repeat(70), 'PUBLIC')}BBB\n${toPem('C'.repeat(65), 'PUBLIC')}`
  expect(toRegistration({ ...NEW_APP, customerPublicKeys: keys }).customerPublicKeys).toEqual([
    'A'.repeat(70),
    'BBB',
    'C'.repeat(65),
  ])
  expect(stripPemArmour('no PEM at all')).toBe('no PEM at all')
})

test('lists are a line each, blanks left out', () => {
  const filed = toRegistration({ ...NEW_APP, wxappids: ' wx1 \n\nwx2\n' })
  expect(filed.wxappids).toEqual(['wx1', 'wx2'])
})

test('an empty white list lets nobody in, none at all lets everybody in', () => {
  expect(toRegistration({ ...NEW_APP, limitsAddresses: true }).ipWhiteList).toEqual([])
  expect(toRegistration(NEW_APP).ipWhiteList).toBeNull()
})

test('keys are downloaded as PEM, 64 characters a line', () => {
  expect(toPem('A'.repeat(70), 'PRIVATE')).toBe(
    `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n${'A'.repeat(6)}\n-----END PRIVATE KEY-----\n`,
  )
})
