// A simulator with a database file keeps everything across a restart.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreeRow } from '@local-number/service-kit/free-ports'
import {
  DEMO_APP,
  type HandsetView,
  type Simulator,
  type SimulatorOptions,
  type SimulatorState,
  startSimulator,
} from '../../src'
import { CUSTOMER_PUBLIC_KEY, REGISTERED_APP } from '../support/customer'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'

const PHONE = '13800138000'

let folder: string
let simulator: Simulator

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator({ database: join(folder, 'simulator.sqlite'), apps: [REGISTERED_APP], ...options })
}

async function restart(options: SimulatorOptions = {}): Promise<void> {
  await simulator.stop()
  await start(options)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-restart-'))
  await start()
})

afterEach(async () => {
  await simulator.stop()
  rmSync(folder, { recursive: true })
})

const fetchState = async () => (await (await fetch(`${simulator.adminOrigin}/_sim/state`)).json()) as SimulatorState
/** The port changes with a restart. */
const dropOrigin = ({ origin: _, ...handset }: HandsetView) => handset

test('a login that began before a restart can be completed after it', async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  await restart()
  const { token } = await getToken(simulator.origin, ids)
  await restart()
  expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
})

test('text messages stay in their inboxes, and a late one arrives after a restart', async () => {
  simulator.once('textMessage', { delayMs: 60_000 })
  for (const code of ['6060', '1111']) {
    await fetch(`${simulator.adminOrigin}/_sim/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone: PHONE, code }),
    })
  }
  await restart()
  expect(simulator.inbox('cm-5g').map(({ code }) => code)).toEqual(['1111'])
  simulator.clock.advance(60_000)
  expect(simulator.inbox('cm-5g').map(({ code }) => code)).toEqual(['6060', '1111'])
})

test('a spent token stays spent after a restart', async () => {
  const token = await obtainToken(simulator.origin)
  await verify(simulator, { phone: PHONE, token })
  await restart()
  expect(await verify(simulator, { phone: PHONE, token })).toBe('120020')
  expect(simulator.traces(1)[0]?.exchanges.at(-1)?.answer?.cause).toBe('tokenReused')
})

test('the daily checks are still counted after a restart', async () => {
  simulator.updateApp(DEMO_APP.appId, { dailyLimit: 1 })
  await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })
  await restart()
  expect(await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })).toBe('121011')
})

test('apps, keys, handsets, faults and the clock are the same after a restart', async () => {
  simulator.updateApp(DEMO_APP.appId, { balance: 7, contract: 'unbound' })
  simulator.addApp({ appId: '300011877499', appKey: 'B'.repeat(32), customerPublicKeys: [CUSTOMER_PUBLIC_KEY] })
  await simulator.addHandset({ id: 'mine', label: 'Mine', msisdn: '13912345678', carrier: 'CM', network: '4g' })
  simulator.updateHandset('cm-5g', { network: 'wifi' })
  simulator.setActiveHandset('mine')
  simulator.clock.advance(3_600_000)
  simulator.fault({ call: 'verify', effect: { status: 503 }, times: null })
  const before = await fetchState()
  await restart()
  const after = await fetchState()
  expect([after.apps, after.faults, after.clock.offsetMs]).toEqual([before.apps, before.faults, before.clock.offsetMs])
  expect(after.handsets.map(dropOrigin)).toEqual(before.handsets.map(dropOrigin))
})

test('the options of a restart do not undo changes', async () => {
  simulator.updateApp(DEMO_APP.appId, { dailyLimit: 3 })
  simulator.setActiveHandset('ct-5g')
  await restart({ activeHandset: 'cm-4g' })
  expect(await fetchState()).toMatchObject({ apps: [{ dailyLimit: 3 }] })
  expect(simulator.traces()).toEqual([])
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('111002')
})

test('the options of a restart do not bring deleted apps and handsets back', async () => {
  await fetch(`${simulator.adminOrigin}/_sim/apps/${DEMO_APP.appId}`, { method: 'DELETE' })
  await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-wifi`, { method: 'DELETE' })
  await restart()
  const { apps, handsets } = await fetchState()
  expect(apps).toEqual([])
  expect(handsets.map(({ id }) => id)).not.toContain('cm-wifi')
})

test('an app that the options name for the first time is registered, but not a first app', async () => {
  await restart({ apps: undefined, firstApps: [{ ...REGISTERED_APP, appId: '300011877496' }] })
  expect((await fetchState()).apps.map(({ appId }) => appId)).toEqual([DEMO_APP.appId])
  await restart({ apps: [{ ...REGISTERED_APP, appId: '300011877497' }] })
  expect((await fetchState()).apps.map(({ appId }) => appId)).toEqual([DEMO_APP.appId, '300011877497'])
})

test('a handset’s port stays the same when other handsets are removed and added', async () => {
  const handsetPorts = await findFreeRow(13)
  await restart({ handsetPorts })
  const before = simulator.handsetOrigin('cu-5g')
  await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-4g`, { method: 'DELETE' })
  await simulator.addHandset({ id: 'mine', label: '', msisdn: null, carrier: 'CM', network: '4g' })
  await restart({ handsetPorts })
  expect(simulator.handsetOrigin('cu-5g')).toBe(before)
  expect(simulator.handsetOrigin('mine')).toBe(`http://127.0.0.1:${handsetPorts + 1}`)
})

test('the demo customer’s key is the same after a restart', async () => {
  const database = join(folder, 'demo.sqlite')
  await restart({ apps: undefined, database })
  const key = simulator.customerPrivateKey
  await restart({ apps: undefined, database })
  expect([simulator.customerPrivateKey, key]).toEqual([key, expect.any(String)])
})

test('a call that was under way at a restart is recorded as unanswered', async () => {
  simulator.fault({ call: 'getToken', effect: { delayMs: 600_000 } })
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const lost = getToken(simulator.origin, ids)
  while (simulator.traces(1)[0]?.exchanges.length !== 2) await new Promise((resolve) => setImmediate(resolve))
  await Promise.all([expect(lost).rejects.toThrow(), restart()])
  expect(simulator.traces(1)).toMatchObject([
    { outcome: 'failed', lastCode: '0', exchanges: [{}, { answer: { status: null, outerCode: '0' } }] },
  ])
})

test('the traces are the same after a restart and continue', async () => {
  await obtainToken(simulator.origin)
  await restart()
  const [before] = simulator.traces()
  await obtainToken(simulator.origin)
  const [after, same] = simulator.traces()
  expect(same).toEqual(before)
  expect(after?.exchanges[0]?.seq).toBeGreaterThan(before?.exchanges.at(-1)?.seq ?? 0)
})
