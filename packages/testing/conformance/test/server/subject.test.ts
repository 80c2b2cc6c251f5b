// Opening a business server: its app, phones and relay.
import type { Control } from '../../src/control'
import { openServer } from '../../src/server'
import { Unusable } from '../../src/unusable'
import { startStandIn } from '../support/stand-in-server'

const SHOP = { appId: '300011877495', appKey: 'KEY', wxappids: ['wx10a00cf000000000'] }
const BANK = { appId: '300011877496', appKey: 'KEY', wxappids: [] }
let address = ''

beforeEach(async () => {
  address = (await startStandIn(() => ({ status: 404 }))).origin
})

function createControl(apps: readonly object[], handset = 'http://127.0.0.1:7010') {
  const state = { clock: { now: 0 }, apps, origin: 'http://127.0.0.1:7000', testLineOrigin: 'http://127.0.0.1:7001' }
  const deleteHandset = jest.fn(async () => undefined)
  const addHandset = jest.fn(async () => ({ origin: handset }))
  return { state: async () => state, addHandset, deleteHandset } as unknown as Control & {
    deleteHandset: typeof deleteHandset
  }
}

const openTestServer = (target: Partial<Parameters<typeof openServer>[0]>) =>
  openServer({ address, control: null, credentials: null, ...target })

test('the only app of a simulator is the app of the server', async () => {
  const { subject, has } = await openTestServer({ control: createControl([SHOP]) })
  expect(subject.app).toEqual({
    appId: SHOP.appId,
    wxappid: SHOP.wxappids[0],
    appKey: 'KEY',
    consentVersion: '1',
    smsConsentVersion: '1',
  })
  expect(has).toEqual(['control'])
})

test('a server that does not answer is reported when it is opened', async () => {
  const stopped = await startStandIn(() => ({}))
  await stopped.stop()
  await expect(openTestServer({ address: stopped.origin })).rejects.toThrow('correct the address in --server')
})

test('the credentials choose one of several apps', async () => {
  const credentials = { appId: BANK.appId, wxappid: 'wx1', consentVersion: '2026-01' }
  const { subject } = await openTestServer({ control: createControl([SHOP, BANK]), credentials })
  expect(subject.app).toMatchObject(credentials)
  await expect(openTestServer({ control: createControl([SHOP, BANK]) })).rejects.toThrow(
    /^the simulator has 2 apps: pass the appId of the one that the server serves in --credentials$/,
  )
})

test.each([
  ['without a simulator', null, 'the app of the server is unknown: pass --control, or its appId in --credentials'],
  [
    'with a simulator that has no app',
    createControl([]),
    'the simulator has no app: register the one that the server serves, or pass its appId in --credentials',
  ],
])('%s and without credentials, the app is unknown', async (_, control, reason) => {
  await expect(openTestServer({ control })).rejects.toThrow(reason)
})

test('without a simulator, credentials suffice to open the server, without control, relay and phones', async () => {
  const { subject, has } = await openTestServer({ credentials: { appId: SHOP.appId } })
  expect([subject.app.appId, has]).toEqual([SHOP.appId, []])
  expect(() => subject.control).toThrow(Unusable)
  expect(() => subject.relay).toThrow('--relay')
  expect(() => subject.inbox).toThrow('--inbox')
  await expect(subject.addPhone()).rejects.toThrow('--control')
})

test('the HTTPS edition is tested if the credentials name what the server is configured for', async () => {
  const credentials = { appId: SHOP.appId, httpsEditions: ['httpsH5'] }
  const { subject, has } = await openTestServer({ credentials })
  expect([subject.httpsEditions, has]).toEqual([['httpsH5'], ['https']])
  const without = await openTestServer({ credentials: { appId: SHOP.appId } })
  expect(without.subject.httpsEditions).toEqual([])
})

test('the SMS way is tested if the suite has an inbox, with the version of its own terms', async () => {
  const credentials = { appId: SHOP.appId, smsConsentVersion: 'sms-2' }
  const { subject, has, close } = await openTestServer({ credentials, inbox: 'http://127.0.0.1:0' })
  expect([subject.app.smsConsentVersion, has]).toEqual(['sms-2', ['inbox']])
  await close()
  await expect(fetch(subject.inbox.origin)).rejects.toThrow('fetch failed')
})

test('time passes for a server whose clock the caller moves, and is taken back', async () => {
  const moves: number[] = []
  const moveClock = (byMs: number) => void moves.push(byMs)
  const { subject, has } = await openTestServer({ credentials: { appId: SHOP.appId }, moveClock })
  expect(has).toEqual(['serverClock'])
  await subject.clock.pass(60_000)
  await subject.clock.pass(60_000)
  await subject.clock.restore()
  await subject.clock.restore()
  expect(moves).toEqual([moves[0], moves[0], -2 * moves[0]!])
  expect(moves[0]).toBeGreaterThanOrEqual(60_000)
})

test('an inbox that cannot listen is reported, and closes the relay', async () => {
  const taken = await startStandIn(() => ({}))
  const free = await startStandIn(() => ({}))
  await free.stop()
  const target = { control: createControl([SHOP]), relay: free.origin, inbox: taken.origin }
  await expect(openTestServer(target)).rejects.toThrow(/^the inbox cannot listen: .+ set --inbox to another port$/)
  await expect(fetch(free.origin)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})

test.each([
  ['not text', { appId: 300011877495 }],
  ['of an unknown edition', { appId: SHOP.appId, httpsEditions: ['h5'] }],
  ['not an object', 'appId'],
])('credentials that are %s are refused', async (_what, credentials) => {
  await expect(openTestServer({ credentials })).rejects.toThrow('each as text')
})

test('a relay without a simulator is refused', async () => {
  await expect(openTestServer({ credentials: { appId: SHOP.appId }, relay: 'http://127.0.0.1:0' })).rejects.toThrow(
    '--control',
  )
})

test('every phone is a handset that is addressed by port or by name, and is deleted at the end', async () => {
  const byPort = await openTestServer({ control: createControl([SHOP]) })
  expect(await byPort.subject.addPhone()).toEqual({
    id: expect.stringMatching(/^conformance-/),
    msisdn: expect.stringMatching(/^1\d{10}$/),
    origin: 'http://127.0.0.1:7010',
    headers: {},
  })
  const control = createControl([SHOP], 'http://conformance-1.localhost:7000')
  const byName = await openTestServer({ control })
  expect(await byName.subject.addPhone()).toMatchObject({
    origin: 'http://127.0.0.1:7000',
    headers: { host: 'conformance-1.localhost:7000' },
  })
  await byName.close()
  expect(control.deleteHandset).toHaveBeenCalledTimes(1)
})

test('the relay listens until the server is closed', async () => {
  const { subject, has, close } = await openTestServer({ control: createControl([SHOP]), relay: 'http://127.0.0.1:0' })
  const { origin } = subject.relay
  expect(has).toEqual(['control', 'relay'])
  await close()
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
})
