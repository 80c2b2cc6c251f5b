/** @jest-environment jsdom */
import type { AppView } from '@local-number/simulator-contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { AppsPage } from '../../src/apps/AppsPage'
import { addMissingBrowserParts, startFakeSimulator } from '../support/browser'
import { clickAndEscape, renderPage, withoutAct } from '../support/render-page'

const APP: AppView = {
  appId: '300011877495',
  appKey: 'key',
  wxappids: [],
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  editions: ['image', 'httpsH5'],
  origins: ['https://shop.example'],
  lines: ['production', 'test'],
  customerPublicKeys: [],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
  dailyLimitPeriod: 'calendarDay',
  tokenLifetimeMs: 60_000,
  ipWhiteList: null,
  capability: true,
  contract: 'bound',
  balance: null,
  effectiveAt: null,
  expiresAt: null,
  codes: 'document',
  platformPublicKey: 'CCC',
  platformKeyBits: 1024,
  customerKeyFingerprints: [],
}
const PAIR = { privateKey: 'PRIVATE', publicKey: 'PUBLIC', bits: 1024 }
const NOT_A_KEY = {
  code: 'fieldsMalformed',
  message: 'customerPublicKeys[0] is not an RSA key',
  fields: [{ path: 'customerPublicKeys[0]', code: 'notAnRsaKey', message: 'is not an RSA key' }],
}

beforeAll(addMissingBrowserParts)

const findDialogs = () => screen.queryAllByRole('dialog').map(({ textContent }) => textContent)

test('pressing Escape right after reopening the key pair dialog closes it, without asking', async () => {
  startFakeSimulator({ apps: [APP] }, { 'POST /_sim/key-pairs': { status: 200, body: PAIR } })
  renderPage(<AppsPage />)
  const open = await screen.findByRole('button', { name: 'Generate a customer key pair' })
  fireEvent.click(open)
  fireEvent.click(await screen.findByRole('button', { name: 'Generate' }))
  await screen.findByText('PRIVATE')
  fireEvent.keyDown(document.body, { key: 'Escape' })
  fireEvent.click(await screen.findByRole('button', { name: 'Discard the key' }))
  await waitFor(() => expect(findDialogs()).toEqual([]))
  await withoutAct(async () => {
    await clickAndEscape(open)
    expect(findDialogs()).toEqual([])
  })
})

test.each([
  ['en', 'Save', 'This is not an RSA key. customerPublicKeys[0] is not an RSA key'],
  ['zh-CN', '保存', '这不是 RSA 密钥。 customerPublicKeys[0] is not an RSA key'],
] as const)('in %s, a refused entry of a list is named beside the field', async (locale, save, text) => {
  startFakeSimulator({ apps: [APP] }, { 'PATCH /_sim/apps/300011877495': { status: 400, body: NOT_A_KEY } })
  renderPage(<AppsPage />, locale)
  fireEvent.click(await screen.findByRole('button', { name: /^(Edit app|编辑应用) 300011877495$/ }))
  const keys = await screen.findByLabelText(/^(Customer public keys|客户公钥)/)
  fireEvent.change(keys, { target: { value: 'no key' } })
  fireEvent.click(screen.getByRole('button', { name: save }))
  await waitFor(() => expect(document.activeElement).toBe(keys))
  const described = (keys.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(text)
})
