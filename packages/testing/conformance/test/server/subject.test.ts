// Opening a business server: which app it serves, and what is around it.
import type { Control } from '../../src/control'
import { openServer } from '../../src/server'
import { Unusable } from '../../src/unusable'
import { fakeServer } from '../support/fake-server'

const SHOP = { appId: '300011877495', appKey: 'KEY', wxappids: ['wx10a00cf000000000'] }
const BANK = { appId: '300011877496', appKey: 'KEY', wxappids: [] }
let address = ''

beforeEach(async () => {
  address = (await fakeServer(() => ({ status: 404 }))).origin
})

function controlOf(apps: readonly object[], handset = 'http://127.0.0.1:7010') {
  const state = { clock: { now: 0 }, apps, origin: 'http://127.0.0.1:7000', testLineOrigin: 'http://127.0.0.1:7001' }
  const deleteHandset = jest.fn(async () => undefined)
  const addHandset = jest.fn(async () => ({ origin: handset }))
  return { state: async () => state, addHandset, deleteHandset } as unknown as Control & {
    deleteHandset: typeof deleteHandset
  }
}

const opened = (target: Partial<Parameters<typeof openServer>[0]>) =>
  openServer({ address, control: null, credentials: null, ...target })

test('the only app of the simulator is the server’s', async () => {
  const { subject, has } = await opened({ control: controlOf([SHOP]) })
  expect(subject.app).toEqual({ appId: SHOP.appId, wxappid: SHOP.wxappids[0], appKey: 'KEY', consentVersion: '1' })
  expect(has).toEqual(['control'])
})

test('a server that does not answer is told before anything is tried', async () => {
  const gone = await fakeServer(() => ({}))
  await gone.stop()
  await expect(opened({ address: gone.origin })).rejects.toThrow('is --server its address?')
})

test('of several apps the credentials name one', async () => {
  const credentials = { appId: BANK.appId, wxappid: 'wx1', consentVersion: '2026-01' }
  const { subject } = await opened({ control: controlOf([SHOP, BANK]), credentials })
  expect(subject.app).toMatchObject(credentials)
  await expect(opened({ control: controlOf([SHOP, BANK]) })).rejects.toThrow(
    /^the simulator has 2 apps: say in --credentials which one the server serves$/,
  )
})

test.each([
  ['without a simulator', null, 'give --control, or say in --credentials which appId the server serves'],
  [
    'with an empty one',
    controlOf([]),
    'the simulator has no app: file the one that the server serves, or say in --credentials which it is',
  ],
])('%s and without credentials it is not known which app is served', async (_, control, reason) => {
  await expect(opened({ control })).rejects.toThrow(reason)
})

test('without a simulator the credentials are enough for what needs none', async () => {
  const { subject, has } = await opened({ credentials: { appId: SHOP.appId } })
  expect([subject.app.appId, has]).toEqual([SHOP.appId, []])
  expect(() => subject.control).toThrow(Unusable)
  expect(() => subject.relay).toThrow('--relay')
  await expect(subject.newPhone()).rejects.toThrow('--control')
})

test.each([
  ['no texts', { appId: 300011877495 }],
  ['no object', 'appId'],
])('credentials that are %s are refused', async (_what, credentials) => {
  await expect(opened({ credentials })).rejects.toThrow('as texts')
})

test('a relay without a simulator has nowhere to pass on to', async () => {
  await expect(opened({ credentials: { appId: SHOP.appId }, relay: 'http://127.0.0.1:0' })).rejects.toThrow('--control')
})

test('a phone is a handset of its own, reached by its port or by its name, and given back', async () => {
  const byPort = await opened({ control: controlOf([SHOP]) })
  expect(await byPort.subject.newPhone()).toEqual({
    id: expect.stringMatching(/^conformance-/),
    msisdn: expect.stringMatching(/^1\d{10}$/),
    origin: 'http://127.0.0.1:7010',
    headers: {},
  })
  const control = controlOf([SHOP], 'http://conformance-1.localhost:7000')
  const byName = await opened({ control })
  expect(await byName.subject.newPhone()).toMatchObject({
    origin: 'http://127.0.0.1:7000',
    headers: { host: 'conformance-1.localhost:7000' },
  })
  await byName.close()
  expect(control.deleteHandset).toHaveBeenCalledTimes(1)
})

test('the relay listens until the server is given back', async () => {
  const { subject, has, close } = await opened({ control: controlOf([SHOP]), relay: 'http://127.0.0.1:0' })
  const { origin } = subject.relay
  expect(has).toEqual(['control', 'relay'])
  await close()
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
})
